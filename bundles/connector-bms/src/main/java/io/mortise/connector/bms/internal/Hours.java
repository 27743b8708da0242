package io.mortise.connector.bms.internal;

import io.mortise.connector.http.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/** Spans of time, which BMS gives as hours with decimals. */
final class Hours {
    private static final BigDecimal SECONDS = new BigDecimal(3600);

    private Hours() {}

    /** To the hundredth, as BMS rounds them itself. */
    static BigDecimal write(Duration span) {
        return new BigDecimal(span.toSeconds()).divide(SECONDS, 2, RoundingMode.HALF_UP);
    }

    static Optional<Duration> read(Json hours) {
        return hours.plain()
                .text()
                .map(BigDecimal::new)
                .map(value -> Duration.ofSeconds(value.multiply(SECONDS).longValue()));
    }
}
