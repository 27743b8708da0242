package io.mortise.connector.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Vendors' points in time. */
public final class Times {
    private Times() {}

    /** With an offset, or without one and then UTC. What is no time is a DateTimeException. */
    public static Instant read(String text) {
        boolean offset = text.matches(".*(?:[zZ]|[+-]\\d\\d:\\d\\d)$");
        return offset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text.length() == 10 ? text + "T00:00:00" : text)
                        .toInstant(ZoneOffset.UTC);
    }

    /** The same, for a time that may be missed: what can't be read is none. */
    public static Optional<Instant> told(Json value) {
        try {
            return value.text().map(Times::read);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<Instant> header(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
