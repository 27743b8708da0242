package io.mortise.benchmarks.swap;

import io.mortise.benchmarks.Series;
import io.mortise.benchmarks.product.Api;
import io.mortise.benchmarks.product.Home;
import io.mortise.benchmarks.product.Ports;
import io.mortise.benchmarks.product.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Modules replaced in a product that runs with the sandbox, during its first sync, while clients ask its API; against
 * the same product and load in the same minutes with nothing replaced.
 */
public final class Swap {
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    /** New classes run slowly at first, which is the replacement's doing and must not count as calm. */
    private static final Duration SETTLE = Duration.ofSeconds(2);

    private final int rounds;

    public Swap(int rounds) {
        this.rounds = rounds;
    }

    /** @throws IllegalStateException if a request failed, a module didn't come back or the sync doesn't go on */
    public void run() throws Exception {
        String port = "" + Ports.free(4);
        try (Home home = Home.unpacked();
                Product product =
                        Product.start(home, home.newData(), "--features", "+sandbox", "--sandbox-port", port)) {
            double start = product.awaitReady().seconds();
            Api api = new Api(product.base());
            Phase calm = new Phase("nothing", () -> Thread.sleep(100));
            List<Phase> replacing = List.of(replacing(api, home, "connector-bms"), replacing(api, home, "crm"));
            List<Asked> asked = load(api, calm, replacing);
            Instant replaced = Instant.now();
            assign(asked, calm, replacing);
            print(calm, replacing, start);
            requireNoFailure(asked);
            new SyncWatch(api).awaitReadSince(replaced, "bms");
            System.out.println("  no request failed, and the sync goes on");
        }
    }

    private static Phase replacing(Api api, Home home, String bundle) throws IOException {
        byte[] jar = Files.readAllBytes(home.jar(bundle));
        return new Phase(bundle, () -> api.replace(jar));
    }

    private List<Asked> load(Api api, Phase calm, List<Phase> replacing) throws Exception {
        try (Load load = new Load(api)) {
            Thread.sleep(WARM_UP.toMillis());
            for (int i = 0; i < rounds; i++) {
                for (Phase phase : replacing) {
                    calm.run();
                    phase.run();
                    Thread.sleep(SETTLE.toMillis());
                }
            }
            return load.asked();
        }
    }

    /** A request that saw a replacement counts for that, whatever else it saw. */
    private static void assign(List<Asked> asked, Phase calm, List<Phase> replacing) {
        for (Asked one : asked) {
            List<Phase> seen = replacing.stream().filter(p -> p.touched(one)).toList();
            seen.forEach(phase -> phase.take(one));
            if (seen.isEmpty() && calm.touched(one)) calm.take(one);
        }
    }

    private static void print(Phase calm, List<Phase> replacing, double start) {
        System.out.printf(
                "%nReplacing a bundle under load of %d clients; latency in ms, each beside its ratio%n", Load.CLIENTS);
        System.out.printf(
                "  %-16s %9s %7s  %14s  %14s  %14s  %14s%n",
                "replaced", "requests", "failed", "p50", "p95", "p99", "max");
        calm.print(calm);
        for (Phase phase : replacing) phase.print(calm);
        for (Phase phase : replacing) printTurns(phase, start);
    }

    private static void printTurns(Phase phase, double start) {
        Series turns = phase.turns();
        System.out.printf(
                "  one replacement of %s: %.0f ms (median of %d, at most %.0f); a start of the product took %.1f s: %.3f%n",
                phase.name(), turns.median(), turns.count(), turns.max(), start, turns.median() / 1e3 / start);
    }

    private static void requireNoFailure(List<Asked> asked) {
        List<Asked> failed = asked.stream().filter(Asked::failed).toList();
        if (!failed.isEmpty())
            throw new IllegalStateException(failed.size() + " of " + asked.size() + " requests failed; the first: "
                    + failed.get(0).failure());
    }
}
