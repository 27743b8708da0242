package io.mortise.store.sql.internal;

import io.mortise.store.Json;
import io.mortise.store.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The narrow table beside the rows: what lists of them are narrowed and sorted by. */
final class Listed {
    private static final List<String> COLUMNS =
            Stream.concat(Columns.SHARED.stream(), Columns.ORDERED.stream()).toList();
    private static final String PUT = "INSERT INTO listed (id, type, active, within_id, changed_at, "
            + String.join(", ", COLUMNS) + ") VALUES (?, ?, ?, ?, ?" + ", ?".repeat(COLUMNS.size())
            + ") ON CONFLICT (id) DO UPDATE SET active = excluded.active, within_id = excluded.within_id,"
            + " changed_at = excluded.changed_at, "
            + COLUMNS.stream().map(c -> c + " = excluded." + c).collect(Collectors.joining(", "));

    private final Sql sql;
    private final Columns columns;
    private final Json json = new Json();

    Listed(Sql sql, Columns columns) {
        this.sql = sql;
        this.columns = columns;
    }

    /** Adds or replaces what there is of these rows, in their order. */
    void put(Collection<Row> rows) {
        sql.changes(
                PUT,
                rows.stream()
                        .filter(row -> columns.has(row.ref().type()))
                        .map(this::values)
                        .toList());
    }

    private Object[] values(Row row) {
        Map<String, String> paths = columns.of(row.ref().type());
        Map<String, String> texts = json.texts(row.fields(), paths.keySet());
        List<Object> values = new ArrayList<>();
        values.add(Ids.required(row.ref().id()));
        values.add(row.ref().type());
        values.add(row.active());
        values.add(row.within().<Object>map(Ids::required).orElse(Sql.Nothing.NUMBER));
        values.add(row.changedAt());
        int first = values.size();
        for (int i = 0; i < COLUMNS.size(); i++) values.add(Sql.Nothing.TEXT);
        paths.forEach((path, column) ->
                values.set(first + COLUMNS.indexOf(column), Columns.indexed(texts.getOrDefault(path, ""))));
        return values.toArray();
    }
}
