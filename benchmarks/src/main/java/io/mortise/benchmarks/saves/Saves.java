package io.mortise.benchmarks.saves;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.benchmarks.Series;
import io.mortise.benchmarks.product.Api;
import io.mortise.benchmarks.product.Database;
import io.mortise.benchmarks.product.Home;
import io.mortise.benchmarks.product.Ports;
import io.mortise.benchmarks.product.Product;
import io.mortise.benchmarks.tickets.Standing;
import io.mortise.store.sql.internal.Cluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a person waits for a save while a first sync writes as fast as it can: a ticket's title, which is at the PSA
 * when the answer comes, and a draft, which is kept here alone.
 */
public final class Saves {
    /** So fast that no vendor's limit slows the sync down. */
    private static final int SPEED = 600;
    /** Tickets that there must be before the first save. */
    private static final int SOME = 50;

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final int scale;
    private final int most;

    /**
     * @param scale of the sandbox; 1 is 3,000 tickets
     * @param most so many saves of each kind, unless the first sync is through before
     */
    public Saves(int scale, int most) {
        this.scale = scale;
        this.most = most;
    }

    /** @throws IllegalStateException if a save failed, or there was no sync beside it */
    public void run() throws Exception {
        measure("SQLite", 250);
        Optional<Cluster> cluster = Cluster.find("fsync=on");
        if (cluster.isEmpty()) {
            System.out.println("PostgreSQL: not measured, there is none (apt-get install postgresql)");
            return;
        }
        try (Cluster server = cluster.get();
                Database database = new Database(server.jdbcUrl())) {
            measure("PostgreSQL", 60, "--db", database.address());
        }
    }

    private void measure(String database, int aim, String... more) throws Exception {
        List<String> options = new ArrayList<>(List.of("--features", "+sandbox", "--sandbox-port", "" + Ports.free(4)));
        options.addAll(List.of("--sandbox-scale", "" + scale, "--sandbox-speed", "" + SPEED));
        options.addAll(List.of(more));
        try (Home home = Home.unpacked();
                Product product = Product.start(home, home.newData(), options.toArray(String[]::new))) {
            product.awaitReady();
            Api api = new Api(product.base());
            List<String> tickets = tickets(api);
            Standing before = standing(api);
            Series titles = new Series();
            Series drafts = new Series();
            while (titles.count() < most && !standing(api).through()) {
                String ticket = "/api/tickets/" + tickets.get(titles.count() % tickets.size());
                titles.add(title(api, ticket, titles.count()));
                drafts.add(draft(api, ticket, drafts.count()));
                Thread.sleep(PAUSE.toMillis());
            }
            print(database, aim, titles, drafts, before, standing(api));
        }
    }

    /** The first ones that the sync brings. */
    private static List<String> tickets(Api api) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        List<String> found = new ArrayList<>();
        while (found.size() < SOME) {
            if (Instant.now().isAfter(end)) throw new IllegalStateException("There are no tickets to be changed");
            Thread.sleep(200);
            found.clear();
            for (JsonNode ticket : api.items("/api/tickets?state=open&limit=200"))
                if (!ticket.at("/fields/isReadOnly").asBoolean())
                    found.add(ticket.path("id").asText());
        }
        return found;
    }

    private static Standing standing(Api api) throws Exception {
        return Standing.of(api.items("/api/sync/connections"), Instant.now());
    }

    /** Milliseconds. What the sync has changed since it was read is read once more, as a screen does. */
    private static double title(Api api, String ticket, int turn) throws Exception {
        String body = "{\"fields\":{\"title\":\"Changed while it synced " + turn + "\"}}";
        while (true) {
            long version = api.json(api.get(ticket)).path("version").asLong();
            long begun = System.nanoTime();
            int status = api.send("PATCH", ticket, body, "If-Match", "\"" + version + "\"");
            if (status == 200) return (System.nanoTime() - begun) / 1e6;
            if (status != 412) throw new IllegalStateException("A title wasn't saved: " + status);
        }
    }

    /** Milliseconds, of the first of a ticket or the next ones. */
    private static double draft(Api api, String ticket, int turn) throws Exception {
        String body = "{\"value\":{\"text\":\"<p>Written while it synced " + turn + "</p>\"}}";
        long begun = System.nanoTime();
        int status = api.send("PUT", ticket + "/drafts/saves" + turn, body, "If-Match", "\"0\"");
        if (status != 200) throw new IllegalStateException("A draft wasn't kept: " + status);
        return (System.nanoTime() - begun) / 1e6;
    }

    private void print(String database, int aim, Series titles, Series drafts, Standing before, Standing after) {
        long read = after.read() - before.read();
        if (titles.count() == 0 || read == 0)
            throw new IllegalStateException("There was no first sync beside the saves: take a larger scale");
        double seconds = Duration.between(before.at(), after.at()).toMillis() / 1e3;
        System.out.printf(
                "%n%d saves on %s beside a first sync of %,d tickets (%.0f of them read with their notes each second);"
                        + " ms%n",
                titles.count(), database, 3_000 * scale, read / seconds);
        print("a title, here and at the PSA", titles, aim);
        print("a draft, here", drafts, aim);
    }

    private static void print(String what, Series took, int aim) {
        System.out.printf(
                "  %-30s p50 %7.1f  p95 %7.1f  p99 %7.1f  max %7.1f  (aim p99 %d)%n",
                what, took.median(), took.percentile(95), took.percentile(99), took.max(), aim);
    }
}
