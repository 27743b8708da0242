package io.mortise.store.memory;

import static java.util.Comparator.comparing;

import io.mortise.model.Ref;
import io.mortise.store.Dirty;
import io.mortise.store.Document;
import io.mortise.store.Entry;
import io.mortise.store.Link;
import io.mortise.store.Row;
import io.mortise.store.Stale;
import io.mortise.store.Writing;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.LongSupplier;

final class Change extends Look implements Writing {
    private final Instant now;
    private final LongSupplier generations;
    private RuntimeException broken;

    Change(Tables draft, Instant now, LongSupplier generations) {
        super(draft);
        this.now = now;
        this.generations = generations;
    }

    /** Work may have caught the failure of a change; it must not get through with the rest. */
    void requireSound() {
        if (broken != null) throw broken;
    }

    @Override
    public void insert(Collection<Row> rows) {
        for (Row row : rows) {
            if (row(row.ref()).isPresent()) fail(new IllegalStateException(row.ref() + " exists already"));
            keep(row);
        }
    }

    @Override
    public void update(Collection<Row> rows) {
        for (Row row : rows) {
            boolean next = row(row.ref())
                    .filter(old -> old.version() == row.version() - 1)
                    .isPresent();
            if (!next) fail(new Stale(row.ref().toString()));
            keep(row);
        }
    }

    private void keep(Row row) {
        id(row.ref().id());
        row.within().ifPresent(this::id);
        tables.rows().put(row.ref(), new Kept(row));
    }

    @Override
    public void put(Collection<Link> links) {
        links.stream().sorted(comparing(Link::id, Order.ID)).forEach(this::put);
    }

    @Override
    public void put(Link link) {
        long id = id(link.id());
        link.record().ifPresent(this::id);
        tables.links().get(id).ifPresent(this::detach);
        remote(link).flatMap(tables.byRemote()::get).ifPresent(twin -> twice(link, "remote record"));
        local(link).flatMap(tables.byRecord()::get).ifPresent(twin -> twice(link, "record"));
        remote(link).ifPresent(key -> tables.byRemote().put(key, link));
        local(link).ifPresent(key -> tables.byRecord().put(key, link));
        tables.links().put(id, link);
    }

    private void twice(Link link, String what) {
        fail(new IllegalStateException("connection " + link.connection() + " has a link of this " + what + " already"));
    }

    @Override
    public void unlink(Collection<String> linkIds) {
        for (String linkId : linkIds) {
            link(linkId).ifPresent(this::detach);
            tables.links().remove(Order.number(linkId));
        }
    }

    private void detach(Link link) {
        remote(link).ifPresent(tables.byRemote()::remove);
        local(link).ifPresent(tables.byRecord()::remove);
    }

    private static Optional<Tables.Remote> remote(Link link) {
        return link.remoteId().map(id -> new Tables.Remote(link.connection(), link.type(), id));
    }

    private static Optional<Tables.Local> local(Link link) {
        return link.record().map(id -> new Tables.Local(new Ref(link.type(), id), link.connection()));
    }

    @Override
    public void tell(Collection<Entry> entries) {
        for (Entry entry : entries) {
            long id = id(entry.id());
            id(entry.ref().id());
            if (tables.journal().get(id).isPresent())
                fail(new IllegalStateException("the journal has an entry " + id + " already"));
            tables.journal().put(id, entry);
            tables.journalUp().put(id, entry);
            tables.told().put(new Tables.Told(entry.ref(), id), entry);
        }
    }

    @Override
    public void mark(Collection<Dirty> keys) {
        for (Dirty key : keys) {
            Optional<Dirty> old = dirty(key.key());
            int priority = Math.min(key.priority(), old.map(Dirty::priority).orElse(key.priority()));
            Instant due =
                    old.map(Dirty::notBefore).filter(key.notBefore()::isAfter).orElse(key.notBefore());
            replace(key.key(), new Dirty(key.key(), priority, generations.getAsLong(), due));
        }
    }

    @Override
    public void postpone(String key, long generation, Instant notBefore) {
        dirty(key)
                .filter(d -> d.generation() == generation)
                .ifPresent(d -> replace(key, new Dirty(key, d.priority(), generation, notBefore)));
    }

    @Override
    public void done(Collection<Dirty> keys) {
        for (Dirty key : keys)
            dirty(key.key()).filter(d -> d.generation() == key.generation()).ifPresent(this::clear);
    }

    private void replace(String key, Dirty next) {
        dirty(key).ifPresent(this::clear);
        tables.dirty().put(key, next);
        tables.urgent().put(next, next);
        tables.due().put(next, next);
    }

    private void clear(Dirty old) {
        tables.dirty().remove(old.key());
        tables.urgent().remove(old);
        tables.due().remove(old);
    }

    @Override
    public void put(Document document) {
        long before = document(document.name(), now).map(Document::version).orElse(0L);
        if (document.version() != before + 1)
            fail(new Stale("document " + document.name().namespace()));
        tables.documents().put(document.name(), document);
    }

    @Override
    public void remove(Document.Name name) {
        tables.documents().remove(name);
    }

    @Override
    public void removeAll(String namespace, String owner) {
        named(namespace, owner).stream()
                .filter(d -> d.name().owner().equals(owner))
                .forEach(d -> remove(d.name()));
    }

    private long id(String text) {
        long number = Order.number(text);
        if (number == 0) fail(new IllegalArgumentException("\"" + text + "\" is no id of ours"));
        return number;
    }

    private void fail(RuntimeException why) {
        broken = why;
        throw why;
    }
}
