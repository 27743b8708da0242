package io.mortise.benchmarks.storage;

import io.mortise.store.Store;
import io.mortise.store.sql.internal.Opening;
import io.mortise.store.sql.internal.SqlStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

final class PostgresTarget implements Target {
    private final PGSimpleDataSource server = new PGSimpleDataSource();
    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final String name = "mortise_bench_" + UUID.randomUUID().toString().replace("-", "");
    private final SqlStore store;

    PostgresTarget(String jdbcUrl) throws SQLException {
        server.setURL(jdbcUrl);
        try (Connection connection = server.getConnection()) {
            run(connection, "CREATE DATABASE " + name + " ENCODING 'UTF8' TEMPLATE template0");
        }
        database.setURL(jdbcUrl);
        database.setDatabaseName(name);
        database.setReWriteBatchedInserts(true);
        String password = server.getPassword() == null ? "" : ":" + server.getPassword();
        store = Opening.store(
                "postgresql://" + server.getUser() + password + "@" + server.getServerNames()[0] + ":"
                        + server.getPortNumbers()[0] + "/" + name,
                Path.of("unused"));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void bareInsert(Records records) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Bare bare = new Bare(connection);
            bare.create("bigint", "text COLLATE \"C\"");
            bare.insert(records, "BEGIN");
        }
    }

    @Override
    public Store store() {
        return store;
    }

    /** The newest transaction that wrote a row, and how many rows there are. */
    @Override
    public String mark() throws SQLException {
        StringBuilder mark = new StringBuilder();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String table : List.of("entity", "link", "link_memory", "journal", "dirty", "document")) {
                try (var answer =
                        statement.executeQuery("SELECT max(xmin::text::bigint) || ' ' || count(*) FROM " + table)) {
                    answer.next();
                    mark.append(answer.getString(1)).append(' ');
                }
            }
        }
        return mark.toString();
    }

    @Override
    public void close() throws SQLException {
        store.close();
        try (Connection connection = server.getConnection()) {
            run(connection, "DROP DATABASE " + name + " WITH (FORCE)");
        }
    }
}
