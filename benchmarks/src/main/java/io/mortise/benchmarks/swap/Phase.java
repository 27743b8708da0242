package io.mortise.benchmarks.swap;

import io.mortise.benchmarks.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The stretches of time in which one module was replaced again and again, or none. */
final class Phase {
    private static final long STRETCH = Duration.ofSeconds(5).toNanos();

    @FunctionalInterface
    interface Turn {
        void take() throws Exception;
    }

    private record Stretch(long begun, long ended) {}

    private final String name;
    private final Turn turn;
    private final List<Stretch> stretches = new ArrayList<>();
    private final Series turns = new Series();
    private final Series latency = new Series();
    private int failed;

    /** @param turn is taken over and over */
    Phase(String name, Turn turn) {
        this.name = name;
        this.turn = turn;
    }

    void run() throws Exception {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < STRETCH) {
            long start = System.nanoTime();
            turn.take();
            turns.add((System.nanoTime() - start) / 1e6);
        }
        stretches.add(new Stretch(begun, System.nanoTime()));
    }

    String name() {
        return name;
    }

    /** Milliseconds of each. */
    Series turns() {
        return turns;
    }

    boolean touched(Asked asked) {
        return stretches.stream().anyMatch(s -> asked.wasUnderWay(s.begun(), s.ended()));
    }

    void take(Asked asked) {
        latency.add(asked.millis());
        if (asked.failed()) failed++;
    }

    void print(Phase one) {
        System.out.printf("  %-16s %9d %7d", name, latency.count(), failed);
        for (int percent : new int[] {50, 95, 99, 100}) {
            double millis = latency.percentile(percent);
            System.out.printf("  %7.1f %6.2f", millis, millis / one.latency.percentile(percent));
        }
        System.out.println();
    }
}
