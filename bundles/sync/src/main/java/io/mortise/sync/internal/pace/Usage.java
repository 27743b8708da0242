package io.mortise.sync.internal.pace;

import java.util.Arrays;

/** How many requests left in the last window, to a sixtieth of it and never more than did. Not thread-safe. */
final class Usage {
    private static final int SLICES = 60;
    private final long[] counts = new long[SLICES];
    private final double sliceMs;
    private long slice;

    Usage(long windowMs) {
        this.sliceMs = (double) windowMs / SLICES;
    }

    /** @param age milliseconds since this was made; never falls */
    void add(long age, long count) {
        advance(age);
        counts[(int) (slice % SLICES)] += count;
    }

    long sum(long age) {
        advance(age);
        return Arrays.stream(counts).sum();
    }

    private void advance(long age) {
        long now = (long) (age / sliceMs);
        if (now - slice >= SLICES) Arrays.fill(counts, 0);
        else while (slice < now) counts[(int) (++slice % SLICES)] = 0;
        slice = Math.max(slice, now);
    }
}
