package io.mortise.store.memory;

import io.mortise.store.Reading;
import io.mortise.store.Store;
import io.mortise.store.Writing;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * A store that forgets everything with its object. One writer at a time, who works on a draft: readers never see or wait
 * for it, and what isn't committed is simply dropped. Ids count from 1, so equal work gives equal contents.
 */
public final class MemoryStore implements Store {
    private final Clock clock;
    private final AtomicLong ids = new AtomicLong();
    private final Tables tables = new Tables();
    private final ReentrantLock writer = new ReentrantLock(true);
    private final ReentrantReadWriteLock contents = new ReentrantReadWriteLock();
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
    private volatile Runnable beforeCommit = () -> {};

    public MemoryStore() {
        this(Clock.systemUTC());
    }

    /** @param clock tells when documents have expired for writers */
    public MemoryStore(Clock clock) {
        this.clock = clock;
    }

    /** Called at the end of each transaction that writes; if it throws, the transaction is undone as in a crash. */
    public void onCommit(Runnable hook) {
        beforeCommit = hook;
    }

    @Override
    public <R> R read(Function<? super Reading, ? extends R> look) {
        return alone(() -> {
            contents.readLock().lock();
            try {
                return look.apply(new Look(tables));
            } finally {
                contents.readLock().unlock();
            }
        });
    }

    @Override
    public <R> R write(Function<? super Writing, ? extends R> work) {
        return write(work, () -> {});
    }

    @Override
    public <R> R writeDurably(Function<? super Writing, ? extends R> work) {
        return write(work, tables::settle);
    }

    private <R> R write(Function<? super Writing, ? extends R> work, Runnable after) {
        return alone(() -> {
            writer.lock();
            try {
                Tables draft = tables.draft();
                Change change = new Change(draft, clock.instant(), ids::incrementAndGet);
                R result = work.apply(change);
                change.requireSound();
                beforeCommit.run();
                alter(draft::commit);
                after.run();
                return result;
            } finally {
                writer.unlock();
            }
        });
    }

    /** Undoes all that was committed since the last {@link #writeDurably}. */
    public void losePower() {
        writer.lock();
        try {
            alter(tables::fallBack);
        } finally {
            writer.unlock();
        }
    }

    @Override
    public String newId() {
        return Long.toString(ids.incrementAndGet());
    }

    private void alter(Runnable change) {
        contents.writeLock().lock();
        try {
            change.run();
        } finally {
            contents.writeLock().unlock();
        }
    }

    private <R> R alone(java.util.function.Supplier<R> transaction) {
        if (inside.get()) throw new IllegalStateException("a transaction must not be opened inside another");
        inside.set(true);
        try {
            return transaction.get();
        } finally {
            inside.remove();
        }
    }
}
