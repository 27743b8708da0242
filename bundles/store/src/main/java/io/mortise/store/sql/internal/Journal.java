package io.mortise.store.sql.internal;

import static java.util.Comparator.comparingLong;

import io.mortise.model.Ref;
import io.mortise.store.Entry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The table of what happened. */
final class Journal {
    private static final String SELECT = "SELECT id, happened_at, type, record_id, event, fields_before, fields_after,"
            + " source, person, text FROM journal";
    private static final String INSERT = "INSERT INTO journal (id, happened_at, type, record_id, event, fields_before,"
            + " fields_after, source, person, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Sql sql;

    Journal(Sql sql) {
        this.sql = sql;
    }

    List<Entry> of(Ref ref, String beforeId, int limit) {
        return sql.list(
                SELECT + " WHERE record_id = ? AND type = ? AND id < ? ORDER BY id DESC LIMIT ?",
                Journal::entry,
                Ids.number(ref.id()),
                ref.type(),
                end(beforeId),
                limit);
    }

    List<Entry> before(String beforeId, int limit) {
        return sql.list(SELECT + " WHERE id < ? ORDER BY id DESC LIMIT ?", Journal::entry, end(beforeId), limit);
    }

    List<Entry> after(String afterId, int limit) {
        long start = afterId.isEmpty() ? 0 : Ids.required(afterId);
        return sql.list(SELECT + " WHERE id > ? ORDER BY id LIMIT ?", Journal::entry, start, limit);
    }

    private static long end(String beforeId) {
        return beforeId.isEmpty() ? Long.MAX_VALUE : Ids.required(beforeId);
    }

    void add(Collection<Entry> entries) {
        sql.changes(
                INSERT,
                entries.stream()
                        .sorted(comparingLong(e -> Ids.number(e.id())))
                        .map(Journal::values)
                        .toList());
    }

    private static Object[] values(Entry entry) {
        return new Object[] {
            Ids.required(entry.id()),
            entry.at(),
            entry.ref().type(),
            Ids.required(entry.ref().id()),
            entry.event(),
            entry.before(),
            entry.after(),
            entry.source(),
            entry.by(),
            entry.text()
        };
    }

    private static Entry entry(Cells cells) throws SQLException {
        String id = cells.id();
        Instant at = cells.time();
        Ref ref = new Ref(cells.text(), cells.id());
        return new Entry(
                id, at, ref, cells.text(), cells.text(), cells.text(), cells.text(), cells.text(), cells.text());
    }
}
