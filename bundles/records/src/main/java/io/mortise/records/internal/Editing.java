package io.mortise.records.internal;

import io.mortise.api.Caller;
import io.mortise.api.Once;
import io.mortise.api.Refusal;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.store.Dirty;
import io.mortise.store.Entry;
import io.mortise.store.Json;
import io.mortise.store.Origin;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import io.mortise.store.Rows.Content;
import io.mortise.store.Stale;
import io.mortise.store.Store;
import io.mortise.store.Writing;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A person's edit: one transaction of rules, version, value, journal and dirty mark. */
final class Editing {
    private final Store store;
    private final Rows rows;
    private final Json json;
    private final Clock clock;
    private final Rules rules;
    private final Keys keys;

    Editing(Store store, Rows rows, Json json, Clock clock, Rules rules) {
        this.store = store;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
        this.rules = rules;
        this.keys = new Keys(json);
    }

    /** What was made under this key before. */
    Optional<Row> made(Caller caller, EntityType type, Once once) {
        return store.read(s -> keys.made(s, caller, type, once, clock.instant()));
    }

    Row create(Caller caller, EntityType type, Fields fields, Optional<Once> once) {
        try {
            return store.writeDurably(s -> {
                Instant now = clock.instant();
                Optional<Row> made = once.flatMap(key -> keys.made(s, caller, type, key, now));
                return made.orElseGet(() -> created(s, caller, type, fields, once, now));
            });
        } catch (Stale faster) { // the same key at the same moment
            return once.flatMap(key -> made(caller, type, key)).orElseThrow(() -> faster);
        }
    }

    private Row created(Writing s, Caller caller, EntityType type, Fields fields, Optional<Once> once, Instant now) {
        rules.checkNew(s, type, fields);
        Ref ref = new Ref(type.name(), store.newId());
        Map<String, Origin> origins = new TreeMap<>();
        fields.names().forEach(field -> origins.put(field, here(caller, now)));
        Row row = rows.first(type, ref, new Content(fields, origins, Map.of()), now);
        s.insert(row);
        s.tell(entry(type, ref, "created", Fields.NONE, fields, caller, "Created here", now));
        mark(s, ref, now);
        once.ifPresent(key -> keys.keep(s, caller, key, ref, now));
        return row;
    }

    /** @return the record as it was, for {@link #undo} */
    Content edit(Caller caller, EntityType type, Ref ref, long version, Fields changes) {
        try {
            return store.writeDurably(s -> {
                Row row = s.row(ref).orElseThrow();
                if (row.version() != version) throw stale(type, row, changes);
                Fields after = rows.fields(type, row).overlaid(changes);
                rules.check(s, type, changes, after, s.links(ref));
                Map<String, Origin> origins = new TreeMap<>();
                changes.names().forEach(field -> origins.put(field, here(caller, clock.instant())));
                change(s, caller, type, row, changes, origins, "edited", "");
                return rows.content(type, row);
            });
        } catch (Stale faster) {
            throw stale(type, store.read(s -> s.row(ref)).orElseThrow(), changes);
        }
    }

    private Refusal stale(EntityType type, Row row, Fields changes) {
        Map<String, Object> current = new LinkedHashMap<>();
        current.put("version", row.version());
        current.put("fields", Clean.of(type, rows.fields(type, row)).plain(type));
        current.put("yours", changes.plain(type));
        return Refusal.stale(
                "Somebody has changed this record since you opened it. Compare with the current values, then save again.",
                current);
    }

    /** @param origins by field name, where the new values come from */
    private void change(
            Writing s,
            Caller caller,
            EntityType type,
            Row row,
            Fields changes,
            Map<String, Origin> origins,
            String event,
            String text) {
        Instant now = clock.instant();
        Content before = rows.content(type, row);
        Fields.Builder values = before.fields().but();
        Fields.Builder old = Fields.with();
        Map<String, Origin> all = new TreeMap<>(before.origins());
        boolean any = false;
        for (Field<?> field : type.fields()) {
            boolean same = before.fields().get(field).equals(changes.get(field));
            if (!changes.mentions(field) || same) continue;
            values.copy(field, changes);
            old.copy(field, before.fields());
            Optional.ofNullable(origins.get(field.name()))
                    .ifPresentOrElse(origin -> all.put(field.name(), origin), () -> all.remove(field.name()));
            any = true;
        }
        if (!any) return;
        Row next = rows.next(type, row, new Content(values.build(), all, before.frozen()), now);
        s.update(next);
        s.tell(entry(type, row.ref(), event, old.build(), changes, caller, text, now));
        mark(s, row.ref(), now);
    }

    /**
     * Puts back what the owning system refused, where nobody has given a newer value since; the journal keeps what was
     * wanted.
     *
     * @param before the record as it was before the edit
     * @param refused the edit
     */
    void undo(Caller caller, EntityType type, Ref ref, Content before, Fields refused, String why) {
        store.<Void>writeDurably(s -> {
            Row row = s.row(ref).orElseThrow();
            Fields now = rows.fields(type, row);
            Fields.Builder back = Fields.with();
            for (Field<?> field : type.fields())
                if (refused.mentions(field) && now.get(field).equals(refused.get(field)))
                    back.copy(field, before.fields());
            change(s, caller, type, row, back.build(), before.origins(), "undone", why);
            return null;
        });
    }

    private void mark(Writing s, Ref ref, Instant now) {
        s.mark(Dirty.of("r/" + ref.type() + "/" + ref.id(), 0, now));
    }

    private static Origin here(Caller caller, Instant now) {
        return new Origin(Origin.HERE, now.toEpochMilli(), now.toEpochMilli(), caller.name());
    }

    private Entry entry(
            EntityType type, Ref ref, String event, Fields before, Fields after, Caller by, String text, Instant now) {
        String was = json.write(before.plain(type));
        String is = json.write(after.plain(type));
        return new Entry(store.newId(), now, ref, event, was, is, Origin.HERE, by.name(), text);
    }
}
