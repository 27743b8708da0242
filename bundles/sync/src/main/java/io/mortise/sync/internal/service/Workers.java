package io.mortise.sync.internal.service;

import io.mortise.store.Dirty;
import io.mortise.store.Stale;
import io.mortise.sync.internal.engine.Ground;
import io.mortise.sync.internal.engine.Key;
import io.mortise.sync.internal.engine.Priority;
import io.mortise.sync.internal.engine.Work;
import io.mortise.sync.internal.remote.Remotes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that look after dirty keys; no key is worked on by two of them at once. What has time (thousands of tickets
 * whose notes are read) has threads of its own, of which each lane has its share: where the one waits for a vendor's
 * limit, the other goes on.
 */
final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final int AHEAD = 200;
    private static final int URGENT = 12;
    /** Of each lane; what is short isn't through with them before the next look. */
    private static final int OF_EACH = 50;
    /** Milliseconds between two looks for what has time while none of it gets on. */
    private static final long REST = 100;
    /** Milliseconds; so long systems that are switched on and not here are thought to be on their way. */
    private static final long ARRIVAL = 60_000;

    private final Ground ground;
    private final Work work;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(URGENT);
    private final Lanes lanes = new Lanes();
    private final List<Crew> crews = List.of(new Crew(this::urgent, 0), new Crew(this::patient, REST));
    private final ExecutorService threads;
    private final Finishes finishes;
    private volatile boolean running = true;
    /** Since when a system lacks; 0 while none does. Of the second crew alone. */
    private long lacking;

    Workers(Ground ground, Work work) {
        this.ground = ground;
        this.work = work;
        this.finishes = new Finishes(work, this::finished);
        int size = URGENT + Lanes.IN_ALL + crews.size() + 1;
        this.threads = Executors.newFixedThreadPool(size, Names.of("mortise-sync"));
        crews.forEach(threads::execute);
        threads.execute(finishes);
    }

    /** Something has become dirty. */
    void ring() {
        crews.forEach(Crew::ring);
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

    /** Waits until all decisions that are under way now have been made. @return false if it takes longer */
    boolean settle(Duration atMost) {
        Set<String> now = busy.stream().filter(Workers::decides).collect(Collectors.toSet());
        long until = System.nanoTime() + atMost.toNanos();
        while (now.stream().anyMatch(busy::contains)) {
            if (System.nanoTime() > until) return false;
            pause(10);
        }
        return true;
    }

    /** What is only read says nothing of words. */
    private static boolean decides(String key) {
        return Key.parse(key).kind() == Key.Kind.RECORD;
    }

    private boolean urgent() throws InterruptedException {
        int last = Priority.FIRST.ordinal();
        List<Dirty> due = ground.store().read(store -> store.dirty(instant(), Priority.PERSON.ordinal(), last, AHEAD));
        boolean any = false;
        for (Dirty key : due) {
            if (!take(key)) continue;
            free.acquire();
            threads.execute(() -> work(key, free::release));
            any = true;
        }
        return any;
    }

    private boolean patient() throws InterruptedException {
        if (isSomeoneArriving()) return false;
        int first = Priority.SWEEP.ordinal();
        lanes.deal(ground.store().read(store -> store.dirtyOfEach(instant(), first, Priority.REST.ordinal(), OF_EACH)));
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(REST);
        boolean any = false;
        do any |= handOut();
        while (lanes.makesRoom(until));
        return any;
    }

    private boolean handOut() {
        boolean any = false;
        for (Optional<Dirty> next = lanes.next(this::take); next.isPresent(); next = lanes.next(this::take)) {
            Dirty key = next.get();
            threads.execute(() -> work(key, () -> lanes.leave(key)));
            any = true;
        }
        return any;
    }

    private boolean take(Dirty key) {
        return busy.add(key.key());
    }

    private Instant instant() {
        return Instant.ofEpochMilli(ground.now());
    }

    /** What has time waits for them: found absent, each of thousands of keys would be put off for some minutes. */
    private boolean isSomeoneArriving() {
        Remotes remotes = ground.remotes();
        boolean whole = remotes.absent().isEmpty()
                && remotes.all().stream().noneMatch(remote -> remote.types().isEmpty());
        if (whole) lacking = 0;
        else if (lacking == 0) lacking = ground.now();
        return !whole && ground.now() - lacking < ARRIVAL;
    }

    private void work(Dirty key, Runnable leave) {
        boolean done = false;
        try {
            finishes.add(work.todo(key));
            done = true;
        } catch (Stale again) {
            LOG.debug("{} was changed meanwhile; it stays dirty", key.key());
        } catch (RuntimeException e) {
            if (running) LOG.error("Work on {} failed; it is tried again in a minute", key.key(), e);
            if (running) putOff(key);
        } finally {
            leave.run();
            if (!done) finished(List.of(key));
        }
    }

    /** Their marks are gone, or whoever finds them may work on them again. */
    private void finished(List<Dirty> keys) {
        keys.forEach(key -> busy.remove(key.key()));
        ring();
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
        crews.forEach(Crew::stop);
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) LOG.warn("A call to a vendor didn't end in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
