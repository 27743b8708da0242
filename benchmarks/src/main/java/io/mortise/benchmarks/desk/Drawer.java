package io.mortise.benchmarks.desk;

import java.util.List;

/** Some of a service desk's tickets, from which one is taken for each turn, wherever it lies. */
final class Drawer {
    private static final long STRIDE = 7_919;

    private final List<Known> all;
    private final List<Known> open;

    Drawer(List<Known> all) {
        this.all = List.copyOf(all);
        this.open = all.stream().filter(known -> known.what().isOpen()).toList();
    }

    Known any(int turn) {
        return taken(all, turn);
    }

    Known open(int turn) {
        return taken(open, turn);
    }

    private static Known taken(List<Known> from, int turn) {
        return from.get((int) (turn * STRIDE % from.size()));
    }
}
