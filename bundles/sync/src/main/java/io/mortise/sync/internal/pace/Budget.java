package io.mortise.sync.internal.pace;

import io.mortise.connector.Descriptor.Rate;
import io.mortise.sync.internal.pace.Ledger.Lease;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one connection may ask of its vendor, by account and by route. Other programs use the same account, so only a
 * share of the vendor's limits is ours. A part is kept back for people who wait. Thread-safe.
 *
 * <p>No window of the declared length sees more than that share, whatever happens in it: a budget lives longer than the
 * connector and the settings it serves, and what may have been spent is in the {@link Ledger} before it is spent, so
 * that a process that was killed leaves nothing to spend twice. New terms begin with nothing and fill up. Where a vendor
 * says "too many" although there was room by our count, others use more than we leave them: the pace is halved there and
 * rises again over a window.
 */
public final class Budget {
    /** Of what may leave at once. */
    private static final double FOR_PEOPLE = 0.4;

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
        long now = clock.millis();
        long until = now + after.toMillis();
        if (wholeAccount) buckets.values().forEach(bucket -> bucket.refused(now, until));
        else all(route).forEach(bucket -> bucket.refused(now, until));
    }

    /**
     * What was spent in the last window.
     *
     * @param route as the vendor counts them; "" for the whole account
     * @param limit of each window: our share of the vendor's
     * @param left 0 as well while the vendor wants to be left alone
     */
    public record Spent(String route, long used, long left, long limit, Duration window) {}

    /** Of the account and of these routes, as far as they were used; the scarcest first. */
    public synchronized List<Spent> spent(Collection<String> routes) {
        long now = clock.millis();
        List<Spent> spent = new ArrayList<>();
        for (int i = 0; i < terms.rates().size(); i++)
            for (String route : terms.rates().get(i).eachRoute() ? routes : List.of("")) {
                Bucket bucket = buckets.get(key(i, route));
                if (bucket != null)
                    spent.add(spent(route, bucket, terms.windowMs(terms.rates().get(i)), now));
            }
        spent.sort(Comparator.comparingDouble((Spent s) -> (double) s.left / s.limit)
                .thenComparing(Spent::route));
        return spent;
    }

    private static Spent spent(String route, Bucket bucket, long windowMs, long now) {
        return new Spent(route, bucket.used(now), bucket.left(now), bucket.limit(), Duration.ofMillis(windowMs));
    }

    /** Requests for each millisecond that may leave for long on the fastest of these routes; infinite without limits. */
    public synchronized double pace(Collection<String> routes) {
        long now = clock.millis();
        double pace = Double.POSITIVE_INFINITY;
        for (int i = 0; i < terms.rates().size(); i++) {
            int rate = i;
            pace = Math.min(
                    pace,
                    (terms.rates().get(i).eachRoute() ? routes : List.of(""))
                            .stream()
                                    .map(route -> buckets.get(key(rate, route)))
                                    .filter(Objects::nonNull)
                                    .mapToDouble(bucket -> bucket.pace(now))
                                    .max()
                                    .orElse(Double.POSITIVE_INFINITY));
        }
        return pace;
    }

    private static long wait(Bucket bucket, long now, boolean forPerson) {
        return bucket.wait(now, forPerson ? 0 : bucket.burst() * FOR_PEOPLE);
    }

    private void lease(long now) {
        long ms = terms.leaseMs();
        Map<String, Long> left = new HashMap<>();
        Map<String, Long> used = new HashMap<>();
        buckets.forEach((key, bucket) -> {
            left.put(key, bucket.lease(now, ms));
            used.put(key, bucket.usedAfterLease(now));
        });
        before.ifPresent(lease -> {
            lease.left().forEach(left::putIfAbsent);
            lease.used().forEach(used::putIfAbsent);
        });
        leasedUntil = 0; // nothing is leased that isn't written down
        ledger.write(new Lease(terms.toString(), began, now + ms, left, used));
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
        return buckets.computeIfAbsent(key(number, rate.eachRoute() ? route : ""), key -> bucket(key, rate));
    }

    private Bucket bucket(String key, Rate rate) {
        Bucket bucket = terms.bucket(rate, clock.millis());
        Optional<Long> left = before.map(lease -> lease.left().get(key));
        if (left.isPresent())
            bucket.resume(
                    left.get(),
                    before.get().used().getOrDefault(key, 0L),
                    before.get().until());
        else bucket.resume(0, 0, began);
        return bucket;
    }

    private static String key(int number, String route) {
        return number + (route.isEmpty() ? "" : " " + route);
    }
}
