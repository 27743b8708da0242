package io.mortise.sync.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many at once, then one in each interval, for each who asks. Remembers the last thousands. Thread-safe. */
final class Allowance {
    private static final int REMEMBERED = 5_000;
    private final Clock clock;
    private final int atOnce;
    private final long each;
    /** When all of it is there again. */
    private final Map<String, Long> full = new LinkedHashMap<>(16, 0.75f, true);

    Allowance(Clock clock, int atOnce, Duration each) {
        this.clock = clock;
        this.atOnce = atOnce;
        this.each = each.toMillis();
    }

    /** @return false, and nothing is counted, if it is used up */
    synchronized boolean take(String who) {
        long now = clock.millis();
        long before = Math.max(now, full.getOrDefault(who, now));
        if (before - now > (atOnce - 1) * each) return false;
        full.put(who, before + each);
        if (full.size() > REMEMBERED) full.remove(full.keySet().iterator().next());
        return true;
    }
}
