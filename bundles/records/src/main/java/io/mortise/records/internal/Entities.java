package io.mortise.records.internal;

import io.mortise.api.Find;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as records that may be shown: formatted texts clean, and when each was changed. Cleaning is what costs. */
final class Entities {
    private final Rows rows;

    Entities(Rows rows) {
        this.rows = rows;
    }

    Entity of(EntityType type, Row row) {
        return clean(type, row, rows.fields(type, row));
    }

    /** In their order, with what was asked for alone. */
    List<Entity> of(Find find, List<Row> all) {
        EntityType type = find.type();
        if (find.without().isEmpty())
            return all.stream().map(row -> of(type, row)).toList();
        List<Field<?>> wanted = type.fields().stream()
                .filter(field -> !find.without().contains(field))
                .collect(Collectors.toList());
        return all.stream()
                .map(row -> clean(type, row, rows.fields(type, row).only(wanted)))
                .toList();
    }

    private static Entity clean(EntityType type, Row row, Fields fields) {
        Fields clean = Clean.of(type, fields)
                .but()
                .set(EntityType.CHANGED_AT, row.changedAt())
                .build();
        return new Entity(row.ref(), row.version(), clean);
    }
}
