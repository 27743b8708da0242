package io.mortise.benchmarks.storage;

import io.mortise.benchmarks.product.Database;
import io.mortise.store.Store;
import io.mortise.store.sql.internal.Opening;
import io.mortise.store.sql.internal.SqlStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

final class PostgresTarget implements Target {
    private final Database database;
    private final SqlStore store;

    PostgresTarget(String jdbcUrl) throws SQLException {
        database = new Database(jdbcUrl);
        store = Opening.store(database.address(), Path.of("unused"));
    }

    @Override
    public void bareInsert(Records records) throws SQLException {
        try (Connection connection = database.connection()) {
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
        try (Connection connection = database.connection();
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
        database.close();
    }
}
