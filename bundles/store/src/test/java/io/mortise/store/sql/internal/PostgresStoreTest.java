package io.mortise.store.sql.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.store.Dirty;
import io.mortise.store.Store;
import io.mortise.store.StoreContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
        cleaner.write(sql -> sql.change("TRUNCATE entity, listed, link, link_memory, journal, dirty, document"));
        return store;
    }

    /** Two processes have nothing in common but the server. */
    @Test
    void twoNodesLoseNoUpdate() throws Exception {
        SqlStore other = Opening.store(POSTGRES.address(), Path.of("unused"));
        store.write(w -> {
            w.mark(Dirty.of("0", 1, Instant.EPOCH));
            return "";
        });
        var threads = Executors.newFixedThreadPool(2);
        try {
            var one = threads.submit(() -> count(store));
            var two = threads.submit(() -> count(other));
            one.get(30, TimeUnit.SECONDS);
            two.get(30, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
            other.close();
        }
        assertThat(store.<String>read(r -> r.dirty(Instant.EPOCH, 9).get(0).key()))
                .isEqualTo("200");
    }

    /** The key is the count, so that nothing but the transaction guards it. */
    private static void count(SqlStore store) {
        for (int i = 0; i < 100; i++)
            store.write(w -> {
                Dirty now = w.dirty(Instant.EPOCH, 9).get(0);
                w.done(List.of(now));
                w.mark(Dirty.of(Integer.toString(Integer.parseInt(now.key()) + 1), 1, Instant.EPOCH));
                return "";
            });
    }

    @Test
    void manyWritersLeaveConnectionsToReaders() throws Exception {
        var threads = Executors.newFixedThreadPool(30);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 30; i++) all.add(threads.submit(() -> slow(held, over)));
            assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(store.<Long>read(r -> r.dirtyCount())).isZero();
            over.countDown();
            for (Future<String> one : all) one.get(30, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
    }

    private static String slow(CountDownLatch held, CountDownLatch over) {
        return store.write(w -> {
            held.countDown();
            try {
                assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "";
        });
    }

    @AfterAll
    static void stop() {
        store.close();
        cleaner.close();
    }
}
