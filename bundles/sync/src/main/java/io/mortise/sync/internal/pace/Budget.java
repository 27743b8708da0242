package io.mortise.sync.internal.pace;

import io.mortise.connector.Descriptor.Rate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one connection may ask of its vendor, by account and by route. Other programs use the same account, so only a
 * share of the vendor's limits is ours. A part is kept back for people who wait. Thread-safe.
 */
public final class Budget {
    private static final double FOR_PEOPLE = 0.15;
    private final List<Rate> rates;
    private final double share;
    private final double speed;
    private final Clock clock;
    private final Map<String, List<Bucket>> buckets = new HashMap<>();

    /**
     * @param share of the vendor's limits, above 0 and up to 1
     * @param speed how many times faster the vendor's clock runs; 1 for a real one
     */
    public Budget(List<Rate> rates, double share, double speed, Clock clock) {
        this.rates = List.copyOf(rates);
        this.share = share;
        this.speed = speed;
        this.clock = clock;
    }

    /**
     * @param route the name under which the vendor counts the request
     * @return 0 if it may leave now, and has been counted; otherwise milliseconds to wait
     */
    public synchronized long take(String route, boolean forPerson) {
        long now = clock.millis();
        long wait = 0;
        List<Bucket> all = all(route);
        for (Bucket bucket : all) wait = Math.max(wait, bucket.wait(now, forPerson ? 0 : bucket.burst() * FOR_PEOPLE));
        if (wait == 0) all.forEach(Bucket::take);
        return wait;
    }

    /** The vendor said: too many, not before {@code after}. */
    public synchronized void pause(String route, boolean wholeAccount, Duration after) {
        long until = clock.millis() + after.toMillis();
        if (wholeAccount) buckets.values().forEach(list -> list.forEach(bucket -> bucket.pause(until)));
        all(route).forEach(bucket -> bucket.pause(until));
    }

    /** The scarcest of the routes in use: what may leave at once, and how much that is at best. */
    public synchronized long[] left() {
        long now = clock.millis();
        long left = Long.MAX_VALUE;
        long best = 0;
        for (List<Bucket> list : buckets.values())
            for (Bucket bucket : list)
                if (bucket.left(now) < left) {
                    left = bucket.left(now);
                    best = bucket.burst();
                }
        return left == Long.MAX_VALUE ? new long[] {0, 0} : new long[] {left, best};
    }

    private List<Bucket> all(String route) {
        List<Bucket> all = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            Rate rate = rates.get(i);
            String key = i + (rate.eachRoute() ? " " + route : "");
            all.add(buckets.computeIfAbsent(key, k -> List.of(bucket(rate))).get(0));
        }
        return all;
    }

    private Bucket bucket(Rate rate) {
        long limit = Math.max(1, (long) (rate.limit() * share));
        long window = Math.max(1, (long) (rate.window().toMillis() / speed));
        return new Bucket(limit, window, clock.millis());
    }
}
