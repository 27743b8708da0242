package io.mortise.records.internal;

import io.mortise.api.Check;
import io.mortise.store.Document;
import io.mortise.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database takes a change: a full disk or a lost server is seen within seconds, not at the next person's save.
 * A thread of its own writes now and then, and whoever asks is answered from memory, since a write may have to wait its
 * turn for longer than a check may take.
 */
@Component(immediate = true)
public final class DatabaseCheck implements Check {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCheck.class);
    private static final Document.Name PROBE = new Document.Name("health", "", "probe");
    private static final Duration EVERY = Duration.ofSeconds(3);
    /** So long a write may wait behind others before that is a failure. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Store store;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread t = new Thread(task, "mortise-probe");
        t.setDaemon(true);
        return t;
    });
    private volatile State state;

    /** @param written when a write succeeded last, or the first was tried */
    private record State(Instant written, boolean failed) {}

    @Activate
    public DatabaseCheck(@Reference Store store) {
        this(store, Clock.systemUTC());
        thread.scheduleWithFixedDelay(this::probe, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    DatabaseCheck(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.state = new State(clock.instant(), false);
        probe();
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Result check() {
        State now = state;
        if (now.failed) return Result.no("can't be written; Mortise goes on by itself when it can. The log says why");
        boolean late = clock.instant().isAfter(now.written.plus(PATIENCE));
        return late ? Result.no("takes no change any more, and doesn't say why") : Result.OK;
    }

    void probe() {
        Instant now = clock.instant();
        try {
            store.<Void>write(s -> {
                s.put(s.document(PROBE, now)
                        .map(probe -> probe.next("{}"))
                        .orElseGet(() -> new Document(PROBE, 1, "{}", Optional.empty())));
                return null;
            });
            state = new State(clock.instant(), false);
        } catch (RuntimeException e) {
            if (!state.failed) LOG.error("The database can't be written", e);
            state = new State(state.written, true);
        }
    }
}
