package io.mortise.sync.internal.service;

import io.mortise.store.Dirty;
import io.mortise.store.Stale;
import io.mortise.sync.internal.engine.Ground;
import io.mortise.sync.internal.engine.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that look after dirty keys; no key is worked on by two of them at once. */
final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final int THREADS = 12;
    private static final int AHEAD = 200;
    private final Ground ground;
    private final Work work;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(THREADS);
    private final Semaphore bell = new Semaphore(0);
    private final ExecutorService threads;
    private volatile boolean running = true;

    Workers(Ground ground, Work work) {
        this.ground = ground;
        this.work = work;
        this.threads = Executors.newFixedThreadPool(THREADS + 1, Names.of("mortise-sync"));
        threads.execute(this::dispatch);
    }

    /** Something has become dirty. */
    void ring() {
        if (bell.availablePermits() == 0) bell.release();
    }

    /** Works on a key on the caller's thread; waits if another thread is at it, until {@code deadline}. */
    void now(Dirty key, Instant deadline) throws InterruptedException {
        while (!busy.add(key.key())) {
            if (!Instant.now().isBefore(deadline)) return;
            TimeUnit.MILLISECONDS.sleep(10);
        }
        try {
            work.on(key);
        } finally {
            busy.remove(key.key());
        }
    }

    /** Waits until all that is under way now has ended. @return false if it takes longer */
    boolean settle(Duration atMost) {
        Set<String> now = Set.copyOf(busy);
        long until = System.nanoTime() + atMost.toNanos();
        while (now.stream().anyMatch(busy::contains)) {
            if (System.nanoTime() > until) return false;
            pause(10);
        }
        return true;
    }

    private void dispatch() {
        while (running) {
            try {
                if (!assign()) bell.tryAcquire(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (running) LOG.error("Looking for work failed; it is tried again", e);
                pause(1_000);
            }
        }
    }

    private boolean assign() throws InterruptedException {
        boolean any = false;
        for (Dirty key : ground.store().read(store -> store.dirty(Instant.ofEpochMilli(ground.now()), AHEAD))) {
            if (!busy.add(key.key())) continue;
            free.acquire();
            threads.execute(() -> work(key));
            any = true;
        }
        return any;
    }

    private void work(Dirty key) {
        try {
            work.on(key);
        } catch (Stale again) {
            LOG.debug("{} was changed meanwhile; it stays dirty", key.key());
        } catch (RuntimeException e) {
            if (running) LOG.error("Work on {} failed; it is tried again in a minute", key.key(), e);
            if (running) putOff(key);
        } finally {
            busy.remove(key.key());
            free.release();
            ring();
        }
    }

    private void putOff(Dirty key) {
        try {
            ground.store().<Void>write(store -> {
                store.postpone(key.key(), key.generation(), Instant.ofEpochMilli(ground.now() + 60_000));
                return null;
            });
        } catch (RuntimeException e) {
            LOG.error("{} could not be put off", key.key(), e);
        }
    }

    private static void pause(long ms) {
        try {
            TimeUnit.MILLISECONDS.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        running = false;
        ring();
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) LOG.warn("A call to a vendor didn't end in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
