package io.mortise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

interface TransactionRules extends Samples {
    @Test
    default void whatWorkReturnsComesBack() {
        assertThat(store().<String>write(w -> "done")).isEqualTo("done");
        assertThat(store().<String>read(r -> "seen")).isEqualTo("seen");
    }

    @Test
    default void anExceptionLeavesNothingBehind() {
        Row old = kept(row("old"));
        Row fresh = row("fresh");
        Link link = link("bms", "1", old.ref().id());
        assertThatThrownBy(() -> change(w -> {
                    w.insert(fresh);
                    w.update(Samples.next(old, "changed"));
                    w.put(link);
                    w.tell(entry(old.ref(), "changed"));
                    w.mark(Dirty.of("k", 1, NOON));
                    w.put(Document.of("n", "", "k", "{}"));
                    throw new IllegalArgumentException("crash");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("crash");
        assertThat(seen().row(old.ref())).contains(old);
        assertThat(seen().row(fresh.ref())).isEmpty();
        assertThat(seen().link(link.id())).isEmpty();
        assertThat(seen().journal("", 9)).isEmpty();
        assertThat(seen().dirtyCount()).isZero();
        assertThat(seen().documents("n", "", NOON)).isEmpty();
        change(w -> w.insert(fresh));
        assertThat(seen().row(fresh.ref())).contains(fresh);
    }

    @Test
    default void anErrorLeavesNothingBehindEither() {
        assertThatThrownBy(() -> change(w -> {
                    w.mark(Dirty.of("k", 1, NOON));
                    throw new AssertionError("not an exception");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(seen().dirtyCount()).isZero();
    }

    @Test
    default void workThatCatchesAFailedChangeStillKeepsNothing() {
        Row row = kept(row("old"));
        assertThatThrownBy(() -> change(w -> {
                    w.mark(Dirty.of("k", 1, NOON));
                    try {
                        w.update(row);
                    } catch (Stale expected) {
                        w.mark(Dirty.of("l", 1, NOON));
                    }
                }))
                .isInstanceOf(Stale.class);
        assertThat(seen().dirtyCount()).isZero();
    }

    @Test
    default void workThatCatchesARefusedIdStillKeepsNothing() {
        assertThatThrownBy(() -> change(w -> {
                    w.mark(Dirty.of("k", 1, NOON));
                    try {
                        w.put(link("bms", "1", "no id"));
                    } catch (IllegalArgumentException expected) {
                        w.mark(Dirty.of("l", 1, NOON));
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(seen().dirtyCount()).isZero();
    }

    @Test
    default void aLaterLookInTheSameTransactionSeesTheChange() {
        Row row = row("mine");
        Link link = link("bms", "r1", row.ref().id());
        change(w -> {
            w.insert(row);
            assertThat(w.row(row.ref())).contains(row);
            assertThat(w.rows(Query.all("contact", 9))).containsExactly(row);
            w.put(link);
            assertThat(w.link("bms", "contact", "r1")).contains(link);
            assertThat(w.known("bms", "contact", List.of("r1"))).containsKey("r1");
            w.unlink(List.of(link.id()));
            assertThat(w.links(row.ref())).isEmpty();
            w.mark(Dirty.of("k", 1, NOON));
            assertThat(w.dirty(NOON, 9)).extracting(Dirty::key).containsExactly("k");
            w.update(Samples.next(row, "changed"));
            assertThat(w.rows(Query.all("contact", 9))).extracting(Row::title).containsExactly("changed");
        });
    }

    @Test
    default void aTransactionInsideAnotherIsRefused() {
        assertThatThrownBy(() -> change(w -> store().read(r -> ""))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> look(r -> store().write(w -> ""))).isInstanceOf(IllegalStateException.class);
        assertThat(seen().dirtyCount()).isZero();
    }

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
    default void idsArePositiveDecimalAndRise() {
        long last = 0;
        for (int i = 0; i < 10_000; i++) {
            String id = store().newId();
            assertThat(Long.toString(Long.parseLong(id))).isEqualTo(id);
            assertThat(Long.parseLong(id)).isGreaterThan(last);
            last = Long.parseLong(id);
        }
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
