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
import java.util.TreeMap;

/** The tables of links and of what the engine remembers of each. */
final class Links {
    private static final String SELECT =
            "SELECT id, connection, type, remote_id, record_id, state, parent, fingerprint,"
                    + " page, sync, trouble, asks, synced_at, memory FROM link JOIN link_memory ON link_id = id";
    private static final String PUT = "INSERT INTO link (fingerprint, page, sync, trouble, synced_at, id, connection,"
            + " type, remote_id, record_id, state, parent, asks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (id) DO UPDATE SET connection = excluded.connection, type = excluded.type,"
            + " remote_id = excluded.remote_id, record_id = excluded.record_id, state = excluded.state,"
            + " parent = excluded.parent, fingerprint = excluded.fingerprint, page = excluded.page,"
            + " sync = excluded.sync, trouble = excluded.trouble, asks = excluded.asks,"
            + " synced_at = excluded.synced_at";
    /** The columns that are in no index, of a link whose others are as they were; parameters as for {@link #PUT}. */
    private static final String REFRESH = "UPDATE link SET fingerprint = ?, page = ?, sync = ?, trouble = ?,"
            + " synced_at = ? WHERE id = ? AND connection = ? AND type = ? AND remote_id IS NOT DISTINCT FROM ?"
            + " AND record_id IS NOT DISTINCT FROM ? AND state = ? AND parent = ? AND asks = ?";

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

    Map<String, Link> get(Collection<String> ids) {
        Map<String, Link> found = new LinkedHashMap<>();
        String wanted = SELECT + " WHERE " + sql.dialect().among("id") + " ORDER BY id";
        for (Link link : sql.list(wanted, Links::link, Refs.numbers(ids))) found.put(link.id(), link);
        return found;
    }

    /** The most frequent question of all, asked in the plainest way. */
    List<Link> of(Ref record) {
        return sql.list(
                SELECT + " WHERE record_id = ? AND type = ? ORDER BY connection",
                Links::link,
                Ids.number(record.id()),
                record.type());
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
        String wanted = sql.dialect()
                .byKeys("remote_id, id, state, fingerprint", "link", "remote_id", "connection = ? AND type = ?");
        sql.list(
                wanted,
                c -> known.put(c.text(), new Known(c.id(), c.one(Link.State.class), c.text())),
                new Sql.Texts(List.copyOf(remoteIds)),
                connection,
                type);
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
        TreeMap<Long, Link> sorted = new TreeMap<>();
        for (Link link : links) sorted.put(Ids.required(link.id()), link);
        List<Link> rest = sql.dialect().writesNamedIndexes() ? unrefreshed(sorted) : List.copyOf(sorted.values());
        sql.changes(PUT, rest.stream().map(Links::values).toList());
        List<Object[]> memories = new ArrayList<>();
        sorted.forEach((id, link) -> memories.add(new Object[] {id, link.memory()}));
        sql.changes(PUT_MEMORY, memories);
    }

    /** Refreshes what it can, and returns what has other values in an index or is new. */
    private List<Link> unrefreshed(TreeMap<Long, Link> links) {
        TreeMap<Long, Link> rest = new TreeMap<>(links);
        List<Long> old = links.size() == 1 ? List.copyOf(links.keySet()) : known(links.keySet());
        int[] counts = sql.changes(
                REFRESH, old.stream().map(id -> values(links.get(id))).toList());
        for (int i = 0; i < counts.length; i++) if (counts[i] > 0) rest.remove(old.get(i));
        return List.copyOf(rest.values());
    }

    private List<Long> known(Collection<Long> ids) {
        return sql.list(
                "SELECT id FROM link WHERE " + sql.dialect().among("id") + " ORDER BY id",
                Cells::number,
                new Sql.Numbers(List.copyOf(ids)));
    }

    void remove(Collection<String> ids) {
        Sql.Numbers numbers = Refs.numbers(ids);
        sql.change("DELETE FROM link_memory WHERE " + sql.dialect().among("link_id"), numbers);
        sql.change("DELETE FROM link WHERE " + sql.dialect().among("id"), numbers);
    }

    private static Object[] values(Link link) {
        return new Object[] {
            link.fingerprint(),
            link.page(),
            link.sync(),
            link.trouble(),
            link.syncedAt().<Object>map(t -> t).orElse(Sql.Nothing.NUMBER),
            Ids.required(link.id()),
            link.connection(),
            link.type(),
            link.remoteId().<Object>map(id -> id).orElse(Sql.Nothing.TEXT),
            link.record().<Object>map(Ids::required).orElse(Sql.Nothing.NUMBER),
            link.state(),
            link.parent(),
            link.asks()
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
