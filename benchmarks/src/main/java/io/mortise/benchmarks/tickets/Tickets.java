package io.mortise.benchmarks.tickets;

import io.mortise.benchmarks.product.Api;
import io.mortise.benchmarks.product.Home;
import io.mortise.benchmarks.product.Ports;
import io.mortise.benchmarks.product.Product;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A first sync of all tickets, beside everything else that a first sync does: how long it takes against what the
 * vendor's own limit allows, and whether what the product said of its end came true.
 */
public final class Tickets {
    private static final double AIM = 1.1;
    private static final long POLL = 1_000;

    private final int scale;
    private final int speed;

    /**
     * @param scale of the sandbox; 1 is 3,000 tickets
     * @param speed how many times faster the vendors' rate windows pass
     */
    public Tickets(int scale, int speed) {
        this.scale = scale;
        this.speed = speed;
    }

    /** @throws IllegalStateException if the vendor refused a request for being one too many */
    public void run() throws Exception {
        int port = Ports.free(4);
        try (Home home = Home.unpacked();
                Product product = Product.start(
                        home,
                        home.newData(),
                        "--features",
                        "+sandbox",
                        "--sandbox-port",
                        "" + port,
                        "--sandbox-scale",
                        "" + scale,
                        "--sandbox-speed",
                        "" + speed)) {
            product.awaitReady();
            Counted counted = new Counted(URI.create("http://127.0.0.1:" + (port + 1)));
            List<Standing> seen = watch(new Api(product.base()), counted);
            print(seen, counted);
        }
    }

    private List<Standing> watch(Api api, Counted counted) throws Exception {
        List<Standing> seen = new ArrayList<>();
        Optional<Instant> began = counted.began();
        while (began.isEmpty()) {
            Thread.sleep(POLL);
            began = counted.began();
        }
        seen.add(new Standing(began.get(), 0, Optional.empty(), false, 0, 0));
        Duration patience = Duration.ofMinutes(30L * scale);
        do {
            Thread.sleep(POLL);
            seen.add(Standing.of(api.items("/api/sync/connections"), Instant.now()));
            if (last(seen).at().isAfter(began.get().plus(patience)))
                throw new IllegalStateException("The tickets weren't read within " + patience + ": " + last(seen));
        } while (!last(seen).through());
        return seen;
    }

    private static Standing last(List<Standing> seen) {
        return seen.get(seen.size() - 1);
    }

    private void print(List<Standing> seen, Counted counted) throws Exception {
        Standing end = last(seen);
        Counted.Route busiest = counted.busiest();
        double least = busiest.calls() * end.windowSeconds() / end.limit();
        double took = seconds(seen.get(0).at(), end.at());
        System.out.printf(
                "%nFirst sync of %,d tickets at sandbox speed %d, beside all other types%n", end.read(), speed);
        System.out.printf(
                "  the limit: %,d calls of %s at %d in %.1f s take at least %.1f s%n",
                busiest.calls(), busiest.name(), end.limit(), end.windowSeconds(), least);
        System.out.printf("  it took %.1f s, %.2f times that (aim %.1f)%n", took, took / least, AIM);
        for (int way : new int[] {25, 50, 75}) printEstimate(seen, way);
        long refused = counted.refused();
        System.out.printf("  requests that were refused as too many: %d%n", refused);
        if (refused > 0) throw new IllegalStateException("Our own requests were too many");
    }

    /** Against the time that was left then, which is stricter than against the whole. */
    private static void printEstimate(List<Standing> seen, int way) {
        Instant began = seen.get(0).at();
        Instant end = last(seen).at();
        Instant moment = began.plusMillis(Duration.between(began, end).toMillis() * way / 100);
        Standing then =
                seen.stream().filter(s -> !s.at().isBefore(moment)).findFirst().orElseThrow();
        double left = seconds(then.at(), end);
        String said = then.ready()
                .map(ready -> String.format(
                        "%.1f s were left, it said %.1f: off by %+.0f %%",
                        left, seconds(then.at(), ready), 100 * (seconds(then.at(), ready) / left - 1)))
                .orElse("it didn't know yet");
        System.out.printf("  at %d %% of the way (aim: within 20 %%): %s%n", way, said);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }
}
