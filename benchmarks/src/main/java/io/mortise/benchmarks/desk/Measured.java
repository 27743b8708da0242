package io.mortise.benchmarks.desk;

import io.mortise.benchmarks.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** One act at one service desk by a number of clients at once, in several rounds. */
final class Measured {
    private final Served desk;
    private final Act act;
    private final List<Client> clients;
    private final AtomicInteger turns;
    private final Series millis = new Series();
    private double cpuSeconds;

    /** @param turns goes on, so that nothing is asked for again soon */
    Measured(Served desk, Act act, List<Client> clients, AtomicInteger turns) {
        this.desk = desk;
        this.act = act;
        this.clients = clients;
        this.turns = turns;
    }

    /** @throws Exception if a request failed */
    void round(int count) throws Exception {
        double before = desk.cpuSeconds();
        done(count).forEach(millis::add);
        cpuSeconds += desk.cpuSeconds() - before;
    }

    /** Without counting. */
    void warmUp(int count) throws Exception {
        done(count);
    }

    private List<Double> done(int count) throws Exception {
        AtomicInteger left = new AtomicInteger(count);
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            List<Callable<List<Double>>> work = new ArrayList<>();
            for (Client client : clients) work.add(() -> done(client, left));
            List<Double> all = new ArrayList<>();
            for (Future<List<Double>> each : threads.invokeAll(work)) all.addAll(each.get());
            return all;
        } finally {
            threads.shutdown();
        }
    }

    private List<Double> done(Client client, AtomicInteger left) throws Exception {
        List<Double> took = new ArrayList<>();
        while (left.getAndDecrement() > 0) {
            List<Ask> asks = desk.asks(act, turns.getAndIncrement());
            long begun = System.nanoTime();
            for (Ask ask : asks) client.send(ask);
            took.add((System.nanoTime() - begun) / 1e6);
        }
        return took;
    }

    Served desk() {
        return desk;
    }

    Act act() {
        return act;
    }

    /** From the first request to the end of the last answer. */
    Series millis() {
        return millis;
    }

    /** Of the service desk, for each time. */
    double cpuMillis() {
        return cpuSeconds * 1e3 / millis.count();
    }
}
