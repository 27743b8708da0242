package io.mortise.benchmarks.product;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own on a PostgreSQL server, dropped when it is closed. */
public final class Database implements AutoCloseable {
    private final PGSimpleDataSource server = new PGSimpleDataSource();
    private final PGSimpleDataSource own = new PGSimpleDataSource();
    private final String name = "mortise_bench_" + UUID.randomUUID().toString().replace("-", "");

    /** @param jdbcUrl of a database whose user may create others */
    public Database(String jdbcUrl) throws SQLException {
        server.setURL(jdbcUrl);
        run("CREATE DATABASE " + name + " ENCODING 'UTF8' TEMPLATE template0");
        own.setURL(jdbcUrl);
        own.setDatabaseName(name);
        own.setReWriteBatchedInserts(true);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = server.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As Mortise takes it. */
    public String address() {
        String password = server.getPassword() == null ? "" : ":" + server.getPassword();
        return "postgresql://" + server.getUser() + password + "@" + server.getServerNames()[0] + ":"
                + server.getPortNumbers()[0] + "/" + name;
    }

    public Connection connection() throws SQLException {
        return own.getConnection();
    }

    @Override
    public void close() throws SQLException {
        run("DROP DATABASE " + name + " WITH (FORCE)");
    }
}
