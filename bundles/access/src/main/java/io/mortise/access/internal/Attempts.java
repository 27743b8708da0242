package io.mortise.access.internal;

import io.mortise.api.Refusal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tries to sign in by somebody, or from somewhere: after a few that failed, each further one has to wait, longer every
 * time; after a quiet hour all is forgotten. A try counts as failed until it has succeeded, so that many at the same time
 * don't all pass. Thread-safe.
 */
final class Attempts {
    private static final long LONGEST = 900_000;
    private static final long QUIET = 3_600_000;
    private static final int REMEMBERED = 10_000;
    private final Clock clock;
    private final int free;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    private record Failures(int count, long last, long until) {}

    /** @param free how many may fail before the first has to wait */
    Attempts(Clock clock, int free) {
        this.clock = clock;
        this.free = free;
    }

    /** @throws Refusal DENIED while who tries has to wait; that try isn't counted */
    synchronized void begin(String who) {
        long now = clock.millis();
        Failures before = failures.getOrDefault(who, new Failures(0, now, 0));
        if (now - before.last > QUIET) before = new Failures(0, now, 0);
        if (before.until > now) throw tooMany(before.until - now);
        int count = before.count + 1;
        long wait = count < free ? 0 : Math.min(LONGEST, 1_000L << Math.min(count - free, 20));
        failures.put(who, new Failures(count, now, now + wait));
        if (failures.size() > REMEMBERED)
            failures.remove(failures.keySet().iterator().next());
    }

    private static Refusal tooMany(long millis) {
        return new Refusal(
                Refusal.Reason.DENIED,
                "Too many failed tries. Wait " + (millis / 1000 + 1) + " seconds, then try again.");
    }

    synchronized void succeeded(String who) {
        failures.remove(who);
    }

    /** This one try didn't fail; those before it stay counted. */
    synchronized void uncount(String who) {
        failures.computeIfPresent(who, (w, f) -> new Failures(f.count - 1, f.last, 0));
    }
}
