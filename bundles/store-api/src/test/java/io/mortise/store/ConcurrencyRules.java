package io.mortise.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds while several write and look on. */
interface ConcurrencyRules extends Samples {
    @Test
    default void aReaderNeitherSeesNorWaitsForAWriter() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        inThreads(
                () -> {
                    change(w -> {
                        w.mark(Dirty.of("k", 1, NOON));
                        written.countDown();
                        await(seen);
                    });
                    return null;
                },
                () -> {
                    await(written);
                    assertThat(seen().dirtyCount()).isZero();
                    seen.countDown();
                    return null;
                });
        assertThat(seen().dirtyCount()).isOne();
    }

    @Test
    default void aLookIsConsistentWhileOthersWrite() throws Exception {
        inThreads(
                () -> {
                    for (int i = 0; i < 50; i++) {
                        Row row = row("row");
                        change(w -> {
                            w.insert(row);
                            w.tell(entry(row.ref(), "created"));
                        });
                    }
                    return null;
                },
                () -> {
                    for (int i = 0; i < 50; i++) {
                        long apart = look(r -> r.count(Query.all("contact", 1))
                                - r.journal("", 1000).size());
                        assertThat(apart).isZero();
                    }
                    return null;
                });
    }

    @Test
    default void twoThreadsLoseNoUpdate() throws Exception {
        Row row = kept(row("0"));
        Callable<Void> count = () -> {
            int done = 0;
            while (done < 100) if (counted(row)) done++;
            return null;
        };
        inThreads(count, count);
        Row end = seen().row(row.ref()).orElseThrow();
        assertThat(end.version()).isEqualTo(201);
        assertThat(end.title()).isEqualTo("200");
    }

    @Test
    default void twoThreadsLoseNoUpdateOfWhatHasNoVersion() throws Exception {
        Link link = Samples.memory(link("bms", "1", kept(row("r")).ref().id()), "0");
        change(w -> w.put(link));
        Callable<Void> count = () -> {
            for (int i = 0; i < 100; i++)
                change(w -> w.put(counted(w.link(link.id()).orElseThrow())));
            return null;
        };
        inThreads(count, count);
        assertThat(seen().link(link.id()).orElseThrow().memory()).isEqualTo("200");
    }

    private static Link counted(Link link) {
        return Samples.memory(link, Integer.toString(Integer.parseInt(link.memory()) + 1));
    }

    @Test
    default void ofTwoThatLookForEachOtherOneSeesTheOther() throws Exception {
        for (int round = 0; round < 50; round++) {
            String key = "round" + round + "/";
            AtomicInteger seen = new AtomicInteger();
            CountDownLatch both = new CountDownLatch(2);
            inThreads(lookingFor(key + "a", key + "b", both, seen), lookingFor(key + "b", key + "a", both, seen));
            assertThat(seen).hasValue(1);
        }
    }

    private Callable<Void> lookingFor(String other, String mine, CountDownLatch both, AtomicInteger seen) {
        return () -> {
            both.countDown();
            await(both);
            boolean there = store().<Boolean>write(w -> {
                boolean found = w.dirty(NOON, 999).stream()
                        .anyMatch(dirty -> dirty.key().equals(other));
                w.mark(Dirty.of(mine, 1, NOON));
                return found;
            });
            if (there) seen.incrementAndGet();
            return null;
        };
    }

    private boolean counted(Row row) {
        Row now = seen().row(row.ref()).orElseThrow();
        try {
            change(w -> w.update(Samples.next(now, Integer.toString(Integer.parseInt(now.title()) + 1))));
            return true;
        } catch (Stale again) {
            return false;
        }
    }

    @Test
    default void aPersonIsNotStarvedByBulkWork() throws Exception {
        AtomicInteger bulk = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        List<Dirty> many = IntStream.range(0, 500)
                .mapToObj(i -> Dirty.of("k" + i, 4, NOON))
                .toList();
        inThreads(
                () -> {
                    while (!over.get()) {
                        change(w -> w.mark(many));
                        bulk.incrementAndGet();
                    }
                    return null;
                },
                () -> {
                    while (bulk.get() < 20) Thread.onSpinWait();
                    int waited = 0;
                    for (int i = 0; i < 30; i++) waited += waited(bulk);
                    over.set(true);
                    // One each, and some that end beside the counting or on another connection.
                    assertThat(waited).isLessThanOrEqualTo(3 * 30);
                    return null;
                });
    }

    /** How many bulk transactions ended while a person's change was waiting. */
    private int waited(AtomicInteger bulk) {
        int before = bulk.get();
        change(w -> w.put(Document.of("n", "", store().newId(), "{}")));
        return bulk.get() - before;
    }

    @Test
    default void idsAreNeverGivenTwice() throws Exception {
        Set<String> ids = java.util.Collections.synchronizedSet(new TreeSet<>());
        Callable<Void> take = () -> {
            for (int i = 0; i < 10_000; i++) ids.add(store().newId());
            return null;
        };
        inThreads(take, take);
        assertThat(ids).hasSize(20_000);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SafeVarargs
    private static void inThreads(Callable<Void>... tasks) throws Exception {
        var threads = Executors.newFixedThreadPool(tasks.length);
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (Callable<Void> task : tasks) all.add(threads.submit(task));
            for (Future<Void> one : all) one.get(60, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
    }
}
