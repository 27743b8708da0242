package io.mortise.store.sql.internal;

import static java.util.Comparator.comparingLong;

import io.mortise.model.Ref;
import io.mortise.store.Query;
import io.mortise.store.Row;
import io.mortise.store.Stale;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The table of rows. */
final class Entities {
    static final String SELECT = "SELECT type, id, version, active, title, within_id, words, fields, origins,"
            + " created_at, changed_at FROM entity";
    private static final String INSERT = "INSERT INTO entity (version, title, words, fields, origins, changed_at,"
            + " created_at, active, sort_key, within_id, id, type) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE entity SET version = ?, title = ?, words = ?, fields = ?, origins = ?,"
            + " changed_at = ?, created_at = ?, active = ?, sort_key = ?, within_id = ?"
            + " WHERE id = ? AND type = ? AND version = ?";
    /** The columns that are in no index but that of the last change, of a row whose others are as they were; parameters as for {@link #UPDATE}. */
    private static final String REFRESH =
            "UPDATE entity SET version = ?, title = ?, words = ?, fields = ?, origins = ?,"
                    + " changed_at = ?, created_at = ? WHERE active = ? AND sort_key = ? AND within_id IS NOT DISTINCT FROM ?"
                    + " AND id = ? AND type = ? AND version = ?";

    /** So many at once. */
    private static final int STEP = 5000;

    private final Sql sql;
    private final Columns columns;
    private final Listed listed;
    private final Reworded reworded;

    Entities(Sql sql, Columns columns) {
        this.sql = sql;
        this.columns = columns;
        this.listed = new Listed(sql, columns);
        this.reworded = new Reworded(sql);
    }

    Optional<Row> get(Ref ref) {
        return sql.one(SELECT + " WHERE id = ? AND type = ?", Entities::row, Ids.number(ref.id()), ref.type());
    }

    Map<Ref, Row> get(Collection<Ref> refs) {
        Map<Ref, Row> found = new LinkedHashMap<>();
        for (Row row : sql.list(SELECT + " WHERE " + sql.dialect().among("id"), Entities::row, Refs.ids(refs)))
            found.put(row.ref(), row);
        Map<Ref, Row> asked = new LinkedHashMap<>();
        for (Ref ref : refs) if (found.containsKey(ref)) asked.put(ref, found.get(ref));
        return asked;
    }

    Map<Ref, String> titles(Collection<Ref> refs) {
        Map<Ref, String> found = new LinkedHashMap<>();
        String wanted =
                "SELECT type, id, title FROM entity WHERE " + sql.dialect().among("id");
        for (Titled one : sql.list(wanted, Titled::of, Refs.ids(refs))) found.put(one.ref, one.title);
        found.keySet().retainAll(Set.copyOf(refs));
        return found;
    }

    private record Titled(Ref ref, String title) {
        static Titled of(Cells cells) throws SQLException {
            return new Titled(new Ref(cells.text(), cells.id()), cells.text());
        }
    }

    List<Row> list(Query query) {
        if (needsFinding(query)) return inOrder(new Finding(sql, query, columns, Finding.Limits.USUAL).part());
        Selection selection = new Selection(query, sql.dialect());
        return sql.list(SELECT + selection.part(), Entities::row, selection.parameters());
    }

    private boolean needsFinding(Query query) {
        boolean plain = query.where().isEmpty()
                && query.within().isEmpty()
                && query.below().isEmpty();
        boolean indexed = columns.column(query.type(), query.sort()).isPresent();
        return !query.words().isEmpty() || columns.has(query.type()) && (!plain || indexed);
    }

    private List<Row> inOrder(List<Long> ids) {
        List<Row> rows = new ArrayList<>(ids.size());
        for (int from = 0; from < ids.size(); from += STEP) {
            List<Long> some = ids.subList(from, Math.min(from + STEP, ids.size()));
            Map<String, Row> found = new HashMap<>();
            String wanted = SELECT + " WHERE " + sql.dialect().among("id");
            for (Row row : sql.list(wanted, Entities::row, new Sql.Numbers(some)))
                found.put(row.ref().id(), row);
            for (Long id : some) rows.add(found.get(id.toString()));
        }
        return rows;
    }

    long count(Query query, long atMost) {
        return new Finding(sql, query, columns, Finding.Limits.USUAL).count(atMost);
    }

    void insert(Collection<Row> rows) {
        List<Row> sorted = sorted(rows);
        sql.changes(INSERT, sorted.stream().map(r -> values(r).toArray()).toList());
        listed.put(sorted);
        reworded.added(sorted);
    }

    void update(Collection<Row> rows) {
        List<Row> sorted = sorted(rows);
        reworded.changed(sorted, () -> replace(sorted));
        listed.put(sorted);
    }

    private void replace(List<Row> rows) {
        List<Row> sorted = rows;
        if (sql.dialect().writesNamedIndexes()) sorted = unrefreshed(sorted);
        int[] counts = sql.changes(UPDATE, sorted.stream().map(Entities::next).toList());
        for (int i = 0; i < counts.length; i++)
            if (counts[i] == 0) throw new Stale(sorted.get(i).ref().toString());
    }

    /** Changes what it can without touching an index, and returns the rest. */
    private List<Row> unrefreshed(List<Row> rows) {
        int[] counts = sql.changes(REFRESH, rows.stream().map(Entities::next).toList());
        return IntStream.range(0, counts.length)
                .filter(i -> counts[i] == 0)
                .mapToObj(rows::get)
                .toList();
    }

    /** In one order everywhere, so that two nodes never wait for each other. */
    private static List<Row> sorted(Collection<Row> rows) {
        return rows.stream()
                .sorted(comparingLong(r -> Ids.number(r.ref().id())))
                .toList();
    }

    private static Object[] next(Row row) {
        List<Object> values = values(row);
        values.add(row.version() - 1);
        return values.toArray();
    }

    private static List<Object> values(Row row) {
        List<Object> values = new ArrayList<>();
        values.add(row.version());
        values.add(row.title());
        values.add(row.words());
        values.add(row.fields());
        values.add(row.origins());
        values.add(row.changedAt());
        values.add(row.createdAt());
        values.add(row.active());
        values.add(Row.sortKey(row.title()));
        values.add(row.within().<Object>map(Ids::required).orElse(Sql.Nothing.NUMBER));
        values.add(Ids.required(row.ref().id()));
        values.add(row.ref().type());
        return values;
    }

    static Row row(Cells cells) throws SQLException {
        Ref ref = new Ref(cells.text(), cells.id());
        return new Row(
                ref,
                cells.number(),
                cells.flag(),
                cells.text(),
                cells.optionalId(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.time(),
                cells.time());
    }
}
