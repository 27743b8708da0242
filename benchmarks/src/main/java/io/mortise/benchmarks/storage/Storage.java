package io.mortise.benchmarks.storage;

import io.mortise.benchmarks.Series;
import io.mortise.store.sql.internal.Cluster;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the store costs, against a bare batch insert of the same data under the same indexes into the same database in
 * the same round. Ratios are of records per second of wall time: 1 is as fast as the bare insert.
 */
public final class Storage {
    private static final String BARE = "bare insert";
    private static final Map<String, Double> AIMS = Map.of("first sync", 0.50, "all changed", 0.35, "unchanged", 1.9);

    private final Records records;
    private final int rounds;

    /** @param pages of 1,000 records */
    public Storage(int pages, int rounds) {
        this.records = new Records(pages);
        this.rounds = rounds;
    }

    /** @throws IllegalStateException if the unchanged pass wrote anything */
    public void run() throws Exception {
        measure("SQLite", SqliteTarget::new);
        Optional<Cluster> cluster = Cluster.find("fsync=on");
        if (cluster.isEmpty()) {
            System.out.println("PostgreSQL: not measured, there is none (apt-get install postgresql)");
            return;
        }
        try (Cluster server = cluster.get()) {
            measure("PostgreSQL", () -> new PostgresTarget(server.jdbcUrl()));
        }
    }

    @FunctionalInterface
    private interface Opening {
        Target open() throws Exception;
    }

    private void measure(String name, Opening opening) throws Exception {
        round(new Records(3), opening);
        Map<String, Series> rates = new LinkedHashMap<>();
        Map<String, Series> ratios = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++) {
            Map<String, Double> round = round(records, opening);
            round.forEach((pass, rate) -> {
                rates.computeIfAbsent(pass, p -> new Series()).add(rate);
                ratios.computeIfAbsent(pass, p -> new Series()).add(rate / round.get(BARE));
            });
        }
        System.out.printf("%nStorage on %s, %,d records, %d rounds%n", name, records.count(), rounds);
        rates.forEach((pass, rate) -> print(pass, rate, ratios.get(pass)));
    }

    private static void print(String pass, Series rate, Series ratio) {
        String aim = AIMS.containsKey(pass) ? String.format("  (aim %.2f)", AIMS.get(pass)) : "";
        System.out.printf(
                "  %-12s %,9.0f records/s  %5.2f  from %.2f to %.2f%s%n",
                pass, rate.median(), ratio.median(), ratio.min(), ratio.max(), aim);
    }

    /** @return records per second by pass */
    private static Map<String, Double> round(Records records, Opening opening) throws Exception {
        Map<String, Double> rates = new LinkedHashMap<>();
        try (Target target = opening.open()) {
            rates.put(BARE, rate(records, () -> target.bareInsert(records)));
            Passes passes = new Passes(target.store(), records);
            rates.put("first sync", rate(records, passes::first));
            rates.put("all changed", rate(records, passes::changed));
            String before = target.mark();
            rates.put("unchanged", rate(records, passes::unchanged));
            if (!target.mark().equals(before)) throw new IllegalStateException("the unchanged pass wrote something");
        }
        return rates;
    }

    @FunctionalInterface
    private interface Pass {
        void run() throws Exception;
    }

    private static double rate(Records records, Pass pass) throws Exception {
        long start = System.nanoTime();
        pass.run();
        return records.count() * 1e9 / (System.nanoTime() - start);
    }
}
