package io.mortise.sync.internal.pace;

import io.mortise.connector.Descriptor.Rate;
import java.util.List;

/**
 * The limits of a vendor and what of them is ours.
 *
 * @param share of the vendor's limits, above 0 and up to 1
 * @param speed how many times faster the vendor's clock runs; 1 for a real one
 */
public record Terms(List<Rate> rates, double share, double speed) {
    public Terms {
        rates = List.copyOf(rates);
    }

    long limit(Rate rate) {
        return Math.max(1, (long) (rate.limit() * share));
    }

    long windowMs(Rate rate) {
        return Math.max(1, (long) (rate.window().toMillis() / speed));
    }

    /** How long a lease lasts: short beside the window, and not so short that every request is written down. */
    long leaseMs() {
        long shortest = rates.stream().mapToLong(this::windowMs).min().orElse(0);
        return Math.max(250, Math.min(5_000, shortest / 10));
    }

    Bucket bucket(Rate rate, long now) {
        return new Bucket(limit(rate), windowMs(rate), now);
    }
}
