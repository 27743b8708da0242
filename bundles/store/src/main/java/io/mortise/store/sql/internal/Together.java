package io.mortise.store.sql.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Writers who wait at the same moment share one transaction: whoever is first in the queue does its own work in it and
 * that of those behind, in their order, and commits once. Nobody waits for company, and what must be on disk shares with
 * its like alone: a person's save never waits for a bulk page behind it. One that fails is undone alone. If the
 * transaction breaks before its commit, each goes once more by itself; if the commit fails, its outcome may be unknown, so
 * each is told and nothing is done twice. Thread-safe.
 */
final class Together {
    /** Nanoseconds after which nobody joins a transaction any more: whoever comes next waits no longer than for this one. */
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(5);

    private static final int MOST = 64;

    private final Frame frame;
    private final LongSupplier nanos;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Deque<Member<?>> queue = new ArrayDeque<>();
    private boolean led;

    /** One transaction of a database. */
    @FunctionalInterface
    interface Frame {
        /** Committed when {@code work} returns, undone when it throws. */
        void around(boolean durably, Consumer<Sql> work);
    }

    private enum State {
        WAITS,
        LEADS,
        DONE,
        ALONE
    }

    private static final class Member<R> {
        private final boolean durable;
        private final Function<Sql, R> work;
        private final Thread thread = Thread.currentThread();
        private R result;
        private Throwable failure;
        private volatile State state = State.WAITS;

        Member(boolean durable, Function<Sql, R> work) {
            this.durable = durable;
            this.work = work;
        }

        void work(Sql sql) {
            result = work.apply(sql);
        }

        void become(State next) {
            state = next;
            LockSupport.unpark(thread);
        }

        /** An interrupt is for the work, not for its place in the queue. */
        void await() {
            boolean interrupted = false;
            while (state == State.WAITS) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) Thread.currentThread().interrupt();
        }

        R result() {
            if (failure instanceof RuntimeException e) throw e;
            if (failure instanceof Error e) throw e;
            return result;
        }
    }

    Together(Frame frame) {
        this(frame, System::nanoTime);
    }

    /** @param nanos a clock that only goes on */
    Together(Frame frame, LongSupplier nanos) {
        this.frame = frame;
        this.nanos = nanos;
    }

    <R> R write(boolean durably, Function<Sql, R> work) {
        Member<R> mine = new Member<>(durably, work);
        join(mine);
        mine.await();
        if (mine.state == State.LEADS) lead();
        if (mine.state == State.ALONE) alone(mine);
        return mine.result();
    }

    /** Nothing is written while this runs. */
    void pausing(Runnable work) {
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    /** How many wait for their turn at this moment. */
    synchronized int waiting() {
        return queue.size();
    }

    private synchronized void join(Member<?> member) {
        queue.add(member);
        if (!led) member.become(State.LEADS);
        led = true;
    }

    private void lead() {
        boolean durably = first().durable;
        List<Member<?>> group = new ArrayList<>();
        AtomicBoolean worked = new AtomicBoolean();
        try {
            pausing(() -> frame.around(durably, sql -> {
                all(sql, durably, group);
                worked.set(true);
            }));
        } catch (RuntimeException | Error e) {
            if (group.isEmpty()) group.add(next(durably)); // nothing could be begun
            boolean each = worked.get() || group.size() == 1;
            for (Member<?> member : group) if (each && member.failure == null) member.failure = e;
        } finally {
            over(group, worked.get());
        }
    }

    private void over(List<Member<?>> group, boolean worked) {
        handOver();
        for (Member<?> member : group) member.become(worked || member.failure != null ? State.DONE : State.ALONE);
    }

    private synchronized void handOver() {
        led = !queue.isEmpty();
        if (led) queue.peek().become(State.LEADS);
    }

    private synchronized Member<?> first() {
        return queue.getFirst();
    }

    private void all(Sql sql, boolean durably, List<Member<?>> group) {
        long began = nanos.getAsLong();
        for (Member<?> next = next(durably); next != null; next = next(durably)) {
            group.add(next);
            if (group.size() == 1) next.work(sql.another());
            else inside(sql, next);
            if (group.size() == MOST || nanos.getAsLong() - began > LONGEST) return;
        }
    }

    private synchronized Member<?> next(boolean durably) {
        Member<?> first = queue.peek();
        return first == null || first.durable != durably ? null : queue.remove();
    }

    /** The first needs no place to go back to: if it fails, nothing else has been done. */
    private static void inside(Sql sql, Member<?> member) {
        sql.change("SAVEPOINT member");
        try {
            member.work(sql.another());
        } catch (RuntimeException | Error e) {
            member.failure = e;
            sql.change("ROLLBACK TO member");
        }
        sql.change("RELEASE member");
    }

    private void alone(Member<?> member) {
        pausing(() -> frame.around(member.durable, sql -> member.work(sql.another())));
    }
}
