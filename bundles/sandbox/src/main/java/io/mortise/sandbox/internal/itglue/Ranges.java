package io.mortise.sandbox.internal.itglue;

import io.mortise.sandbox.internal.http.BadRequest;
import io.mortise.sandbox.internal.state.Row;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.Predicate;

/** {@code start, end}, both inclusive, {@code *} for an open side. */
final class Ranges {
    private static final String OPEN = "*";
    private static final Duration WEEK = Duration.ofDays(7);

    private Ranges() {}

    private static String[] ends(String value) {
        String[] ends = value.split(",", 2);
        if (ends.length != 2) {
            throw new BadRequest("A range filter is written start, end");
        }
        return new String[] {ends[0].trim(), ends[1].trim()};
    }

    static Predicate<Row> between(String value, Function<Row, Instant> time) {
        String[] ends = ends(value);
        Instant from = instant(ends[0], Instant.MIN);
        Instant to = instant(ends[1], Instant.MAX);
        return row -> !time.apply(row).isBefore(from) && !time.apply(row).isAfter(to);
    }

    /** The days of metrics: a week at most, and never from the beginning on. */
    static Predicate<Row> ofWeek(String value) {
        String[] ends = ends(value);
        boolean endless = ends[0].equals(OPEN);
        if (endless || !ends[1].equals(OPEN) && WEEK.compareTo(between(ends)) < 0) {
            String title = "date range filter cannot be longer than a week, and cannot start with a wildcard";
            throw new Refusal(422, title, null, null);
        }
        return of("date", value);
    }

    private static Duration between(String[] ends) {
        return Duration.between(instant(ends[0], Instant.MIN), instant(ends[1], Instant.MAX));
    }

    /** Of dates by their text, of numbers by their value. */
    static Predicate<Row> of(String name, String value) {
        String[] ends = ends(value);
        return row -> {
            String text = row.text(name);
            return !text.isEmpty()
                    && (ends[0].equals(OPEN) || order(text, ends[0]) >= 0)
                    && (ends[1].equals(OPEN) || order(text, ends[1]) <= 0);
        };
    }

    private static int order(String text, String end) {
        boolean numbers = (text + end).matches("[0-9]+");
        String day = !numbers && end.length() > 10 ? end.substring(0, 10) : end;
        return numbers ? Long.compare(Long.parseLong(text), Long.parseLong(end)) : text.compareTo(day);
    }

    private static Instant instant(String text, Instant open) {
        if (text.equals(OPEN)) {
            return open;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BadRequest("No date: " + text, e);
        }
    }
}
