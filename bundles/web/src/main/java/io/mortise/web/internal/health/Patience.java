package io.mortise.web.internal.health;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for checks, so that one that hangs doesn't take the answer about all others with it. */
final class Patience implements AutoCloseable {
    static final Duration LONGEST = Duration.ofSeconds(1);

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "mortise-check");
        thread.setDaemon(true);
        return thread;
    });

    ExecutorService threads() {
        return threads;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
