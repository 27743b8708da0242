package io.mortise.access.internal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Failed sign-ins, by user and by address: after a few, each further try has to wait, longer every time. */
final class Attempts {
    private static final int FREE = 5;
    private static final long LONGEST = 900_000;
    private static final int REMEMBERED = 10_000;
    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    private record Failures(int count, long until) {}

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** @return milliseconds until another try is looked at; 0 for now */
    synchronized long wait(String who) {
        Failures f = failures.get(who);
        return f == null ? 0 : Math.max(0, f.until - clock.millis());
    }

    synchronized void failed(String who) {
        Failures before = failures.getOrDefault(who, new Failures(0, 0));
        int count = before.count + 1;
        long wait = count < FREE ? 0 : Math.min(LONGEST, 1_000L << Math.min(count - FREE, 20));
        failures.put(who, new Failures(count, clock.millis() + wait));
        if (failures.size() > REMEMBERED)
            failures.remove(failures.keySet().iterator().next());
    }

    synchronized void succeeded(String who) {
        failures.remove(who);
    }
}
