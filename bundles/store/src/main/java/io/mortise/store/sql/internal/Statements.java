package io.mortise.store.sql.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The statements of one connection, made ready once and used again: most of a small transaction would otherwise go into
 * reading its SQL. Not thread-safe; a statement is used by one at a time.
 */
final class Statements implements AutoCloseable {
    /** Lists with conditions that people choose come and go beside those that are always asked. */
    private static final int MOST = 200;

    private final Connection connection;
    private final boolean keeps;
    private final Map<String, PreparedStatement> ready = new LinkedHashMap<>(16, 0.75f, true);

    private Statements(Connection connection, boolean keeps) {
        this.connection = connection;
        this.keeps = keeps;
    }

    static Statements kept(Connection connection) {
        return new Statements(connection, true);
    }

    /** For a connection that goes back to a pool, whose driver remembers. */
    static Statements passing(Connection connection) {
        return new Statements(connection, false);
    }

    Connection connection() {
        return connection;
    }

    @FunctionalInterface
    interface Use<R> {
        R of(PreparedStatement statement) throws SQLException;
    }

    /** Not to be used for the same SQL inside itself. A statement that has failed isn't used again. */
    <R> R with(String sql, Use<R> use) throws SQLException {
        PreparedStatement kept = ready.remove(sql);
        PreparedStatement statement = kept == null ? connection.prepareStatement(sql) : kept;
        R result;
        try {
            result = use.of(statement);
        } catch (SQLException | RuntimeException e) {
            try (statement) {
                throw e; // what closing it says comes second
            }
        }
        if (keeps) keep(sql, statement);
        else statement.close();
        return result;
    }

    private void keep(String sql, PreparedStatement statement) throws SQLException {
        PreparedStatement other = ready.put(sql, statement);
        if (other != null) other.close();
        if (ready.size() > MOST) ready.remove(ready.keySet().iterator().next()).close();
    }

    /** A statement without parameters and answer. */
    void run(String sql) throws SQLException {
        with(sql, PreparedStatement::execute);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
