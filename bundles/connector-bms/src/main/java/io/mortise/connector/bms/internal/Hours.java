package io.mortise.connector.bms.internal;

import io.mortise.connector.http.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/** Spans of time, which BMS gives as hours with decimals. */
final class Hours {
    private static final BigDecimal SECONDS = new BigDecimal(3600);
    private static final BigDecimal MINUTES = new BigDecimal(60);
    private static final int DECIMALS = 2;

    private Hours() {}

    /** To the hundredth, as BMS rounds them itself. */
    static BigDecimal write(Duration span) {
        return new BigDecimal(span.toSeconds()).divide(SECONDS, DECIMALS, RoundingMode.HALF_UP);
    }

    /** One entry's. Of what was rounded to the hundredth the nearest whole minute is what a person gave: 0.22 are 13 minutes. */
    static Optional<Duration> read(Json hours) {
        return value(hours).map(value -> value.stripTrailingZeros().scale() > DECIMALS ? exact(value) : minutes(value));
    }

    /** As it is, such as a sum of several, each of them rounded. */
    static Optional<Duration> sum(Json hours) {
        return value(hours).map(Hours::exact);
    }

    private static Optional<BigDecimal> value(Json hours) {
        return hours.plain().text().map(BigDecimal::new);
    }

    private static Duration exact(BigDecimal hours) {
        return Duration.ofSeconds(hours.multiply(SECONDS).longValue());
    }

    private static Duration minutes(BigDecimal hours) {
        return Duration.ofMinutes(
                hours.multiply(MINUTES).setScale(0, RoundingMode.HALF_UP).longValue());
    }
}
