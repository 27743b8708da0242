package io.mortise.itests.api;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** An empty database of its own on the PostgreSQL that {@code ./test} brings. */
final class Database implements AutoCloseable {
    /** The JDBC address of a database whose user may create others. */
    static final String GIVEN = "MORTISE_TEST_PG";

    private final String server = System.getenv(GIVEN);
    private final String name = "mortise_it_" + UUID.randomUUID().toString().replace("-", "");

    Database() throws SQLException {
        run("CREATE DATABASE " + name + " ENCODING 'UTF8' TEMPLATE template0");
    }

    /** As the product is told it. */
    String address() {
        var parts = Driver.parseURL(server, null);
        String password = PGProperty.PASSWORD.getOrDefault(parts);
        return "postgresql://" + PGProperty.USER.getOrDefault(parts) + (password == null ? "" : ":" + password) + "@"
                + PGProperty.PG_HOST.getOrDefault(parts) + ":" + PGProperty.PG_PORT.getOrDefault(parts) + "/" + name;
    }

    /** Nobody gets in any more, and who is in is thrown out. */
    void close(boolean toEverybody) throws SQLException {
        run("ALTER DATABASE " + name + " ALLOW_CONNECTIONS " + !toEverybody);
        if (toEverybody) run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
    }

    @Override
    public void close() throws SQLException {
        run("DROP DATABASE " + name + " WITH (FORCE)");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
