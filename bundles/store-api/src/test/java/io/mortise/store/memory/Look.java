package io.mortise.store.memory;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

class Look implements Reading {
    final Tables tables;

    Look(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Row> row(Ref ref) {
        return tables.rows().get(ref).map(k -> k.row);
    }

    @Override
    public Map<Ref, Row> rows(Collection<Ref> refs) {
        Map<Ref, Row> found = new LinkedHashMap<>();
        refs.forEach(ref -> row(ref).ifPresent(row -> found.put(ref, row)));
        return found;
    }

    @Override
    public Map<Ref, String> titles(Collection<Ref> refs) {
        Map<Ref, String> titles = new LinkedHashMap<>();
        rows(refs).forEach((ref, row) -> titles.put(ref, row.title()));
        return titles;
    }

    @Override
    public List<Row> rows(Query query) {
        Selection selection = new Selection(query, this::row);
        return selected(query)
                .filter(selection::afterPosition)
                .sorted(selection.order())
                .limit(query.limit())
                .map(k -> k.row)
                .toList();
    }

    @Override
    public long count(Query query, long atMost) {
        return selected(query).limit(atMost).count();
    }

    private Stream<Kept> selected(Query query) {
        return stream(tables.rows().from(new Ref(query.type(), "0")))
                .takeWhile(k -> k.row.ref().type().equals(query.type()))
                .filter(new Selection(query, this::row));
    }

    @Override
    public Optional<Link> link(String linkId) {
        return tables.links().get(Order.number(linkId));
    }

    @Override
    public Optional<Link> link(String connection, String type, String remoteId) {
        return tables.byRemote().get(new Tables.Remote(connection, type, remoteId));
    }

    @Override
    public Map<String, Link> linksById(Collection<String> linkIds) {
        Map<String, Link> found = new LinkedHashMap<>();
        linkIds.forEach(id -> link(id).ifPresent(link -> found.put(id, link)));
        return found;
    }

    @Override
    public List<Link> links(Ref record) {
        return stream(tables.byRecord().from(new Tables.Local(record, "")))
                .takeWhile(l -> l.type().equals(record.type())
                        && l.record().orElseThrow().equals(record.id()))
                .toList();
    }

    @Override
    public Map<Ref, List<Link>> links(Collection<Ref> records) {
        Map<Ref, List<Link>> found = new LinkedHashMap<>();
        for (Ref record : records) {
            List<Link> links = links(record);
            if (!links.isEmpty()) found.put(record, links);
        }
        return found;
    }

    @Override
    public Map<String, Known> known(String connection, String type, Collection<String> remoteIds) {
        Map<String, Known> found = new LinkedHashMap<>();
        for (String id : remoteIds)
            link(connection, type, id).ifPresent(l -> found.put(id, new Known(l.id(), l.state(), l.fingerprint())));
        return found;
    }

    @Override
    public List<Link> links(LinkQuery query, String afterLinkId, int limit) {
        Predicate<Link> fits =
                l -> (query.connection().isEmpty() || query.connection().equals(l.connection()))
                        && (query.type().isEmpty() || query.type().equals(l.type()))
                        && (query.states().isEmpty() || query.states().contains(l.state()))
                        && query.parent().map(l.parent()::equals).orElse(true)
                        && (!query.asking() || l.asks() != Link.Asks.NOTHING);
        long first = afterLinkId.isEmpty() ? 0 : Long.parseLong(afterLinkId) + 1;
        return stream(tables.links().from(first)).filter(fits).limit(limit).toList();
    }

    @Override
    public List<Tally> tally() {
        Map<Tally, Long> counts = stream(tables.links().all())
                .collect(groupingBy(
                        l -> new Tally(l.connection(), l.type(), l.state(), l.sync(), l.asks(), 0), counting()));
        List<Tally> all = new ArrayList<>();
        counts.forEach((t, n) -> all.add(new Tally(t.connection(), t.type(), t.state(), t.sync(), t.asks(), n)));
        all.sort(comparing(Tally::connection, Order.TEXT)
                .thenComparing(Tally::type, Order.TEXT)
                .thenComparing(Tally::state)
                .thenComparing(Tally::sync)
                .thenComparing(Tally::asks));
        return List.copyOf(all);
    }

    @Override
    public List<Entry> journal(Ref ref, String beforeId, int limit) {
        return stream(tables.told().from(new Tables.Told(ref, newest(beforeId))))
                .takeWhile(e -> e.ref().equals(ref))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Entry> journal(String beforeId, int limit) {
        return stream(tables.journal().from(newest(beforeId))).limit(limit).toList();
    }

    @Override
    public List<Entry> journalAfter(String afterId, int limit) {
        long first = afterId.isEmpty() ? 0 : Long.parseLong(afterId) + 1;
        return stream(tables.journalUp().from(first)).limit(limit).toList();
    }

    private static long newest(String beforeId) {
        return beforeId.isEmpty() ? Long.MAX_VALUE : Long.parseLong(beforeId) - 1;
    }

    @Override
    public List<Dirty> dirty(Instant now, int limit) {
        return dirty(now, Integer.MIN_VALUE, Integer.MAX_VALUE, limit);
    }

    @Override
    public long dirtyCount(String prefix, Instant until) {
        return stream(tables.dirty().all())
                .filter(d -> d.key().startsWith(prefix) && !d.notBefore().isAfter(until))
                .count();
    }

    @Override
    public List<Dirty> dirty(Instant now, int from, int to, int limit) {
        return stream(tables.urgent().all())
                .filter(d -> !d.notBefore().isAfter(now))
                .filter(d -> d.priority() >= from && d.priority() <= to)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Dirty> dirtyOfEach(Instant now, int from, int to, int each) {
        Map<String, Integer> counts = new HashMap<>();
        return dirty(now, from, to, Integer.MAX_VALUE).stream()
                .filter(d -> counts.merge(d.lane(), 1, Integer::sum) <= each)
                .toList();
    }

    @Override
    public Optional<Dirty> dirty(String key) {
        return tables.dirty().get(key);
    }

    @Override
    public Optional<Instant> nextDue() {
        return stream(tables.due().all()).findFirst().map(Dirty::notBefore);
    }

    @Override
    public long dirtyCount() {
        return stream(tables.dirty().all()).count();
    }

    @Override
    public Optional<Document> document(Document.Name name, Instant now) {
        return tables.documents().get(name).filter(d -> exists(d, now));
    }

    @Override
    public List<Document> documents(String namespace, String owner, Instant now) {
        return stream(named(namespace, owner)).filter(d -> exists(d, now)).toList();
    }

    final List<Document> named(String namespace, String owner) {
        return stream(tables.documents().from(new Document.Name(namespace, owner, "")))
                .takeWhile(d -> d.name().namespace().equals(namespace)
                        && (owner.isEmpty() || d.name().owner().equals(owner)))
                .toList();
    }

    static boolean exists(Document document, Instant now) {
        return document.until().map(now::isBefore).orElse(true);
    }

    static <T> Stream<T> stream(Iterable<T> all) {
        return StreamSupport.stream(all.spliterator(), false);
    }
}
