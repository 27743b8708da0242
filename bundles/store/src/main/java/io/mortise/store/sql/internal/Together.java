package io.mortise.store.sql.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Writers who wait at the same moment share one transaction: whoever is first in the queue does its own work in it and
 * that of those behind, in their order, and commits once. Nobody waits for company. One that fails is undone alone; if
 * the whole transaction fails, each goes once more by itself. Thread-safe.
 */
final class Together {
    /** Nanoseconds after which nobody joins a transaction any more: whoever comes next waits no longer than for this one. */
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(5);

    private static final int MOST = 64;

    private final Frame frame;
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
        this.frame = frame;
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
        List<Member<?>> group = new ArrayList<>();
        boolean whole = false;
        try {
            boolean durably = isDurable();
            pausing(() -> frame.around(durably, sql -> all(sql, durably, group)));
            whole = true;
        } catch (RuntimeException | Error e) {
            if (group.isEmpty()) group.add(next(true)); // nothing could be begun
            if (group.size() == 1) group.get(0).failure = e;
        } finally {
            over(group, whole);
        }
    }

    private void over(List<Member<?>> group, boolean whole) {
        handOver();
        for (Member<?> member : group) member.become(whole || member.failure != null ? State.DONE : State.ALONE);
    }

    private synchronized void handOver() {
        led = !queue.isEmpty();
        if (led) queue.peek().become(State.LEADS);
    }

    private synchronized boolean isDurable() {
        return queue.stream().anyMatch(member -> member.durable);
    }

    private void all(Sql sql, boolean durably, List<Member<?>> group) {
        long began = System.nanoTime();
        for (Member<?> next = next(durably); next != null; next = next(durably)) {
            group.add(next);
            if (group.size() == 1) next.work(sql.another());
            else inside(sql, next);
            if (group.size() == MOST || System.nanoTime() - began > LONGEST) return;
        }
    }

    /** One that must be on disk can't join those that needn't. */
    private synchronized Member<?> next(boolean durably) {
        Member<?> first = queue.peek();
        return first == null || first.durable && !durably ? null : queue.remove();
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
