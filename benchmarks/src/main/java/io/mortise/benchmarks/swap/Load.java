package io.mortise.benchmarks.swap;

import io.mortise.benchmarks.product.Api;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Clients that each ask, wait for the answer, and ask again a little later, as people do. */
final class Load implements AutoCloseable {
    static final int CLIENTS = 4;
    static final Duration PAUSE = Duration.ofMillis(20);
    /** Two routes of crm, one of admin. */
    private static final List<String> PATHS =
            List.of("/api/organizations?limit=50", "/api/configurations?limit=50", "/api/sync/connections");

    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final Api api;
    private final List<Future<List<Asked>>> clients;
    private volatile boolean enough;

    Load(Api api) {
        this.api = api;
        this.clients = IntStream.range(0, CLIENTS)
                .mapToObj(number -> threads.submit(() -> client(number)))
                .toList();
    }

    private List<Asked> client(int number) throws InterruptedException {
        List<Asked> all = new ArrayList<>();
        while (!enough) {
            long sent = System.nanoTime();
            String failure = failure(PATHS.get((number + all.size()) % PATHS.size()));
            all.add(new Asked(sent, System.nanoTime(), failure));
            Thread.sleep(PAUSE.toMillis());
        }
        return all;
    }

    private String failure(String path) throws InterruptedException {
        try {
            HttpResponse<String> answer = api.get(path);
            return answer.statusCode() == 200 ? "" : path + ": " + answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return path + ": " + e;
        }
    }

    /** Ends it. */
    List<Asked> asked() throws Exception {
        enough = true;
        List<Asked> all = new ArrayList<>();
        for (Future<List<Asked>> client : clients) all.addAll(client.get());
        return all;
    }

    @Override
    public void close() {
        enough = true;
        threads.shutdown();
    }
}
