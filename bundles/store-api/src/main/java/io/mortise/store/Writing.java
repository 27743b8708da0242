package io.mortise.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What can be changed inside a transaction. A later look inside the same transaction sees it. Once a change has failed,
 * nothing of the transaction can be kept, even if its work catches the failure.
 */
@ProviderType
public interface Writing extends Reading {
    /**
     * Adds rows that don't exist yet.
     *
     * @throws IllegalStateException if one exists
     */
    void insert(Collection<Row> rows);

    /**
     * Replaces rows whose kept version is one below the given one.
     *
     * @throws Stale if one has been changed or doesn't exist; the whole transaction is undone
     */
    void update(Collection<Row> rows);

    /**
     * Adds or replaces links by link id, one after the other in the order of their ids. To hand a remote id or a record
     * from one link to another, first {@link #unlink} or change the one that has it.
     *
     * @throws IllegalStateException if (connection, type, remote id) or (connection, record) would be there twice
     */
    void put(Collection<Link> links);

    /** Removes links; records stay. */
    void unlink(Collection<String> linkIds);

    /** Appends to the journal, which is never changed. */
    void tell(Collection<Entry> entries);

    /**
     * Marks keys dirty: a new key is added; a known one gets a new generation, the more urgent priority of the two and
     * the earlier time of the two.
     */
    void mark(Collection<Dirty> keys);

    /** Puts a key off until {@code notBefore}, if its generation is still the one given. */
    void postpone(String key, long generation, Instant notBefore);

    /** Removes keys whose generation is still the one given. */
    void done(Collection<Dirty> keys);

    /**
     * Adds a document (version 1) or replaces the one whose version is one below. What has expired by the store's own
     * clock is gone: a first version may take its place.
     *
     * @throws Stale if it has been changed
     */
    void put(Document document);

    void remove(Document.Name name);

    /** Removes all documents of a namespace and owner. */
    void removeAll(String namespace, String owner);

    default void insert(Row row) {
        insert(List.of(row));
    }

    default void update(Row row) {
        update(List.of(row));
    }

    default void put(Link link) {
        put(List.of(link));
    }

    default void tell(Entry entry) {
        tell(List.of(entry));
    }

    default void mark(Dirty key) {
        mark(List.of(key));
    }
}
