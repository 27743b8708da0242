package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.store.Json;
import io.mortise.store.Link;
import io.mortise.store.memory.MemoryStore;
import io.mortise.sync.internal.HandClock;
import io.mortise.sync.internal.engine.Ground;
import io.mortise.sync.internal.engine.Key;
import io.mortise.sync.internal.engine.Priority;
import io.mortise.sync.internal.engine.Work;
import io.mortise.sync.internal.remote.Remote;
import io.mortise.sync.internal.remote.Remotes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final HandClock clock = new HandClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final Street street = new Street();
    private final Ground ground = new Ground(store, new Lexicon(), street, clock, new SplittableRandom(1), new Json());

    /** Where the crowded system lets nobody in until it opens, and the other isn't at home, which is soon seen. */
    private static final class Street implements Remotes {
        final CountDownLatch open = new CountDownLatch(1);
        final AtomicInteger waiting = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();

        @Override
        public List<Remote> all() {
            return List.of();
        }

        @Override
        public Optional<Remote> find(String id) {
            if (id.equals("crowded")) queue();
            return Optional.empty();
        }

        private void queue() {
            most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
            try {
                assertThat(open.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                waiting.decrementAndGet();
            }
        }
    }

    private void mark(String connection, String type, Priority priority, int count) {
        List<Link> links =
                IntStream.range(0, count).mapToObj(i -> link(connection)).toList();
        store.<Void>write(w -> {
            w.put(links);
            w.mark(links.stream()
                    .map(link -> ground.dirty(Key.below(type, link.id()), priority))
                    .toList());
            return null;
        });
    }

    private Link link(String connection) {
        String id = store.newId();
        return new Link(
                id,
                connection,
                "ticket",
                Optional.of(id),
                Optional.empty(),
                Link.State.FOUND,
                "",
                "",
                "",
                Link.Sync.SYNCED,
                "",
                Link.Asks.NOTHING,
                Optional.empty(),
                "");
    }

    private long due(String type) {
        return store.<Long>read(s -> s.dirtyCount(Key.below(type, "").toString(), clock.instant()));
    }

    private static boolean soon(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 1_000 && !holds.getAsBoolean(); i++) TimeUnit.MILLISECONDS.sleep(10);
        return holds.getAsBoolean();
    }

    @Test
    void whereOneLaneWaitsForItsSystemTheOthersGoOn() throws InterruptedException {
        mark("crowded", "relatedItem", Priority.SWEEP, 300);
        clock.pass(Duration.ofMinutes(1));
        mark("free", "ticketNote", Priority.SWEEP, 120);
        mark("free", "expense", Priority.SWEEP, 3);
        try (Workers workers = new Workers(ground, new Work(ground))) {
            assertThat(soon(() -> street.waiting.get() == Lanes.AT_ONCE)).isTrue();
            assertThat(soon(() -> due("ticketNote") == 0 && due("expense") == 0))
                    .isTrue();
            mark("free", "alert", Priority.SWEEP, 2);
            workers.ring();
            assertThat(soon(() -> due("alert") == 0))
                    .as("what comes later, too")
                    .isTrue();
            assertThat(due("relatedItem")).isEqualTo(300);
            street.open.countDown();
            assertThat(soon(() -> due("relatedItem") == 0)).isTrue();
        }
        assertThat(street.most).hasValue(Lanes.AT_ONCE);
    }

    @Test
    void whatCantWaitHasThreadsOfItsOwn() throws InterruptedException {
        for (String type : List.of("relatedItem", "ticketNote", "expense", "alert", "attachment"))
            mark("crowded", type, Priority.SWEEP, 9);
        try (Workers workers = new Workers(ground, new Work(ground))) {
            assertThat(soon(() -> street.waiting.get() == Lanes.IN_ALL)).isTrue();
            mark("free", "person", Priority.PERSON, 3);
            workers.ring();
            assertThat(soon(() -> due("person") == 0)).isTrue();
            street.open.countDown();
        }
        assertThat(street.most).hasValue(Lanes.IN_ALL);
    }
}
