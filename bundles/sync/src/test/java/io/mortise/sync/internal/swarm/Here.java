package io.mortise.sync.internal.swarm;

import io.mortise.model.Ref;
import io.mortise.store.Dirty;
import io.mortise.store.Entry;
import io.mortise.store.Origin;
import io.mortise.store.Query;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import io.mortise.store.Rows.Content;
import io.mortise.store.Writing;
import io.mortise.sync.internal.link.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Somebody who edits in the hub itself: the value, where it comes from and the mark in one transaction. */
final class Here {
    private static final List<String> FIELDS = List.of("own", "phone", "title");
    private final World world;
    private final People people;
    private final Rows rows = new Rows(new io.mortise.store.Json());
    /** By value, the record that it was given to. */
    final Map<String, Ref> values = new HashMap<>();

    Here(World world, People people) {
        this.world = world;
        this.people = people;
    }

    /** @return false if there is nothing to edit */
    boolean edit(int field, String value) {
        List<Row> all = world.store.read(store -> store.rows(Query.all("thing", 100)));
        if (all.isEmpty()) return false;
        Row row = all.get(world.random.nextInt(all.size()));
        Object old = world.store.write(store -> edit(store, row, FIELDS.get(field), value));
        // only an edit whose author has had an answer must not be lost in a crash
        if (old != null) people.replaced.put(value, People.key(old));
        values.put(value, row.ref());
        return true;
    }

    private static String plain(String field, Object value) {
        return value == null ? "{}" : new io.mortise.store.Json().write(Map.of(field, value));
    }

    private Object edit(Writing store, Row row, String field, String value) {
        Content before = rows.content(Words.THING, row);
        Map<String, Object> now = new TreeMap<>(Values.of(Words.THING, before.fields()));
        Object old = now.put(field, value);
        Map<String, Origin> origins = new TreeMap<>(before.origins());
        origins.put(field, new Origin(Origin.HERE, world.clock.millis(), world.clock.millis(), "Ann"));
        Content after = new Content(Values.fields(Words.THING, now), origins, before.frozen());
        store.update(rows.next(Words.THING, row, after, world.clock.instant()));
        Ref ref = row.ref();
        store.tell(new Entry(
                world.store.newId(),
                world.clock.instant(),
                ref,
                "edited",
                plain(field, old),
                plain(field, value),
                Origin.HERE,
                "Ann",
                ""));
        store.mark(Dirty.of("r/" + ref.type() + "/" + ref.id(), 0, world.clock.instant()));
        return old;
    }
}
