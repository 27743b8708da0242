package io.mortise.store.sql.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Where the two databases differ in what they are told. */
interface Dialect {
    /** So much of a word is in the index of words. */
    int WORD = 200;

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

    /** After a table's name: it is to be read by this index, where that can be said. */
    String by(String index);

    /** Whether the index of words is a table of its own, {@code found}, that is written beside the rows. */
    boolean keepsWordsApart();

    /**
     * A SELECT of each {@code id} of rows of which each of the words begins a word, by the index of words. Words have no
     * blanks and no control characters, and no more than {@link #WORD} characters.
     *
     * @param ofTypeOnly leaves out rows of other types, which costs more than it spares if most rows are of this one
     */
    Clause found(String type, boolean ofTypeOnly, List<String> words);

    /** What suits the values of this one question, not those of the ones before. */
    void planAnew(PreparedStatement statement) throws SQLException;

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
