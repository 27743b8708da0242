package io.mortise.store.sql.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Statements of one transaction. Parameters are text, numbers, flags, times, enum names, and the types below. Once one
 * has failed, the transaction can't be kept: see {@link #requireSound}.
 */
final class Sql {
    /** Many numbers as one parameter. */
    record Numbers(List<Long> values) {}

    /** Many texts as one parameter. */
    record Texts(List<String> values) {}

    /** Nothing, with the type that it would have. */
    enum Nothing {
        TEXT(Types.VARCHAR),
        NUMBER(Types.BIGINT);

        private final int type;

        Nothing(int type) {
            this.type = type;
        }
    }

    @FunctionalInterface
    interface Mapping<T> {
        T of(Cells cells) throws SQLException;
    }

    private final Statements statements;
    private final Dialect dialect;
    private RuntimeException broken;

    Sql(Statements statements, Dialect dialect) {
        this.statements = statements;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Of the same transaction, which may fail by itself. */
    Sql another() {
        return new Sql(statements, dialect);
    }

    <T> List<T> list(String sql, Mapping<T> mapping, Object... parameters) {
        return with(sql, statement -> {
            bind(statement, parameters);
            try (var answer = statement.executeQuery()) {
                Cells cells = new Cells(answer);
                List<T> all = new ArrayList<>();
                while (cells.next()) all.add(mapping.of(cells));
                return all;
            }
        });
    }

    /** Numbers, by a statement whose best way depends on what is asked for. */
    List<Long> numbers(Clause question) {
        return with(question.sql(), statement -> {
            dialect.planAnew(statement);
            bind(statement, question.parameters());
            try (var answer = statement.executeQuery()) {
                List<Long> all = new ArrayList<>();
                while (answer.next()) all.add(answer.getLong(1));
                return all;
            }
        });
    }

    <T> Optional<T> one(String sql, Mapping<T> mapping, Object... parameters) {
        return list(sql, mapping, parameters).stream().findFirst();
    }

    /** @return how many rows it changed */
    int change(String sql, Object... parameters) {
        return with(sql, statement -> {
            bind(statement, parameters);
            return statement.executeUpdate();
        });
    }

    /** @return how many rows each changed; of an INSERT it may be unknown, which is less than 0 */
    int[] changes(String sql, List<Object[]> parameters) {
        if (parameters.isEmpty()) return new int[0];
        if (parameters.size() == 1) return new int[] {change(sql, parameters.get(0))};
        return with(sql, statement -> {
            for (Object[] each : parameters) {
                bind(statement, each);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private <R> R with(String sql, Statements.Use<R> use) {
        try {
            return statements.with(sql, use);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** A whole script: statements that end with a semicolon at the end of a line. */
    void run(String script) {
        try (var statement = statements.connection().createStatement()) {
            for (String one : script.split(";\\s*\n")) if (saysAnything(one)) statement.execute(one);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static boolean saysAnything(String statement) {
        return !statement.lines().allMatch(line -> line.isBlank() || line.startsWith("--"));
    }

    /** Makes the transaction unfit to be kept, even if its work catches this. */
    <E extends RuntimeException> E fail(E why) {
        broken = why;
        return why;
    }

    void requireSound() {
        if (broken != null) throw broken;
    }

    private RuntimeException failed(SQLException e) {
        if (dialect.isDuplicate(e))
            return fail(new IllegalStateException("It would be there twice: " + e.getMessage(), e));
        if (dialect.isOurMistake(e))
            return fail(new IllegalStateException("The database was asked something wrong: " + e.getMessage(), e));
        return fail(new DatabaseFailure(e));
    }

    private void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) bind(statement, i + 1, parameters[i]);
    }

    private void bind(PreparedStatement statement, int position, Object value) throws SQLException {
        if (value instanceof String text) statement.setString(position, keepable(text));
        else if (value instanceof Number number) statement.setLong(position, number.longValue());
        else if (value instanceof Boolean flag) statement.setInt(position, flag ? 1 : 0);
        else if (value instanceof Instant time) statement.setLong(position, time.toEpochMilli());
        else if (value instanceof Nothing nothing) statement.setNull(position, nothing.type);
        else if (value instanceof Enum<?> constant) statement.setString(position, constant.name());
        else if (value instanceof Numbers numbers) dialect.bind(statements.connection(), statement, position, numbers);
        else if (value instanceof Texts texts)
            dialect.bind(
                    statements.connection(),
                    statement,
                    position,
                    new Texts(texts.values().stream().map(Sql::keepable).toList()));
        else throw new IllegalArgumentException("no parameter: " + Arrays.asList(value));
    }

    /** U+0000 can't be kept by PostgreSQL, so nothing that is asked for may have it either. */
    private static String keepable(String text) {
        return text.indexOf(0) < 0 ? text : text.replace('\0', '\uFFFD');
    }
}
