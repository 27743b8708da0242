package io.mortise.store;

import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one memory of the hub, durable and transactional. Thread-safe. Transactions are short: nothing remote is called
 * inside one, and none is opened inside another on the same thread
 * (an IllegalStateException). Each throws an {@link io.mortise.model.Outage} while the database is away, full or busy.
 */
@ProviderType
public interface Store {
    /** A consistent look at what is committed. Never waits for a writer. */
    <R> R read(Function<? super Reading, ? extends R> look);

    /**
     * All of it or nothing: committed when {@code work} returns, undone when it throws. It is as if nobody else wrote
     * meanwhile: what {@code work} has read is still so at its commit. It may run again after a conflict with another
     * node, so it must have no effect outside the store. Interactive work does not wait behind bulk work for longer
     * than one bulk transaction. A commit survives the end of the process, however it comes; a power failure may undo
     * the last seconds of them, never one without all that came after it.
     */
    <R> R write(Function<? super Writing, ? extends R> work);

    /**
     * As {@link #write}; once it returns, not even a power failure undoes it or anything committed before it. For what
     * nobody can fetch or derive again: a person's edit, what is about to be sent to a vendor. Costs a few milliseconds
     * more, so bulk work doesn't take it.
     */
    <R> R writeDurably(Function<? super Writing, ? extends R> work);

    /** A new id: positive, rising with time, never given twice, also by several nodes at once. As decimal text. */
    String newId();
}
