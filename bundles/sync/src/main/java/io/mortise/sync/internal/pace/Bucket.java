package io.mortise.sync.internal.pace;

/**
 * Requests that may leave now, so that no window of the declared length ever sees more than its limit: a fifth of it at
 * once, the rest spread evenly. (A bucket that holds the whole limit and refills at the whole rate lets nearly twice
 * as many through one window.) Not thread-safe.
 */
final class Bucket {
    private final double burst;
    private final double perMs;
    private double tokens;
    private long last;
    private long pausedUntil;
    private long leased;

    /** @param limit requests in each window, our share of what the vendor allows */
    Bucket(long limit, long windowMs, long now) {
        burst = Math.max(1, Math.floor(limit / 5.0));
        perMs = Math.max(1, limit - burst) / windowMs; // 1 in 1: the next when the window is over
        tokens = burst;
        last = now;
    }

    /**
     * @param keep tokens that are left for others
     * @return 0 if a request may leave now; otherwise how many milliseconds to wait before asking again
     */
    long wait(long now, double keep) {
        refill(now);
        if (now < pausedUntil) return pausedUntil - now;
        double wanted = 1 + Math.min(keep, burst - 1);
        if (tokens >= wanted) return 0;
        return Math.max(1, (long) Math.ceil((wanted - tokens) / perMs));
    }

    /** Counts a request that leaves now. */
    void take() {
        tokens -= 1;
        leased -= 1;
    }

    /** What is left of a life whose end nobody has seen: so many at that time, and none more before it. */
    void resume(long left, long then) {
        tokens = Math.min(burst, left);
        last = then;
    }

    /** May one more leave under the lease? */
    boolean isLeased() {
        return leased >= 1;
    }

    /** @return how many are left when all that is leased now has been used */
    long lease(long now, long ms) {
        refill(now);
        leased = (long) Math.max(1, Math.min(tokens, Math.min(burst / 10, 1 + Math.ceil(perMs * ms))));
        return (long) Math.max(0, tokens - leased);
    }

    /** The vendor said: not before then. */
    void pause(long until) {
        pausedUntil = Math.max(pausedUntil, until);
    }

    long left(long now) {
        refill(now);
        return now < pausedUntil ? 0 : (long) tokens;
    }

    long burst() {
        return (long) burst;
    }

    /** The clock was: what has been counted stays, and time goes on from there. */
    private void setBack(long now) {
        pausedUntil -= last - now;
        last = now;
    }

    private void refill(long now) {
        if (now < last) setBack(now);
        tokens = Math.min(burst, tokens + (now - last) * perMs);
        last = now;
    }
}
