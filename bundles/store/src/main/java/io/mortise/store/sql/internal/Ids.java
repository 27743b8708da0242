package io.mortise.store.sql.internal;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers of 63 bits that rise with time: 42 bits of milliseconds since 1970, 13 bits of a node, 8 bits that count within
 * a millisecond. When more are wanted, the following milliseconds lend theirs. Thread-safe.
 */
final class Ids {
    static final int NODES = 1 << 13;
    private static final int COUNTED = 8;

    private final Clock clock;
    private final long node;
    /** Milliseconds and count of the last one. */
    private final AtomicLong last = new AtomicLong();

    /** @param node below {@link #NODES}, another one in each process */
    Ids(Clock clock, int node) {
        if (node < 0 || node >= NODES) throw new IllegalArgumentException("node " + node);
        this.clock = clock;
        this.node = node;
    }

    long next() {
        long now = clock.millis() << COUNTED;
        long mine = last.updateAndGet(before -> Math.max(now, before + 1));
        long count = mine & ((1 << COUNTED) - 1);
        return (mine >> COUNTED) << 21 | node << COUNTED | count;
    }

    /** @return the number of an id; -1, which none has, for a text that is no id */
    static long number(String id) {
        try {
            long number = Long.parseLong(id);
            return number > 0 && Long.toString(number).equals(id) ? number : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    static long required(String id) {
        long number = number(id);
        if (number < 0) throw new IllegalArgumentException("\"" + id + "\" is no id of ours");
        return number;
    }
}
