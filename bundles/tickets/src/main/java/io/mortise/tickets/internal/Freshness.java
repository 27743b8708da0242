package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Live;
import io.mortise.api.Refusal;
import io.mortise.model.Ref;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads tickets anew that somebody looks at, beside the answer and not before it: who looks on hears of the change.
 * Thread-safe.
 */
final class Freshness implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Freshness.class);
    /** One that was read a moment ago isn't read again for each person who opens it. */
    private static final Duration GOOD = Duration.ofSeconds(20);

    private static final int THREADS = 2;
    private static final int WAITING = 50;

    private final Live live;
    private final Clock clock;
    private final Map<Ref, Instant> asked = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING), task -> {
                Thread thread = new Thread(task, "mortise-tickets");
                thread.setDaemon(true);
                return thread;
            });

    Freshness(Live live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    /** Returns at once. */
    void seen(Caller caller, Ref ticket) {
        Instant now = clock.instant();
        asked.values().removeIf(at -> at.plus(GOOD).isBefore(now));
        if (asked.putIfAbsent(ticket, now) != null) return;
        try {
            threads.execute(() -> read(caller, ticket));
        } catch (RejectedExecutionException full) {
            asked.remove(ticket); // the next look at it asks again
        }
    }

    private void read(Caller caller, Ref ticket) {
        try {
            live.refresh(caller, ticket);
        } catch (Refusal e) {
            LOG.debug("{} isn't read anew: {}", ticket, e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("{} couldn't be read anew", ticket, e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
