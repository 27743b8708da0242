package io.mortise.sync.internal.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final Instant OURS = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant THEIRS = Instant.parse("2001-02-03T04:05:06Z");

    private static Optional<Duration> wait(Map<String, List<String>> headers) {
        return RetryAfter.of(HttpHeaders.of(headers, (name, value) -> true), OURS);
    }

    private static Optional<Duration> wait(String value) {
        return wait(Map.of("Retry-After", List.of(value)));
    }

    private static String date(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    @Test
    void secondsAreTakenUpToAQuarterOfAnHour() {
        assertThat(wait("7")).contains(Duration.ofSeconds(7));
        assertThat(wait("86400")).contains(Duration.ofMinutes(15));
        assertThat(wait("99999999999999999999")).contains(Duration.ofMinutes(15));
    }

    @Test
    void aDateIsReadByTheVendorsClockElseByOurs() {
        String date = date(THEIRS.plusSeconds(90));
        assertThat(wait(Map.of("Retry-After", List.of(date), "Date", List.of(date(THEIRS)))))
                .contains(Duration.ofSeconds(90));
        assertThat(wait(date(OURS.plusSeconds(30)))).contains(Duration.ofSeconds(30));
    }

    @Test
    void whatIsOverOrNoNumberAsksForNoLongWait() {
        assertThat(wait(date(OURS.minusSeconds(30)))).contains(Duration.ofSeconds(1));
        assertThat(wait("0")).contains(Duration.ofSeconds(1));
        assertThat(wait("soon")).isEmpty();
    }
}
