package io.mortise.web.internal.service;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread for what happens by the clock. */
public final class Timer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Timer.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "mortise-web-timer");
        made.setDaemon(true);
        return made;
    });

    public void every(Duration interval, Runnable task) {
        long nanos = interval.toNanos();
        thread.scheduleWithFixedDelay(logged(task), nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** A task that runs this long after it was first asked for, once, however often it is asked for until then. */
    public Runnable gathered(Duration after, Runnable task) {
        AtomicBoolean due = new AtomicBoolean();
        Runnable run = logged(task);
        return () -> {
            if (thread.isShutdown() || !due.compareAndSet(false, true)) return;
            thread.schedule(
                    () -> {
                        due.set(false);
                        run.run();
                    },
                    after.toNanos(),
                    TimeUnit.NANOSECONDS);
        };
    }

    /** One that throws would never run again, silently. */
    private static Runnable logged(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("A task of the timer broke", e);
            }
        };
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
