package io.mortise.sync.internal.service;

import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.sync.internal.files.FileBook;
import io.mortise.sync.internal.files.KeptFile;
import io.mortise.sync.internal.files.KeptFile.Standing;
import io.mortise.sync.internal.files.KeptFile.State;
import io.mortise.sync.internal.service.Carrying.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files to where they go: each when it is due, those of one ticket one after the other, some tickets at once. Knows in
 * memory what is to be done; what is known of a file is in the book. Thread-safe.
 */
final class Courier implements AutoCloseable {
    static final int AT_ONCE = 4;
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final long LOOK = 1_000;
    private static final long DEFECT = 60_000;
    private static final long PATIENCE = 3_000;
    private static final long STEP = 20;

    private final Engine engine;
    private final FileBook book;
    private final Carrying carrying;
    private final Destination destination;
    private final Consumer<KeptFile> told;
    /** Those that go on by themselves, by id. */
    private final Map<String, KeptFile> moving = new ConcurrentHashMap<>();
    /** Tickets whose files somebody has alone. */
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    /** Who waits for what becomes of a file, by its id. */
    private final Map<String, CompletableFuture<Outcome>> awaited = new ConcurrentHashMap<>();

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Names.of("mortise-files"));
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Names.of("mortise-files-due"));

    /** @param told hears of each file of which people see something else than before */
    Courier(Engine engine, FileBook book, Carrying carrying, Destination destination, Consumer<KeptFile> told) {
        this.engine = engine;
        this.book = book;
        this.carrying = carrying;
        this.destination = destination;
        this.told = told;
    }

    /** Goes on with what is kept. */
    Courier start(List<KeptFile> kept) {
        kept.forEach(this::follow);
        clock.scheduleWithFixedDelay(this::look, LOOK, LOOK, TimeUnit.MILLISECONDS);
        return this;
    }

    /** All that would be there by now, but for the system's silence. */
    List<KeptFile> awaited() {
        return moving.values().stream()
                .filter(file -> file.is(State.SENT) || file.standing().inTurn())
                .toList();
    }

    /** Takes it on. @return what came of the first try at the moment when it is its turn */
    CompletableFuture<Outcome> bring(KeptFile file) {
        CompletableFuture<Outcome> outcome = awaited.computeIfAbsent(file.id(), id -> new CompletableFuture<>());
        follow(file);
        clock.execute(this::look);
        return outcome;
    }

    /** From now on it is looked after, or no longer. */
    void follow(KeptFile file) {
        if (file.isUnderWay()) moving.put(file.id(), file);
        else moving.remove(file.id());
    }

    /** It is gone. */
    void forget(KeptFile file) {
        moving.remove(file.id());
        awaited.remove(file.id());
    }

    /** While nothing else is done with the files of this ticket. */
    <R> R alone(String ticket, Supplier<R> work) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        while (!taken.add(ticket)) {
            if (System.nanoTime() > end) throw busy();
            pause();
        }
        try {
            return work.get();
        } finally {
            taken.remove(ticket);
        }
    }

    private static Refusal busy() {
        return new Refusal(
                Reason.UNAVAILABLE, "A file of this ticket is on its way at this moment. Try again in a moment.");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private void look() {
        try {
            long now = engine.ground().now();
            boolean goes =
                    moving.values().stream().anyMatch(KeptFile::isMoving) || !moving.isEmpty() && destination.exists();
            if (!goes) return;
            moving.values().stream()
                    .filter(file -> file.standing().next() <= now)
                    .sorted(Comparator.comparingLong(KeptFile::at).thenComparing(KeptFile::id))
                    .forEach(this::send);
        } catch (RuntimeException e) {
            LOG.warn("Files that wait can't be looked at now; it is tried again", e);
        }
    }

    private void send(KeptFile file) {
        if (!taken.add(file.ticket())) return;
        threads.execute(() -> {
            try {
                work(file);
            } finally {
                taken.remove(file.ticket());
            }
        });
    }

    private void work(KeptFile file) {
        try {
            Optional<KeptFile> kept = book.find(file.ticket(), file.id());
            if (kept.filter(KeptFile::isUnderWay).isPresent()) done(kept.get(), carrying.carry(kept.get()));
            else moving.remove(file.id()); // since it was looked at somebody else has seen to it
        } catch (RuntimeException e) {
            LOG.error("The file {} couldn't be looked after; it is tried again in a minute", file.id(), e);
            moving.computeIfPresent(
                    file.id(), (id, at) -> at.standing(due(at, engine.ground().now() + DEFECT)));
        }
    }

    private void done(KeptFile before, Outcome outcome) {
        follow(outcome.file());
        if (outcome.file().is(State.ARRIVED)) wake(outcome.file().ticket());
        if (outcome.file().version() != before.version()) told.accept(outcome.file());
        if (outcome.isBehind() && !isHeldUp(outcome.file())) return;
        CompletableFuture<Outcome> asker = awaited.remove(before.id());
        if (asker != null) asker.complete(outcome);
    }

    /** One before it has come to nothing already, so that it may take long. */
    private boolean isHeldUp(KeptFile file) {
        return moving.values().stream()
                .anyMatch(other -> other.ticket().equals(file.ticket())
                        && other.at() < file.at()
                        && other.standing().tries() > 0);
    }

    /** The system answers: nobody waits any longer than it must. */
    private void wake(String ticket) {
        long now = engine.ground().now();
        moving.replaceAll((id, file) ->
                file.standing().tries() > 0 || file.ticket().equals(ticket) ? file.standing(due(file, now)) : file);
    }

    private static Standing due(KeptFile file, long next) {
        Standing now = file.standing();
        return new Standing(now.state(), now.why(), next, now.tries(), now.inTurn());
    }

    @Override
    public void close() {
        clock.shutdownNow();
        threads.shutdownNow();
    }
}
