package io.mortise.web.internal.route;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mortise.api.Routes;
import io.mortise.web.internal.json.Mappers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One Routes service: its routes, its own JSON mapper, and the count of its running calls. Thread-safe. */
final class Owner {
    private static final int MANY = 1 << 20;

    private final String bundle;
    private final List<Entry> entries;
    private final JsonMapper mapper = Mappers.own();
    private final Semaphore calls = new Semaphore(MANY);
    private volatile boolean leaving;

    Owner(String bundle, Routes routes) {
        this.bundle = bundle;
        this.entries = routes.routes().stream()
                .map(route -> new Entry(route, Path.of(route.path()), this))
                .toList();
    }

    String bundle() {
        return bundle;
    }

    List<Entry> entries() {
        return entries;
    }

    JsonMapper mapper() {
        return mapper;
    }

    /** False once it is leaving; otherwise {@link #end} must follow. */
    boolean begin() {
        if (leaving || !calls.tryAcquire()) return false;
        if (!leaving) return true;
        calls.release();
        return false;
    }

    void end() {
        calls.release();
    }

    /** Lets no further call begin and waits for those that run. False when some still run after that time. */
    boolean drain(Duration atMost) {
        leaving = true;
        try {
            return calls.tryAcquire(MANY, atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
