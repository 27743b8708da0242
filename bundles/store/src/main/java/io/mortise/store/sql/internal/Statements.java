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

    /** To be given back with {@link #release}, or {@link #drop} after a failure. */
    PreparedStatement take(String sql) throws SQLException {
        PreparedStatement kept = ready.remove(sql);
        return kept == null ? connection.prepareStatement(sql) : kept;
    }

    void release(String sql, PreparedStatement statement) throws SQLException {
        PreparedStatement other = keeps ? ready.put(sql, statement) : statement;
        if (other != null) other.close();
        if (ready.size() > MOST) drop(ready.remove(ready.keySet().iterator().next()));
    }

    static void drop(PreparedStatement statement) throws SQLException {
        statement.close();
    }

    /** A statement without parameters and answer. */
    void run(String sql) throws SQLException {
        PreparedStatement statement = take(sql);
        boolean sound = false;
        try {
            statement.execute();
            sound = true;
        } finally {
            if (sound) release(sql, statement);
            else drop(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
