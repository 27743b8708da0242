package io.mortise.store.sql.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The cells of one row of an answer, taken from left to right. */
final class Cells {
    private final ResultSet answer;
    private int column;

    Cells(ResultSet answer) {
        this.answer = answer;
    }

    boolean next() throws SQLException {
        column = 0;
        return answer.next();
    }

    String text() throws SQLException {
        return answer.getString(++column);
    }

    Optional<String> optionalText() throws SQLException {
        return Optional.ofNullable(text());
    }

    long number() throws SQLException {
        return answer.getLong(++column);
    }

    String id() throws SQLException {
        return Long.toString(number());
    }

    Optional<String> optionalId() throws SQLException {
        String id = id();
        return answer.wasNull() ? Optional.empty() : Optional.of(id);
    }

    boolean flag() throws SQLException {
        return number() != 0;
    }

    Instant time() throws SQLException {
        return Instant.ofEpochMilli(number());
    }

    Optional<Instant> optionalTime() throws SQLException {
        Instant time = time();
        return answer.wasNull() ? Optional.empty() : Optional.of(time);
    }

    <E extends Enum<E>> E one(Class<E> type) throws SQLException {
        return Enum.valueOf(type, text());
    }
}
