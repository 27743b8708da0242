package io.mortise.sync.internal.service;

import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.sync.internal.remote.Account;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks all systems at once how a person stands there. What takes too long goes on by itself, once, and is known when it
 * is looked at again. Thread-safe.
 */
final class LoginRound implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 4;
    private static final int IDLE = 10;

    private final LoginCheck check;
    private final Duration patience;
    /** By connection: one that hangs takes no other's threads. */
    private final Map<String, ExecutorService> threads = new ConcurrentHashMap<>();

    /** By login, as it was. */
    private final Map<String, Future<?>> underWay = new ConcurrentHashMap<>();

    private volatile boolean stopped;

    LoginRound(LoginCheck check) {
        this(check, PATIENCE);
    }

    /** @param patience for all of them together */
    LoginRound(LoginCheck check, Duration patience) {
        this.check = check;
        this.patience = patience;
    }

    /**
     * @param logins of one person
     * @return ids of the connections that haven't answered yet
     */
    Set<String> unanswered(Map<Account, Login> logins, String email) {
        long end = System.nanoTime() + patience.toNanos();
        underWay.values().removeIf(Future::isDone);
        Map<String, Future<?>> asked = new TreeMap<>();
        logins.forEach((account, login) -> {
            if (check.isDue(account, login)) asked.put(account.id(), ask(account, login, email));
        });
        Set<String> unanswered = new TreeSet<>();
        asked.forEach((id, answer) -> {
            if (!isHere(answer, end)) unanswered.add(id);
        });
        return unanswered;
    }

    /** Without waiting for the answer. */
    void remind(Account account, Login login, String email) {
        underWay.values().removeIf(Future::isDone);
        if (check.isDue(account, login)) ask(account, login, email);
    }

    private Future<?> ask(Account account, Login login, String email) {
        String key = login.connection() + "/" + login.user() + "/" + login.version();
        try {
            return underWay.compute(
                    key,
                    (k, before) -> before != null && !before.isDone()
                            ? before
                            : threads(account.id()).submit(() -> check.checked(account, login, email)));
        } catch (RejectedExecutionException e) {
            throw new Refusal(Reason.UNAVAILABLE, "This server stops.");
        }
    }

    private ExecutorService threads(String connection) {
        if (stopped) throw new RejectedExecutionException();
        return threads.computeIfAbsent(connection, id -> threads());
    }

    /** None while there is nothing to ask. */
    private static ExecutorService threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                AT_ONCE, AT_ONCE, IDLE, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Names.of("mortise-login"));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static boolean isHere(Future<?> answer, long end) {
        try {
            answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException ours) throw ours;
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        stopped = true;
        threads.values().forEach(ExecutorService::shutdownNow);
    }
}
