package io.mortise.store.sql.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

final class SqliteDialect implements Dialect {
    private static final Set<Integer> MISTAKES = Stream.of(
                    SQLiteErrorCode.SQLITE_ERROR,
                    SQLiteErrorCode.SQLITE_TOOBIG,
                    SQLiteErrorCode.SQLITE_CONSTRAINT,
                    SQLiteErrorCode.SQLITE_MISMATCH,
                    SQLiteErrorCode.SQLITE_MISUSE,
                    SQLiteErrorCode.SQLITE_RANGE)
            .map(code -> code.code)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public String among(String column) {
        return column + " IN (SELECT value FROM json_each(?))";
    }

    @Override
    public String byKeys(String columns, String table, String key, String condition) {
        return "SELECT " + columns + " FROM (SELECT value AS wanted FROM json_each(?)) CROSS JOIN " + table + " WHERE "
                + key + " = wanted AND " + condition;
    }

    @Override
    public void bind(Connection connection, PreparedStatement statement, int position, Sql.Numbers numbers)
            throws SQLException {
        statement.setString(position, numbers.values().toString());
    }

    @Override
    public void bind(Connection connection, PreparedStatement statement, int position, Sql.Texts texts)
            throws SQLException {
        String json = texts.values().stream().map(SqliteDialect::json).collect(Collectors.joining(",", "[", "]"));
        statement.setString(position, json);
    }

    private static String json(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') json.append(String.format("\\u%04x", (int) c));
            else if (c == '"' || c == '\\') json.append('\\').append(c);
            else json.append(c);
        }
        return json.append('"').toString();
    }

    /** {@code ->>} alone would make 1 of true and 1.5 of 1.50. */
    @Override
    public String jsonText(String column, List<String> path) {
        String place =
                Dialect.quoted("$" + path.stream().map(p -> ".\"" + p + "\"").collect(Collectors.joining()));
        return "CASE json_type(" + column + ", " + place + ") WHEN 'text' THEN " + column + " ->> " + place
                + " WHEN 'null' THEN NULL ELSE " + column + " -> " + place + " END";
    }

    @Override
    public String position(String text, String part) {
        return "instr(" + text + ", " + part + ")";
    }

    @Override
    public String by(String index) {
        return " INDEXED BY " + index;
    }

    @Override
    public boolean keepsWordsApart() {
        return true;
    }

    @Override
    public Clause found(String type, boolean ofTypeOnly, List<String> words) {
        String wanted = Stream.concat(
                        ofTypeOnly ? Stream.of("\";" + type + "\"") : Stream.of(),
                        words.stream().map(word -> "\"" + word.replace("\"", "\"\"") + "\"*"))
                .collect(Collectors.joining(" AND "));
        Clause waiting =
                Clause.of("SELECT e.id FROM reworded r CROSS JOIN entity e WHERE e.id = r.id AND e.type = ?", type);
        for (String word : words) waiting = waiting.plus(" AND instr(' ' || e.words, ' ' || ?) > 0", word);
        return Clause.of(
                        "SELECT rowid AS id FROM found WHERE found MATCH ?"
                                + " AND rowid NOT IN (SELECT id FROM reworded) UNION ALL ",
                        wanted)
                .plus(waiting);
    }

    /** It makes one plan for a statement, whatever the values. */
    @Override
    public void planAnew(PreparedStatement statement) {}

    @Override
    public boolean isDuplicate(SQLException e) {
        if (!(e instanceof SQLiteException failure)) return false;
        SQLiteErrorCode code = failure.getResultCode();
        return code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY
                || code == SQLiteErrorCode.SQLITE_CONSTRAINT_ROWID;
    }

    /** The low byte is the primary code; what is above it tells more. */
    @Override
    public boolean isOurMistake(SQLException e) {
        return e instanceof SQLiteException failure && MISTAKES.contains(failure.getResultCode().code & 0xff);
    }

    /** There is one writer: nobody to be in conflict with. */
    @Override
    public boolean writesNamedIndexes() {
        return true;
    }
}
