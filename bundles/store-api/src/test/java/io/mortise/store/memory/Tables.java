package io.mortise.store.memory;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import io.mortise.model.Ref;
import io.mortise.store.Dirty;
import io.mortise.store.Document;
import io.mortise.store.Entry;
import io.mortise.store.Link;
import java.util.Comparator;
import java.util.List;

/** All that the store holds, each thing in the orders in which it is asked for. */
record Tables(
        Table<Ref, Kept> rows,
        Table<Long, Link> links,
        Table<Remote, Link> byRemote,
        Table<Local, Link> byRecord,
        Table<Long, Entry> journal,
        Table<Long, Entry> journalUp,
        Table<Told, Entry> told,
        Table<String, Dirty> dirty,
        Table<Dirty, Dirty> urgent,
        Table<Dirty, Dirty> due,
        Table<Document.Name, Document> documents) {
    record Remote(String connection, String type, String id) {}

    record Local(Ref record, String connection) {}

    record Told(Ref ref, long id) {}

    private static final Comparator<Ref> REF = comparing(Ref::type, Order.TEXT).thenComparing(Ref::id, Order.ID);
    private static final Comparator<Dirty> TIME = comparing(Dirty::notBefore).thenComparing(Dirty::key, Order.TEXT);

    Tables() {
        this(
                new Table<>(REF),
                new Table<>(Comparator.<Long>naturalOrder()),
                new Table<>(comparing(Remote::connection)
                        .thenComparing(Remote::type)
                        .thenComparing(Remote::id)),
                new Table<>(comparing(Local::record, REF).thenComparing(Local::connection, Order.TEXT)),
                new Table<>(Comparator.<Long>reverseOrder()),
                new Table<>(Comparator.<Long>naturalOrder()),
                new Table<>(comparing(Told::ref, REF)
                        .thenComparing(comparingLong(Told::id).reversed())),
                new Table<>(Comparator.<String>naturalOrder()),
                new Table<>(comparingInt(Dirty::priority).thenComparing(TIME)),
                new Table<>(TIME),
                new Table<>(comparing(Document.Name::namespace)
                        .thenComparing(Document.Name::owner, Order.TEXT)
                        .thenComparing(Document.Name::key, Order.TEXT)));
    }

    Tables draft() {
        return new Tables(
                rows.draft(),
                links.draft(),
                byRemote.draft(),
                byRecord.draft(),
                journal.draft(),
                journalUp.draft(),
                told.draft(),
                dirty.draft(),
                urgent.draft(),
                due.draft(),
                documents.draft());
    }

    void commit() {
        all().forEach(Table::commit);
    }

    /** From here on, {@link #fallBack} returns to what is there now. */
    void settle() {
        all().forEach(Table::settle);
    }

    void fallBack() {
        all().forEach(Table::fallBack);
    }

    private List<Table<?, ?>> all() {
        return List.of(rows, links, byRemote, byRecord, journal, journalUp, told, dirty, urgent, due, documents);
    }
}
