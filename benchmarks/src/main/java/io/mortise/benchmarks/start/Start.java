package io.mortise.benchmarks.start;

import io.mortise.benchmarks.Series;
import io.mortise.benchmarks.product.Cost;
import io.mortise.benchmarks.product.Home;
import io.mortise.benchmarks.product.Product;
import java.nio.file.Path;

/**
 * What it costs until {@code /health/ready} says yes, against the bare platform until its port answers: the share of
 * the cost that is ours, and that of what we chose to stand on.
 */
public final class Start {
    private final int rounds;
    private final Costs bare = new Costs("bare platform");
    private final Costs fresh = new Costs("product, new data");
    private final Costs again = new Costs("product, again");

    public Start(int rounds) {
        this.rounds = rounds;
    }

    /** One after the other, so that what disturbs the machine disturbs all of them. */
    public void run() throws Exception {
        try (Home home = Home.unpacked();
                Home platform = Home.unpacked()) {
            BarePlatform.make(platform);
            for (int i = 0; i < rounds; i++) {
                bare.add(bare(platform));
                Path data = home.newData();
                fresh.add(ready(home, data));
                again.add(ready(home, data));
            }
        }
        System.out.printf("%nCold start, medians of %d rounds, each beside its ratio to the bare platform%n", rounds);
        System.out.printf("  %-18s %14s %18s %16s%n", "", "CPU seconds", "peak memory, MB", "wall seconds");
        bare.print(bare);
        fresh.print(bare);
        again.print(bare);
    }

    private static Cost bare(Home platform) throws Exception {
        try (Product product = Product.start(platform, platform.newData(), "--features", "core")) {
            return product.awaitAnswer();
        }
    }

    private static Cost ready(Home home, Path data) throws Exception {
        try (Product product = Product.start(home, data)) {
            return product.awaitReady();
        }
    }

    private static final class Costs {
        private final String name;
        private final Series cpu = new Series();
        private final Series memory = new Series();
        private final Series wall = new Series();

        Costs(String name) {
            this.name = name;
        }

        void add(Cost cost) {
            cpu.add(cost.cpuSeconds());
            memory.add(cost.megabytes());
            wall.add(cost.seconds());
        }

        void print(Costs one) {
            System.out.printf(
                    "  %-18s %7.2f %6.2f %11.0f %6.2f %9.2f %6.2f%n",
                    name,
                    cpu.median(),
                    cpu.median() / one.cpu.median(),
                    memory.median(),
                    memory.median() / one.memory.median(),
                    wall.median(),
                    wall.median() / one.wall.median());
        }
    }
}
