package io.mortise.sync.internal.engine;

import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Origin;
import io.mortise.store.Row;
import io.mortise.store.Rows.Content;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.reconcile.Cell;
import io.mortise.sync.internal.reconcile.Evidence;
import io.mortise.sync.internal.reconcile.Hub;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The hub's side of a record as the store keeps it, and back. */
final class Rows {
    private final io.mortise.store.Rows rows;

    Rows(Ground ground) {
        this.rows = new io.mortise.store.Rows(ground.json());
    }

    Hub hub(EntityType type, Row row) {
        Content content = rows.content(type, row);
        Map<String, Cell> cells = new TreeMap<>();
        Values.of(type, content.fields())
                .forEach((field, value) ->
                        cells.put(field, cell(value, content.origins().getOrDefault(field, Origin.UNKNOWN))));
        return new Hub(cells, content.frozen());
    }

    Row first(EntityType type, Ref ref, Hub hub, Instant now) {
        return rows.first(type, ref, content(type, hub), now);
    }

    Row next(EntityType type, Row before, Hub hub, Instant now) {
        return rows.next(type, before, content(type, hub), now);
    }

    private static Content content(EntityType type, Hub hub) {
        Map<String, Object> values = new TreeMap<>();
        Map<String, Origin> origins = new TreeMap<>();
        hub.cells().forEach((field, cell) -> {
            values.put(field, cell.value());
            Evidence when = cell.evidence();
            origins.put(field, new Origin(cell.source(), when.lo(), when.hi(), cell.by()));
        });
        return new Content(Values.fields(type, values), origins, hub.frozen());
    }

    private static Cell cell(Object value, Origin origin) {
        return new Cell(value, new Evidence(origin.lo(), origin.hi()), origin.source(), origin.by());
    }
}
