package io.mortise.store.sql.internal;

import io.mortise.model.Ref;
import io.mortise.store.Dirty;
import io.mortise.store.Document;
import io.mortise.store.Entry;
import io.mortise.store.Link;
import io.mortise.store.LinkQuery;
import io.mortise.store.Query;
import io.mortise.store.Reading;
import io.mortise.store.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands each question to its table. */
class SqlReading implements Reading {
    final Entities entities;
    final Links links;
    final Journal journal;
    final DirtySet dirty;
    final Documents documents;
    final Asked asked = new Asked();

    SqlReading(Sql sql, Columns columns) {
        entities = new Entities(sql, columns);
        links = new Links(sql);
        journal = new Journal(sql);
        dirty = new DirtySet(sql);
        documents = new Documents(sql);
    }

    @Override
    public Optional<Row> row(Ref ref) {
        return asked.answer(() -> entities.get(ref), "row", ref);
    }

    @Override
    public Map<Ref, Row> rows(Collection<Ref> refs) {
        return entities.get(refs);
    }

    @Override
    public Map<Ref, String> titles(Collection<Ref> refs) {
        return entities.titles(refs);
    }

    @Override
    public List<Row> rows(Query query) {
        return entities.list(query);
    }

    @Override
    public long count(Query query, long atMost) {
        return entities.count(query, atMost);
    }

    @Override
    public Optional<Link> link(String linkId) {
        return links.get(linkId);
    }

    @Override
    public Optional<Link> link(String connection, String type, String remoteId) {
        return asked.answer(() -> links.get(connection, type, remoteId), "link", connection, type, remoteId);
    }

    @Override
    public Map<String, Link> linksById(Collection<String> linkIds) {
        return links.get(linkIds);
    }

    @Override
    public List<Link> links(Ref record) {
        return asked.answer(() -> links.of(record), "links", record);
    }

    @Override
    public Map<Ref, List<Link>> links(Collection<Ref> records) {
        return links.of(records);
    }

    @Override
    public Map<String, Known> known(String connection, String type, Collection<String> remoteIds) {
        return links.known(connection, type, remoteIds);
    }

    @Override
    public List<Link> links(LinkQuery query, String afterLinkId, int limit) {
        return links.list(query, afterLinkId, limit);
    }

    @Override
    public List<Tally> tally() {
        return links.tally();
    }

    @Override
    public List<Entry> journal(Ref ref, String beforeId, int limit) {
        return journal.of(ref, beforeId, limit);
    }

    @Override
    public List<Entry> journal(String beforeId, int limit) {
        return journal.before(beforeId, limit);
    }

    @Override
    public List<Entry> journalAfter(String afterId, int limit) {
        return journal.after(afterId, limit);
    }

    @Override
    public List<Dirty> dirty(Instant now, int limit) {
        return dirty.due(now, Integer.MIN_VALUE, Integer.MAX_VALUE, limit);
    }

    @Override
    public List<Dirty> dirty(Instant now, int from, int to, int limit) {
        return dirty.due(now, from, to, limit);
    }

    @Override
    public List<Dirty> dirtyOfEach(Instant now, int from, int to, int each) {
        return dirty.dueOfEach(now, from, to, each);
    }

    @Override
    public long dirtyCount(String prefix, Instant until) {
        return dirty.count(prefix, until);
    }

    @Override
    public Optional<Dirty> dirty(String key) {
        return dirty.get(key);
    }

    @Override
    public Optional<Instant> nextDue() {
        return dirty.next();
    }

    @Override
    public long dirtyCount() {
        return dirty.count();
    }

    @Override
    public Optional<Document> document(Document.Name name, Instant now) {
        return asked.answer(() -> documents.get(name, now), "document", name, now);
    }

    @Override
    public List<Document> documents(String namespace, String owner, Instant now) {
        return documents.list(namespace, owner, now);
    }
}
