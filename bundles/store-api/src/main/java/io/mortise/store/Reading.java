package io.mortise.store;

import io.mortise.model.Ref;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What can be asked inside a transaction. Lists are in a stable order; only what is asked for is loaded. */
@ProviderType
public interface Reading {
    Optional<Row> row(Ref ref);

    /** Those that exist, by ref. */
    Map<Ref, Row> rows(Collection<Ref> refs);

    /** What those that exist are called, by ref; their rows aren't read for it. */
    Map<Ref, String> titles(Collection<Ref> refs);

    /** At most {@code query.limit()} rows, in the order asked for, ties by id. */
    List<Row> rows(Query query);

    /** All of them, however long it takes. */
    default long count(Query query) {
        return count(query, Long.MAX_VALUE);
    }

    /** How many there are, without looking for more than {@code atMost}: limit and position of the query don't matter. */
    long count(Query query, long atMost);

    Optional<Link> link(String linkId);

    Optional<Link> link(String connection, String type, String remoteId);

    /** Those that exist, by their ids: one question for a whole page. */
    Map<String, Link> linksById(Collection<String> linkIds);

    /** All links of one record, by connection. */
    List<Link> links(Ref record);

    /** The links of several records, by record, each list by connection. */
    Map<Ref, List<Link>> links(Collection<Ref> records);

    /** What an intake page needs to tell changed from unchanged, by the vendor's id; unknown ones are left out. */
    Map<String, Known> known(String connection, String type, Collection<String> remoteIds);

    record Known(String linkId, Link.State state, String fingerprint) {}

    /** Links of a connection, by link id, after {@code afterLinkId} ("" for the first). */
    List<Link> links(LinkQuery query, String afterLinkId, int limit);

    /** How many links there are, by connection, type, state, sync state and question. */
    List<Tally> tally();

    record Tally(String connection, String type, Link.State state, Link.Sync sync, Link.Asks asks, long count) {}

    /** Newest first: entries of one record with an id below {@code beforeId} ("" for the newest). */
    List<Entry> journal(Ref ref, String beforeId, int limit);

    /** Newest first: entries of all records. */
    List<Entry> journal(String beforeId, int limit);

    /**
     * Oldest first: entries of all records with an id above {@code afterId}. One that commits late can have a lower id
     * than one that was seen before it: ask again for the last seconds.
     */
    List<Entry> journalAfter(String afterId, int limit);

    /** Keys due at {@code now}, most urgent first, then longest waiting, ties by key. */
    List<Dirty> dirty(Instant now, int limit);

    /** As {@link #dirty(Instant, int)}, of these priorities only, both included. */
    List<Dirty> dirty(Instant now, int from, int to, int limit);

    /**
     * As {@link #dirty(Instant, int, int, int)}, but of each lane ({@link Dirty#lane}) its first {@code each}: whatever is
     * due has its lane here, however many keys of others come before it. Keys that wait for later are never gone through.
     */
    List<Dirty> dirtyOfEach(Instant now, int from, int to, int each);

    /** How many keys begin with {@code prefix}, which isn't empty, and fall due by {@code until}. */
    long dirtyCount(String prefix, Instant until);

    /** The dirty mark of one key. */
    Optional<Dirty> dirty(String key);

    /** When the next key falls due, if any waits. */
    Optional<Instant> nextDue();

    long dirtyCount();

    /** Empty as well when it has expired by {@code now}. */
    Optional<Document> document(Document.Name name, Instant now);

    /** Documents of a namespace (and owner, unless "") that haven't expired by {@code now}, by owner and key. */
    List<Document> documents(String namespace, String owner, Instant now);
}
