package io.mortise.store.sql.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.store.Dirty;
import io.mortise.store.Store;
import io.mortise.store.StoreContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStoreTest extends StoreContract {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private static SqlStore store;
    private static PostgresDatabase cleaner;

    @BeforeAll
    static void start() {
        POSTGRES.fresh().close();
        store = Opening.store(POSTGRES.address(), Path.of("unused"));
        cleaner = new PostgresDatabase(PostgresAddress.of(POSTGRES.address()));
    }

    @Override
    protected Store open() {
        cleaner.write(sql -> sql.change("TRUNCATE entity, link, link_memory, journal, dirty, document"));
        return store;
    }

    @Test
    void workThatEndsInADeadlockRunsAgain() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var one = threads.submit(() -> markBoth("a", "b", runs, bothHoldOne));
            var other = threads.submit(() -> markBoth("b", "a", runs, bothHoldOne));
            one.get(30, TimeUnit.SECONDS);
            other.get(30, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
        assertThat(runs).hasValueGreaterThanOrEqualTo(3);
        long dirty = store.<Long>read(r -> r.dirtyCount());
        assertThat(dirty).isEqualTo(2);
    }

    private static String markBoth(String first, String second, AtomicInteger runs, CountDownLatch bothHoldOne) {
        return store.write(w -> {
            runs.incrementAndGet();
            w.mark(Dirty.of(first, 1, Instant.EPOCH));
            bothHoldOne.countDown();
            try {
                assertThat(bothHoldOne.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            w.mark(Dirty.of(second, 1, Instant.EPOCH));
            return "";
        });
    }

    @AfterAll
    static void stop() {
        store.close();
        cleaner.close();
    }
}
