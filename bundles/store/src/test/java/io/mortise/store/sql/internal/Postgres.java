package io.mortise.store.sql.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/** A database for one test class; skips the class where there is no PostgreSQL. */
final class Postgres implements BeforeAllCallback, AfterAllCallback {
    private final String name = "mortise_test_" + UUID.randomUUID().toString().replace("-", "");
    private Optional<PGSimpleDataSource> server = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        Optional<Cluster> cluster = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent("postgres", key -> new Found(Cluster.find()), Found.class)
                .cluster();
        assumeTrue(
                cluster.isPresent(),
                "no PostgreSQL: install it (apt-get install postgresql) or set MORTISE_TEST_PG to a JDBC address");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(cluster.get().jdbcUrl());
        server = Optional.of(source);
        run("CREATE DATABASE " + name + " ENCODING 'UTF8' TEMPLATE template0");
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        if (server.isPresent()) run("DROP DATABASE " + name + " WITH (FORCE)");
    }

    /** As the product is told it. */
    String address() {
        PGSimpleDataSource source = server.orElseThrow();
        String password = source.getPassword() == null ? "" : ":" + source.getPassword();
        return "postgresql://" + source.getUser() + password + "@" + source.getServerNames()[0] + ":"
                + source.getPortNumbers()[0] + "/" + name;
    }

    /** Empty, without a table. */
    PostgresDatabase fresh() {
        PostgresDatabase database = new PostgresDatabase(PostgresAddress.of(address()));
        database.write(sql -> {
            sql.list("SELECT quote_ident(nspname) FROM pg_namespace WHERE nspname ~ '^mortise_backup_'", Cells::text)
                    .forEach(schema -> sql.change("DROP SCHEMA " + schema + " CASCADE"));
            sql.change("DROP SCHEMA public CASCADE");
            return sql.change("CREATE SCHEMA public");
        });
        return database;
    }

    /** As if the server were away: no connection stays, none can be made. */
    void leave() throws SQLException {
        run("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
        run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
    }

    void comeBack() throws SQLException {
        run("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = server.orElseThrow().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Kept by JUnit until the last test is over. */
    private record Found(Optional<Cluster> cluster) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (cluster.isPresent()) cluster.get().close();
        }
    }
}
