package io.mortise.sync.internal.service;

import io.mortise.model.Outage;
import io.mortise.store.Store;
import io.mortise.sync.internal.pace.Course;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the sync will be through: looks now and then how fast each heap shrinks. Nothing of it is kept; after a restart it
 * is known again when some of the work has been seen done. Thread-safe.
 */
final class Outlook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outlook.class);
    /** Milliseconds; and never more than a hundredth of the time is spent on looking. */
    private static final long OFTEN = 1_000;

    private final Store store;
    private final Network network;
    private final Progress progress;
    private final Clock clock;
    private final Map<String, Course> courses = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Names.of("mortise-outlook"));

    Outlook(Store store, Network network, Progress progress, Clock clock) {
        this.store = store;
        this.network = network;
        this.progress = progress;
        this.clock = clock;
    }

    Outlook start() {
        again(OFTEN);
        return this;
    }

    private void again(long ms) {
        try {
            timer.schedule(this::tick, ms, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("The outlook has been closed");
        }
    }

    private void tick() {
        long began = System.nanoTime();
        try {
            look();
        } catch (Outage away) {
            LOG.debug("The store is away", away);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The outlook failed; it is tried again", e);
        }
        again(Math.max(OFTEN, 100 * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)));
    }

    void look() {
        Instant now = clock.instant();
        List<Heap> heaps = store.read(s -> {
            Heaps all = new Heaps(progress, s.tally());
            return network.open().stream()
                    .flatMap(remote -> all.of(s, remote, now).stream())
                    .toList();
        });
        courses.keySet().retainAll(heaps.stream().map(Heap::key).toList());
        for (Heap heap : heaps)
            if (heap.left().isPresent())
                note(heap.key(), now.toEpochMilli(), heap.left().getAsLong());
    }

    private void note(String key, long now, long left) {
        Course course = courses.computeIfAbsent(key, k -> new Course());
        synchronized (course) {
            course.at(now, left);
        }
    }

    /**
     * When all of a type that is read, and what is being sent, will be done.
     *
     * @param heaps of its connection
     * @return empty if nothing is left, and if it isn't known
     */
    Optional<Instant> ready(LiveRemote remote, String type, List<Heap> heaps) {
        Optional<Instant> ready = Optional.empty();
        for (Heap heap : heaps) {
            if (!heap.isOf(remote, type) || heap.isDone()) continue;
            Optional<Instant> gone = gone(heap);
            if (gone.isEmpty() && heap.sort() != Heap.Sort.SEND) return Optional.empty();
            if (gone.isPresent() && ready.filter(gone.get()::isBefore).isEmpty()) ready = gone;
        }
        return ready;
    }

    private Optional<Instant> gone(Heap heap) {
        LiveRemote remote = heap.remote();
        double most = remote.budget().pace(remote.routes(heap.type())) * heap.each();
        Course course = courses.get(heap.key());
        if (course == null || heap.left().isEmpty()) return Optional.empty();
        OptionalLong gone;
        synchronized (course) {
            gone = course.gone(most);
        }
        return gone.isPresent() ? Optional.of(Instant.ofEpochMilli(gone.getAsLong())) : Optional.empty();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
