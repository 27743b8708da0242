package io.mortise.sync.internal.pace;

/**
 * Requests that may leave now, so that no window of the declared length ever sees more than its limit, wherever it
 * begins: a twentieth of it at once, the rest spread evenly. (A bucket that holds the whole limit and refills at the
 * whole rate lets nearly twice as many through one window; each part that may leave at once is lacking in the pace.)
 * Not thread-safe.
 */
final class Bucket {
    private static final double BURST = 0.05;
    private final long limit;
    private final double burst;
    private final double perMs;
    private final Usage usage;
    private final Strain strain;
    /** What was longer ago doesn't matter. */
    private final long longAgo;

    private double tokens;
    private long last;
    /** Milliseconds that have passed, however the clock was set. */
    private long age;

    private long pausedUntil;
    private long leased;

    /** @param limit requests in each window, our share of what the vendor allows */
    Bucket(long limit, long windowMs, long now) {
        this.limit = limit;
        burst = Math.max(1, Math.floor(limit * BURST));
        perMs = Math.max(1, limit - burst) / windowMs; // 1 in 1: the next when the window is over
        usage = new Usage(windowMs);
        strain = new Strain(windowMs);
        longAgo = 4 * windowMs;
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
        return Math.max(1, (long) Math.ceil((wanted - tokens) / pace(now)));
    }

    /** Counts a request that leaves now. */
    void take() {
        tokens -= 1;
        leased -= 1;
        usage.add(age, 1);
    }

    /** What is left of a life whose end nobody has seen: so many at that time, and none more before it. */
    void resume(long left, long used, long then) {
        tokens = Math.min(burst, left);
        usage.add(age, used);
        last = then;
    }

    /** May one more leave under the lease? */
    boolean isLeased() {
        return leased >= 1;
    }

    /** @return how many are left when all that is leased now has been used */
    long lease(long now, long ms) {
        refill(now);
        leased = (long) Math.max(1, Math.min(tokens, Math.min(burst / 4, 1 + Math.ceil(perMs * ms))));
        return (long) Math.max(0, tokens - leased);
    }

    /** What may have left in the last window when all that is leased now has been used. */
    long usedAfterLease(long now) {
        return used(now) + leased;
    }

    /** The vendor said: too many, not before then. Others that are under way hear the same, which isn't news. */
    void refused(long now, long until) {
        refill(now);
        if (now >= pausedUntil) strain.refused(age);
        pausedUntil = Math.max(pausedUntil, until);
    }

    /** In the last window; at most the limit. */
    long used(long now) {
        refill(now);
        return Math.min(limit, usage.sum(age));
    }

    /** Of the limit, in the present window; 0 while the vendor wants to be left alone. */
    long left(long now) {
        return now < pausedUntil ? 0 : limit - used(now);
    }

    long limit() {
        return limit;
    }

    /** Requests for each millisecond that may leave for long. */
    double pace(long now) {
        refill(now);
        return perMs * strain.pace(age);
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
        if (now == last) return;
        tokens = Math.min(burst, tokens + (now - last) * perMs * strain.pace(age));
        age += Math.min(now - last, longAgo);
        last = now;
    }
}
