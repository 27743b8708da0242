package io.mortise.sync.internal.remote;

import java.time.Duration;

/**
 * The pace of one connection; tests and the sandbox shrink it.
 *
 * @param poll between two passes over what changed
 * @param sweep between two passes over everything
 * @param settles after this long a write without an answer has landed, or never will
 * @param search how long a new record may stay out of lists and searches
 * @param proof between two looks before a record counts as gone
 */
public record Timing(Duration poll, Duration sweep, Duration settles, Duration search, Duration proof) {
    public static final Timing USUAL = new Timing(
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1));

    /** The same in a world whose clocks run so many times faster; never below what two requests take. */
    public Timing faster(double times) {
        return new Timing(
                shrink(poll, times),
                shrink(sweep, times),
                shrink(settles, times),
                shrink(search, times),
                shrink(proof, times));
    }

    private static Duration shrink(Duration d, double times) {
        return Duration.ofMillis(Math.max(2_000, (long) (d.toMillis() / times)));
    }
}
