package io.mortise.sync.internal.pace;

import io.mortise.connector.Descriptor.Rate;
import io.mortise.sync.internal.pace.Ledger.Lease;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one connection may ask of its vendor, by account and by route. Other programs use the same account, so only a
 * share of the vendor's limits is ours. A part is kept back for people who wait. Thread-safe.
 *
 * <p>No window of the declared length sees more than that share, whatever happens in it: a budget lives longer than the
 * connector and the settings it serves, and what may have been spent is in the {@link Ledger} before it is spent, so
 * that a process that was killed leaves nothing to spend twice. New terms begin with nothing and fill up.
 */
public final class Budget {
    private static final double FOR_PEOPLE = 0.15;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private Terms terms = new Terms(List.of(), 1, 1);
    /** Of an earlier process, under the same terms. */
    private Optional<Lease> before = Optional.empty();

    private long began = Ledger.NEVER;
    private long leasedUntil;

    /** Without limits until it is given its terms. */
    public Budget(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** One that is kept nowhere. */
    public Budget(List<Rate> rates, double share, double speed, Clock clock) {
        this(Ledger.NONE, clock);
        on(new Terms(rates, share, speed));
    }

    /** From now on; what has been spent stays spent. */
    public synchronized void on(Terms now) {
        if (now.equals(terms)) return;
        long latest = clock.millis() + now.leaseMs();
        Optional<Lease> kept = ledger.read().map(lease -> lease.notAfter(latest));
        before = kept.filter(lease -> buckets.isEmpty() && lease.terms().equals(now.toString()));
        began = before.map(Lease::began)
                .orElseGet(() -> kept.map(lease -> Math.max(lease.until(), clock.millis()))
                        .orElse(Ledger.NEVER));
        if (!buckets.isEmpty()) began = clock.millis();
        terms = now;
        buckets.clear();
        leasedUntil = 0;
    }

    /**
     * @param route the name under which the vendor counts the request
     * @return 0 if it may leave now, and has been counted; otherwise milliseconds to wait
     */
    public synchronized long take(String route, boolean forPerson) {
        long now = clock.millis();
        List<Bucket> all = all(route);
        if (all.isEmpty()) return 0;
        long wait = 0;
        for (Bucket bucket : all) wait = Math.max(wait, wait(bucket, now, forPerson));
        if (wait > 0) return wait;
        if (now >= leasedUntil || !all.stream().allMatch(Bucket::isLeased)) lease(now);
        all.forEach(Bucket::take);
        return 0;
    }

    /** Is it the whole account that must wait now, and not just a route? */
    public synchronized boolean accountWaits() {
        long now = clock.millis();
        return account().stream().anyMatch(bucket -> wait(bucket, now, false) > 0);
    }

    /** The vendor said: too many, not before {@code after}. */
    public synchronized void pause(String route, boolean wholeAccount, Duration after) {
        long until = clock.millis() + after.toMillis();
        if (wholeAccount) buckets.values().forEach(bucket -> bucket.pause(until));
        all(route).forEach(bucket -> bucket.pause(until));
    }

    /** The scarcest of the routes in use: what may leave at once, and how much that is at best. */
    public synchronized long[] left() {
        long now = clock.millis();
        long left = Long.MAX_VALUE;
        long best = 0;
        for (Bucket bucket : buckets.values())
            if (bucket.left(now) < left) {
                left = bucket.left(now);
                best = bucket.burst();
            }
        return left == Long.MAX_VALUE ? new long[] {0, 0} : new long[] {left, best};
    }

    private static long wait(Bucket bucket, long now, boolean forPerson) {
        return bucket.wait(now, forPerson ? 0 : bucket.burst() * FOR_PEOPLE);
    }

    private void lease(long now) {
        long ms = terms.leaseMs();
        Map<String, Long> left = new HashMap<>();
        buckets.forEach((key, bucket) -> left.put(key, bucket.lease(now, ms)));
        before.ifPresent(lease -> lease.left().forEach(left::putIfAbsent));
        leasedUntil = 0; // nothing is leased that isn't written down
        ledger.write(new Lease(terms.toString(), began, now + ms, left));
        leasedUntil = now + ms;
    }

    private List<Bucket> account() {
        List<Bucket> account = new ArrayList<>();
        for (int i = 0; i < terms.rates().size(); i++)
            if (!terms.rates().get(i).eachRoute()) account.add(bucket(i, ""));
        return account;
    }

    private List<Bucket> all(String route) {
        List<Bucket> all = new ArrayList<>();
        for (int i = 0; i < terms.rates().size(); i++) all.add(bucket(i, route));
        return all;
    }

    private Bucket bucket(int number, String route) {
        Rate rate = terms.rates().get(number);
        return buckets.computeIfAbsent(number + (rate.eachRoute() ? " " + route : ""), key -> bucket(key, rate));
    }

    private Bucket bucket(String key, Rate rate) {
        Bucket bucket = terms.bucket(rate, clock.millis());
        Optional<Long> left = before.map(lease -> lease.left().get(key));
        if (left.isPresent()) bucket.resume(left.get(), before.get().until());
        else bucket.resume(0, began);
        return bucket;
    }
}
