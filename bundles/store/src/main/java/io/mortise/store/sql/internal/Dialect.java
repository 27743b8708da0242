package io.mortise.store.sql.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Where the two databases differ in what they are told. */
interface Dialect {
    /** Folder of its migrations. */
    String name();

    /** {@code column} is one of many: a condition with one parameter, {@link Sql.Numbers} or {@link Sql.Texts}. */
    String among(String column);

    /**
     * Rows by a key that is unique under the condition, each found through its index whatever the database believes to
     * know about the table: a table that has just been filled has no statistics. The first parameter is {@link
     * Sql.Texts}.
     */
    String byKeys(String columns, String table, String key, String condition);

    void bind(Connection connection, PreparedStatement statement, int position, Sql.Numbers numbers)
            throws SQLException;

    void bind(Connection connection, PreparedStatement statement, int position, Sql.Texts texts) throws SQLException;

    /** The value at a path of names in the JSON of a column, as text; NULL if there is none. */
    String jsonText(String column, List<String> path);

    /** Where in a text another begins, from 1; 0 if nowhere. Both are expressions. */
    String position(String text, String part);

    /** Whether it says that something would be there twice. */
    boolean isDuplicate(SQLException e);

    /** Whether it says that it was asked something wrong, rather than that it can't do anything now. */
    boolean isOurMistake(SQLException e);

    /** Whether a change writes the index of every column that it names, even when the value stays. */
    boolean writesNamedIndexes();

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
