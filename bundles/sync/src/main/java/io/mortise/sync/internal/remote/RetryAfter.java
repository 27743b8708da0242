package io.mortise.sync.internal.remote;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How long a vendor wants to be left alone: seconds, or a date of its clock. A second at least, a quarter of an hour at most. */
final class RetryAfter {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(15);

    private RetryAfter() {}

    /** @param now of our clock, for a vendor that doesn't tell its own */
    static Optional<Duration> of(HttpHeaders headers, Instant now) {
        return headers.firstValue("Retry-After")
                .map(String::strip)
                .flatMap(value -> value.matches("\\d+") ? seconds(value) : until(value, headers, now))
                .map(wait -> wait.compareTo(MOST) > 0 ? MOST : wait)
                .map(wait -> wait.compareTo(LEAST) < 0 ? LEAST : wait);
    }

    private static Optional<Duration> seconds(String value) {
        return Optional.of(value.length() > 6 ? MOST : Duration.ofSeconds(Long.parseLong(value)));
    }

    private static Optional<Duration> until(String value, HttpHeaders headers, Instant now) {
        Instant theirs = headers.firstValue("Date").flatMap(RetryAfter::date).orElse(now);
        return date(value).map(end -> Duration.between(theirs, end));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
