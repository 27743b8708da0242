package io.mortise.sync.internal.service;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.store.Entry;
import io.mortise.store.Json;
import io.mortise.store.Origin;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import io.mortise.store.Rows.Content;
import io.mortise.sync.internal.engine.Key;
import io.mortise.sync.internal.engine.Priority;
import io.mortise.sync.internal.link.Values;
import java.util.Map;
import java.util.TreeMap;

/** Makes and edits records as a person does it here. */
final class Hand {
    private Hand() {}

    /** Makes one; it is on its way to every system. */
    static Row makes(House house, EntityType type, Fields fields, String by) {
        Rows rows = new Rows(new Json());
        long at = house.clock.millis();
        Map<String, Origin> origins = new TreeMap<>();
        fields.names().forEach(field -> origins.put(field, new Origin(Origin.HERE, at, at, by)));
        Ref ref = new Ref(type.name(), house.store.newId());
        Row row = rows.first(type, ref, new Content(fields, origins, Map.of()), house.clock.instant());
        house.store.<Void>write(store -> {
            store.insert(row);
            store.mark(house.ground.dirty(Key.record(ref), Priority.PERSON));
            return null;
        });
        return row;
    }

    static void sets(House house, Row row, Field<?> field, Object value, String by) {
        Rows rows = new Rows(new Json());
        EntityType type = new Lexicon().type(row.ref().type());
        house.store.<Void>write(store -> {
            Content before = rows.content(type, row);
            Map<String, Object> now = new TreeMap<>(Values.of(type, before.fields()));
            Object old = now.put(field.name(), value);
            long at = house.clock.millis();
            Map<String, Origin> origins = new TreeMap<>(before.origins());
            origins.put(field.name(), new Origin(Origin.HERE, at, at, by));
            Content after = new Content(Values.fields(type, now), origins, before.frozen());
            store.update(rows.next(type, row, after, house.clock.instant()));
            String was = house.json.write(old == null ? Map.of() : Map.of(field.name(), old));
            String is = house.json.write(Map.of(field.name(), value));
            store.tell(new Entry(
                    house.store.newId(), house.clock.instant(), row.ref(), "edited", was, is, Origin.HERE, by, ""));
            store.mark(house.ground.dirty(Key.record(row.ref()), Priority.PERSON));
            return null;
        });
    }
}
