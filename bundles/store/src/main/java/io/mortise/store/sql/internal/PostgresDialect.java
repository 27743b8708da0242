package io.mortise.store.sql.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGStatement;

final class PostgresDialect implements Dialect {
    private static final String UNIQUE_VIOLATION = "23505";
    /** Classes of SQL states: not supported, cardinality, data, integrity, syntax or access rule. */
    private static final Set<String> MISTAKES = Set.of("0A", "21", "22", "23", "42");

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String among(String column) {
        return column + " = ANY (?)";
    }

    @Override
    public String byKeys(String columns, String table, String key, String condition) {
        return "SELECT found.* FROM unnest(?) AS wanted (key) CROSS JOIN LATERAL (SELECT " + columns + " FROM " + table
                + " WHERE " + key + " = wanted.key AND " + condition + " LIMIT 1) AS found";
    }

    @Override
    public void bind(Connection connection, PreparedStatement statement, int position, Sql.Numbers numbers)
            throws SQLException {
        statement.setArray(
                position, connection.createArrayOf("bigint", numbers.values().toArray()));
    }

    @Override
    public void bind(Connection connection, PreparedStatement statement, int position, Sql.Texts texts)
            throws SQLException {
        statement.setArray(
                position, connection.createArrayOf("text", texts.values().toArray()));
    }

    /** json rather than jsonb: it keeps numbers as they were written. */
    @Override
    public String jsonText(String column, List<String> path) {
        StringBuilder text = new StringBuilder("((").append(column).append("::json");
        for (int i = 0; i < path.size(); i++)
            text.append(i == path.size() - 1 ? " ->> " : " -> ").append(Dialect.quoted(path.get(i)));
        return text.append(") COLLATE \"C\")").toString();
    }

    @Override
    public String position(String text, String part) {
        return "strpos(" + text + ", " + part + ")";
    }

    @Override
    public String by(String index) {
        return "";
    }

    @Override
    public boolean keepsWordsApart() {
        return false;
    }

    @Override
    public Clause found(String type, boolean ofTypeOnly, List<String> words) {
        String wanted = Stream.concat(
                        ofTypeOnly ? Stream.of(lexeme(";" + type)) : Stream.of(),
                        words.stream().map(word -> lexeme(word) + ":*"))
                .collect(Collectors.joining(" & "));
        return Clause.of(
                "SELECT id FROM entity WHERE words_of(';' || type || ' ' || words) @@ CAST(? AS tsquery)", wanted);
    }

    private static String lexeme(String word) {
        return Dialect.quoted(word.replace("\\", "\\\\"));
    }

    @Override
    public void planAnew(PreparedStatement statement) throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }

    @Override
    public boolean isDuplicate(SQLException e) {
        return UNIQUE_VIOLATION.equals(e.getSQLState());
    }

    @Override
    public boolean isOurMistake(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.length() == 5 && MISTAKES.contains(state.substring(0, 2));
    }

    @Override
    public boolean writesNamedIndexes() {
        return false;
    }
}
