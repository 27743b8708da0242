package io.mortise.benchmarks.desk;

import io.mortise.benchmarks.product.Cpu;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Request Tracker 5 under Starman over PostgreSQL, with its full-text index, asked by its REST 2 API. */
final class RequestTracker implements Served {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** Perl has no compiler to warm up; its own caches fill soon. */
    private static final int WARM_UP = 40;

    private final TrackerHome home;
    private final ProcessHandle database;
    private final URI base;
    private final Process server;
    private final TrackerAsks asks;

    private RequestTracker(TrackerHome home, ProcessHandle database, TrackerAsks asks, int clients) throws IOException {
        this.home = home;
        this.database = database;
        this.asks = asks;
        this.base = home.address();
        this.server = home.serve(clients + 1);
        // Whoever ends this program ends its server, too
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
    }

    /** Set up and filled before its start, by its own programs. */
    static RequestTracker start(TrackerDatabase database, TrackerHome home, Cases cases, int clients)
            throws IOException, InterruptedException, SQLException {
        home.run(TrackerHome.SETUP, "--action", "init");
        List<Known> known = new TrackerFilling(home).fill(cases);
        home.run(TrackerHome.INDEX, "--noask", "--index-type", "gin");
        database.analyze();
        TrackerAsks asks = new TrackerAsks(cases, new Drawer(known));
        RequestTracker tracker = new RequestTracker(home, database.process(), asks, clients);
        tracker.awaitListening();
        return tracker;
    }

    /** It listens when it is ready. */
    private void awaitListening() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (server.isAlive() && System.nanoTime() - begun < PATIENCE.toNanos()) {
            try (Socket made = new Socket(base.getHost(), base.getPort())) {
                if (made.isConnected()) return;
            } catch (ConnectException notYet) {
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("Request Tracker did not come up; it said:\n" + home.said());
    }

    @Override
    public String name() {
        return "RT 5";
    }

    /**
     * By the form of its screens: with a token or a password, each request would cost a bcrypt more. On the connection that
     * is used on, since each that is open keeps a worker from all others.
     */
    @Override
    public Client signedIn() throws IOException, InterruptedException {
        HttpClient http = Client.connection();
        HttpResponse<Void> answer = http.send(
                HttpRequest.newBuilder(base.resolve("/NoAuth/Login.html"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("user=root&pass=password"))
                        .build(),
                BodyHandlers.discarding());
        String cookie = answer.headers()
                .firstValue("Set-Cookie")
                .map(value -> value.split(";", 2)[0])
                .orElseThrow(() -> new IllegalStateException("Nobody can sign in: " + answer.statusCode()));
        return new Client(http, base, Map.of("Cookie", cookie));
    }

    @Override
    public List<Ask> asks(Act act, int turn) {
        return asks.of(act, turn);
    }

    @Override
    public int warmUp() {
        return WARM_UP;
    }

    @Override
    public double cpuSeconds() throws IOException {
        return Cpu.seconds(server.toHandle()) + Cpu.seconds(database);
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(30, TimeUnit.SECONDS)) server.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
