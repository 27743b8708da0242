package io.mortise.store.sql.internal;

import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.store.LinkQuery;
import io.mortise.store.Reading.Known;
import io.mortise.store.Reading.Tally;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of links and of what the engine remembers of each. */
final class Links {
    private static final String SELECT =
            "SELECT id, connection, type, remote_id, record_id, state, parent, fingerprint,"
                    + " page, sync, trouble, asks, synced_at, memory FROM link JOIN link_memory ON link_id = id";
    private static final String PUT = "INSERT INTO link (id, connection, type, remote_id, record_id, state, parent,"
            + " fingerprint, page, sync, trouble, asks, synced_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (id) DO UPDATE SET connection = excluded.connection, type = excluded.type,"
            + " remote_id = excluded.remote_id, record_id = excluded.record_id, state = excluded.state,"
            + " parent = excluded.parent, fingerprint = excluded.fingerprint, page = excluded.page,"
            + " sync = excluded.sync, trouble = excluded.trouble, asks = excluded.asks,"
            + " synced_at = excluded.synced_at";
    private static final String PUT_MEMORY = "INSERT INTO link_memory (link_id, memory) VALUES (?, ?)"
            + " ON CONFLICT (link_id) DO UPDATE SET memory = excluded.memory";

    private final Sql sql;

    Links(Sql sql) {
        this.sql = sql;
    }

    Optional<Link> get(String id) {
        return sql.one(SELECT + " WHERE id = ?", Links::link, Ids.number(id));
    }

    Optional<Link> get(String connection, String type, String remoteId) {
        return sql.one(
                SELECT + " WHERE connection = ? AND type = ? AND remote_id = ?",
                Links::link,
                connection,
                type,
                remoteId);
    }

    Map<Ref, List<Link>> of(Collection<Ref> records) {
        String wanted = SELECT + " WHERE " + sql.dialect().among("record_id") + " ORDER BY connection";
        Map<Ref, List<Link>> found = new LinkedHashMap<>();
        for (Link link : sql.list(wanted, Links::link, Refs.ids(records))) {
            Ref record = new Ref(link.type(), link.record().orElseThrow());
            found.computeIfAbsent(record, r -> new ArrayList<>()).add(link);
        }
        Map<Ref, List<Link>> asked = new LinkedHashMap<>();
        for (Ref record : records) if (found.containsKey(record)) asked.put(record, List.copyOf(found.get(record)));
        return asked;
    }

    Map<String, Known> known(String connection, String type, Collection<String> remoteIds) {
        Map<String, Known> known = new LinkedHashMap<>();
        String wanted = "SELECT remote_id, id, state, fingerprint FROM link WHERE connection = ? AND type = ? AND "
                + sql.dialect().among("remote_id");
        sql.list(
                wanted,
                c -> known.put(c.text(), new Known(c.id(), c.one(Link.State.class), c.text())),
                connection,
                type,
                new Sql.Texts(List.copyOf(remoteIds)));
        return known;
    }

    List<Link> list(LinkQuery query, String after, int limit) {
        LinkSelection selection = new LinkSelection(query, sql.dialect(), after, limit);
        return sql.list(SELECT + selection.text(), Links::link, selection.parameters());
    }

    List<Tally> tally() {
        String groups = "connection, type, state, sync, asks";
        return sql.list(
                "SELECT " + groups + ", count(*) FROM link GROUP BY " + groups + " ORDER BY " + groups,
                c -> new Tally(
                        c.text(),
                        c.text(),
                        c.one(Link.State.class),
                        c.one(Link.Sync.class),
                        c.one(Link.Asks.class),
                        c.number()));
    }

    void put(Collection<Link> links) {
        Map<Long, Link> sorted = new java.util.TreeMap<>();
        for (Link link : links) sorted.put(Ids.required(link.id()), link);
        sql.changes(PUT, sorted.values().stream().map(Links::values).toList());
        List<Object[]> memories = new ArrayList<>();
        sorted.forEach((id, link) -> memories.add(new Object[] {id, link.memory()}));
        sql.changes(PUT_MEMORY, memories);
    }

    void remove(Collection<String> ids) {
        Sql.Numbers numbers = Refs.numbers(ids);
        sql.change("DELETE FROM link_memory WHERE " + sql.dialect().among("link_id"), numbers);
        sql.change("DELETE FROM link WHERE " + sql.dialect().among("id"), numbers);
    }

    private static Object[] values(Link link) {
        return new Object[] {
            Ids.required(link.id()),
            link.connection(),
            link.type(),
            link.remoteId().<Object>map(id -> id).orElse(Sql.Nothing.TEXT),
            link.record().<Object>map(Ids::required).orElse(Sql.Nothing.NUMBER),
            link.state(),
            link.parent(),
            link.fingerprint(),
            link.page(),
            link.sync(),
            link.trouble(),
            link.asks(),
            link.syncedAt().<Object>map(t -> t).orElse(Sql.Nothing.NUMBER)
        };
    }

    private static Link link(Cells cells) throws SQLException {
        return new Link(
                cells.id(),
                cells.text(),
                cells.text(),
                cells.optionalText(),
                cells.optionalId(),
                cells.one(Link.State.class),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.one(Link.Sync.class),
                cells.text(),
                cells.one(Link.Asks.class),
                cells.optionalTime(),
                cells.text());
    }
}
