package io.mortise.store.sql.internal;

import io.mortise.store.Dirty;
import io.mortise.store.Document;
import io.mortise.store.Entry;
import io.mortise.store.Link;
import io.mortise.store.Row;
import io.mortise.store.Writing;
import java.time.Instant;
import java.util.Collection;

/** Hands each change to its table. */
final class SqlWriting extends SqlReading implements Writing {
    private final Sql sql;
    private final Instant now;
    private final Ids ids;

    SqlWriting(Sql sql, Columns columns, Instant now, Ids ids) {
        super(sql, columns);
        this.sql = sql;
        this.now = now;
        this.ids = ids;
    }

    @Override
    public void insert(Collection<Row> rows) {
        whole(() -> entities.insert(rows));
    }

    @Override
    public void update(Collection<Row> rows) {
        whole(() -> entities.update(rows));
    }

    @Override
    public void put(Collection<Link> all) {
        whole(() -> links.put(all));
    }

    @Override
    public void unlink(Collection<String> linkIds) {
        whole(() -> links.remove(linkIds));
    }

    @Override
    public void tell(Collection<Entry> entries) {
        whole(() -> journal.add(entries));
    }

    @Override
    public void mark(Collection<Dirty> keys) {
        whole(() -> dirty.mark(keys, ids));
    }

    @Override
    public void postpone(String key, long generation, Instant notBefore) {
        whole(() -> dirty.postpone(key, generation, notBefore));
    }

    @Override
    public void done(Collection<Dirty> keys) {
        whole(() -> dirty.remove(keys));
    }

    @Override
    public void put(Document document) {
        whole(() -> documents.put(document, now));
    }

    @Override
    public void remove(Document.Name name) {
        whole(() -> documents.remove(name));
    }

    @Override
    public void removeAll(String namespace, String owner) {
        whole(() -> documents.removeAll(namespace, owner));
    }

    private void whole(Runnable change) {
        asked.forget();
        try {
            change.run();
        } catch (RuntimeException e) {
            throw sql.fail(e);
        }
    }
}
