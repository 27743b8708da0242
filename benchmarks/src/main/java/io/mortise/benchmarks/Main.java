package io.mortise.benchmarks;

import io.mortise.store.sql.internal.Cluster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the store costs, against a bare batch insert of the same data under the same indexes into the same database in
 * the same run. Ratios are of records per second of wall time, medians over the rounds: 1 is as fast as the bare insert.
 */
public final class Main {
    private static final Map<String, Double> AIMS = Map.of("first sync", 0.50, "all changed", 0.35, "unchanged", 1.9);

    private Main() {}

    /** @param arguments how many pages of 1,000 records (60), how many rounds (3) */
    public static void main(String[] arguments) throws Exception {
        int pages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Records records = new Records(pages);
        measure("SQLite", records, rounds, SqliteTarget::new);
        Optional<Cluster> cluster = Cluster.find("fsync=on");
        if (cluster.isEmpty()) {
            System.out.println("PostgreSQL: not measured, there is none (apt-get install postgresql)");
            return;
        }
        try (Cluster server = cluster.get()) {
            measure("PostgreSQL", records, rounds, () -> new PostgresTarget(server.jdbcUrl()));
        }
    }

    @FunctionalInterface
    private interface Opening {
        Target open() throws Exception;
    }

    private static void measure(String name, Records records, int rounds, Opening opening) throws Exception {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        round(new Records(3), opening, new LinkedHashMap<>());
        for (int i = 0; i < rounds; i++) round(records, opening, rates);
        double bare = median(rates.get("bare insert"));
        System.out.printf("%n%s, %,d records, median of %d rounds%n", name, records.count(), rounds);
        rates.forEach((pass, all) -> {
            String aim = AIMS.containsKey(pass) ? String.format("  (aim %.2f)", AIMS.get(pass)) : "";
            System.out.printf("  %-12s %,9.0f records/s  %5.2f%s%n", pass, median(all), median(all) / bare, aim);
        });
    }

    private static void round(Records records, Opening opening, Map<String, List<Double>> rates) throws Exception {
        try (Target target = opening.open()) {
            add(rates, "bare insert", records, () -> target.bareInsert(records));
            Passes passes = new Passes(target.store(), records);
            add(rates, "first sync", records, passes::first);
            add(rates, "all changed", records, passes::changed);
            String before = target.mark();
            add(rates, "unchanged", records, passes::unchanged);
            if (!target.mark().equals(before)) throw new IllegalStateException("the unchanged pass wrote something");
        }
    }

    @FunctionalInterface
    private interface Pass {
        void run() throws Exception;
    }

    private static void add(Map<String, List<Double>> rates, String name, Records records, Pass pass) throws Exception {
        long start = System.nanoTime();
        pass.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        rates.computeIfAbsent(name, n -> new ArrayList<>()).add(records.count() / seconds);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
    }
}
