package io.mortise.benchmarks.desk;

import io.mortise.benchmarks.product.Home;
import io.mortise.benchmarks.product.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What people do all day at a service desk, by its API: Mortise, and beside it in the same rounds Request Tracker 5 with
 * the same tickets, where it is installed.
 */
public final class Desk {
    private static final List<Integer> CLIENTS = List.of(1, 4);
    private static final int MOST_CLIENTS = 4;
    /** More would take Request Tracker hours to be filled with. */
    private static final int MOST_COMPARED = 10_000;

    private static final int REQUESTS = 200;
    /** What was just made is looked at again and again for ten seconds, which is no list's usual cost. */
    private static final Duration SETTLE = Duration.ofSeconds(15);

    private final Cases cases;
    private final int rounds;

    /** @param tickets more than 10,000 are Mortise's alone */
    public Desk(int tickets, int rounds) {
        this.cases = new Cases(tickets);
        this.rounds = rounds;
    }

    /** @throws Exception if a request failed */
    public void run() throws Exception {
        try (Home home = Home.unpacked();
                Ours ours = Ours.start(home, cases)) {
            Optional<TrackerDatabase> found = comparable() ? TrackerDatabase.find() : Optional.empty();
            if (found.isEmpty()) print(measured(List.of(ours)));
            else beside(ours, found.get());
        }
    }

    private boolean comparable() {
        if (cases.count() > MOST_COMPARED) return false;
        boolean installed = TrackerHome.isInstalled();
        if (!installed)
            System.out.println("Request Tracker 5: not measured, there is none"
                    + " (apt-get install request-tracker5 rt5-standalone rt5-db-postgresql starman postgresql)");
        return installed;
    }

    private void beside(Ours ours, TrackerDatabase given) throws Exception {
        try (TrackerDatabase database = given;
                TrackerHome home = new TrackerHome(database, Ports.free(1));
                RequestTracker tracker = RequestTracker.start(database, home, cases, MOST_CLIENTS)) {
            print(measured(List.of(ours, tracker)));
        }
    }

    /** One after the other in each round, so that what disturbs the machine disturbs both. */
    private List<List<Measured>> measured(List<Served> desks) throws Exception {
        List<List<Measured>> all = rows(desks);
        for (int round = 0; round < rounds; round++) {
            if (round > 0) Thread.sleep(SETTLE.toMillis());
            for (List<Measured> row : all) {
                Measured most = row.get(row.size() - 1);
                if (round == 0) most.warmUp(most.desk().warmUp());
                for (Measured each : row) each.round(REQUESTS);
            }
        }
        return all;
    }

    private static List<List<Measured>> rows(List<Served> desks) throws Exception {
        AtomicInteger turns = new AtomicInteger();
        Map<Served, List<Client>> clients = new LinkedHashMap<>();
        for (Served desk : desks) clients.put(desk, signedIn(desk));
        List<List<Measured>> all = new ArrayList<>();
        for (Act act : Act.values())
            for (Served desk : desks) {
                List<Measured> row = new ArrayList<>();
                for (int count : CLIENTS)
                    row.add(new Measured(desk, act, clients.get(desk).subList(0, count), turns));
                all.add(row);
            }
        return all;
    }

    private static List<Client> signedIn(Served desk) throws Exception {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < MOST_CLIENTS; i++) clients.add(desk.signedIn());
        return clients;
    }

    private void print(List<List<Measured>> all) {
        System.out.printf(
                "%nA service desk with %,d tickets, each act %d times by each number of clients;"
                        + " p50 and p95 in ms until its last answer is there, and the server's CPU in ms for each%n",
                cases.count(), rounds * REQUESTS);
        System.out.printf("  %-14s %-8s", "", "");
        for (int count : CLIENTS) System.out.printf("  %8s %8s %8s", count + ": p50", "p95", "CPU");
        System.out.printf("  %s%n", "aim");
        for (List<Measured> row : all) {
            Measured first = row.get(0);
            System.out.printf("  %-14s %-8s", first.act().words(), first.desk().name());
            for (Measured each : row)
                System.out.printf(
                        "  %8.2f %8.2f %8.2f",
                        each.millis().median(), each.millis().percentile(95), each.cpuMillis());
            System.out.printf("  %s%n", first.desk().aim(first.act()));
        }
    }
}
