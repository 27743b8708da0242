package io.mortise.sync.internal.pace;

/**
 * How much of its pace a bucket keeps after its vendor said "too many" though we thought there was room: somebody else
 * uses the same account. Half of what it had, rising again by half a pace with each window. Not thread-safe.
 */
final class Strain {
    private static final double LEAST = 1.0 / 16;
    private final double perMs;
    private double pace = 1;
    private long since;

    Strain(long windowMs) {
        this.perMs = 0.5 / windowMs;
    }

    /** Above 0, at most 1. @param age milliseconds since this was made; never falls */
    double pace(long age) {
        return Math.min(1, pace + (age - since) * perMs);
    }

    void refused(long age) {
        pace = Math.max(LEAST, pace(age) / 2);
        since = age;
    }
}
