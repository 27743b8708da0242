package io.mortise.store.sql.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real transactions of a real SQLite; the test holds the first one open until all others wait behind it. */
class TogetherTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch open = new CountDownLatch(1);
    private final List<Boolean> transactions = new ArrayList<>();
    private final Together together = new Together(this::transaction, () -> 0);
    private boolean failsAfterCommit;
    private Connection connection;
    private Sql sql;

    @BeforeEach
    void table() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        sql = new Sql(Statements.kept(connection), new SqliteDialect());
        sql.run("CREATE TABLE kept (name TEXT PRIMARY KEY);\n");
    }

    @AfterEach
    void end() throws SQLException {
        threads.shutdownNow();
        connection.close();
    }

    private void transaction(boolean durably, Consumer<Sql> work) {
        transactions.add(durably);
        sql.change("BEGIN IMMEDIATE");
        try {
            work.accept(sql);
        } catch (RuntimeException | Error e) {
            sql.change("ROLLBACK");
            throw e;
        }
        sql.change("COMMIT");
        if (failsAfterCommit && !kept().isEmpty()) throw new IllegalStateException("no word of the commit");
    }

    private List<String> kept() {
        return sql.list("SELECT name FROM kept ORDER BY rowid", Cells::text);
    }

    private static Function<Sql, String> adds(String name) {
        return s -> {
            s.change("INSERT INTO kept VALUES (?)", name);
            return name;
        };
    }

    private CompletableFuture<String> write(boolean durably, Function<Sql, String> work) throws InterruptedException {
        int before = together.waiting();
        CompletableFuture<String> done = CompletableFuture.supplyAsync(() -> together.write(durably, work), threads);
        while (together.waiting() == before) TimeUnit.MILLISECONDS.sleep(1);
        return done;
    }

    /** Leads, and lets nobody go on before {@link #open}. */
    private CompletableFuture<String> first() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> done = CompletableFuture.supplyAsync(
                () -> together.write(false, s -> {
                    begun.countDown();
                    try {
                        open.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return "first";
                }),
                threads);
        begun.await();
        return done;
    }

    @Test
    void whoWaitsAtTheSameMomentSharesOneDurableTransaction() throws Exception {
        var first = first();
        var some = List.of(write(true, adds("a")), write(true, adds("b")), write(true, adds("c")));
        open.countDown();
        assertThat(first.join()).isEqualTo("first");
        assertThat(some).extracting(CompletableFuture::join).containsExactly("a", "b", "c");
        assertThat(kept()).containsExactly("a", "b", "c");
        assertThat(transactions).containsExactly(false, true);
    }

    @Test
    void whatMustBeOnDiskSharesWithItsLikeAlone() throws Exception {
        var first = first();
        var some = List.of(
                write(false, adds("a")), write(true, adds("b")), write(true, adds("c")), write(false, adds("d")));
        open.countDown();
        first.join();
        assertThat(some).extracting(CompletableFuture::join).containsExactly("a", "b", "c", "d");
        assertThat(transactions).containsExactly(false, true, false);
    }

    @Test
    void whoFailsIsUndoneAlone() throws Exception {
        var first = first();
        var a = write(true, adds("a"));
        var twice = write(true, adds("b").andThen(b -> adds("a").apply(sql)));
        var c = write(true, adds("c"));
        open.countDown();
        first.join();
        assertThat(a.join()).isEqualTo("a");
        assertThat(c.join()).isEqualTo("c");
        assertThatThrownBy(twice::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(kept()).containsExactly("a", "c");
        assertThat(transactions).containsExactly(false, true);
    }

    @Test
    void aCommitOfUnknownOutcomeIsToldAndNothingIsDoneTwice() throws Exception {
        failsAfterCommit = true;
        var first = first();
        var some = List.of(write(true, adds("a")), write(true, adds("b")));
        open.countDown();
        first.join();
        assertThat(some).allMatch(TogetherTest::fails);
        assertThat(kept()).containsExactly("a", "b");
        assertThat(transactions).hasSize(2);
    }

    private static boolean fails(CompletableFuture<String> each) {
        return each.handle((name, failure) -> failure != null).join();
    }

    @Test
    void whereNothingCanBeBegunEachIsToldSo() throws Exception {
        connection.close();
        assertThatThrownBy(() -> together.write(true, adds("a"))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> together.write(true, adds("a"))).isInstanceOf(RuntimeException.class);
    }
}
