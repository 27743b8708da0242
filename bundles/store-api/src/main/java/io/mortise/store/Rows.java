package io.mortise.store;

import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How a record becomes a row and back. Fields whose bundle has left stay in the row, out of sight. Thread-safe. */
public final class Rows {
    private static final String FROZEN = "frozen";
    private final Json json;

    public Rows(Json json) {
        this.json = json;
    }

    /**
     * What a row holds of a record.
     *
     * @param origins by field name
     * @param frozen fields that wait for a person, with the connections that differ
     */
    public record Content(Fields fields, Map<String, Origin> origins, Map<String, Set<String>> frozen) {}

    public Content content(EntityType type, Row row) {
        Map<String, Object> kept = json.read(row.origins());
        Map<String, Origin> origins = new TreeMap<>();
        Map<String, Set<String>> frozen = new TreeMap<>();
        kept.forEach((field, origin) -> {
            if (!field.equals(FROZEN)) origins.put(field, origin((Map<?, ?>) origin));
        });
        Map<?, ?> waiting = (Map<?, ?>) kept.getOrDefault(FROZEN, Map.of());
        waiting.forEach((field, sides) -> frozen.put((String) field, texts((List<?>) sides)));
        return new Content(fields(type, row), origins, frozen);
    }

    public Fields fields(EntityType type, Row row) {
        Map<String, Object> known = new TreeMap<>(json.read(row.fields()));
        known.keySet().removeIf(name -> type.field(name).isEmpty());
        return Fields.read(type, known);
    }

    /** A new record, version 1. Derived fields are set. */
    public Row first(EntityType type, Ref ref, Content content, Instant now) {
        return row(type, ref, 1, content, Map.of(), now, now);
    }

    /** The same record, one version later. Derived fields are set. */
    public Row next(EntityType type, Row before, Content content, Instant now) {
        Map<String, Object> foreign = new TreeMap<>(json.read(before.fields()));
        foreign.keySet().removeIf(name -> type.field(name).isPresent());
        return row(type, before.ref(), before.version() + 1, content, foreign, before.createdAt(), now);
    }

    private Row row(
            EntityType type,
            Ref ref,
            long version,
            Content content,
            Map<String, Object> foreign,
            Instant born,
            Instant now) {
        Fields fields = type.derived(content.fields());
        Map<String, Object> plain = new LinkedHashMap<>(foreign);
        plain.putAll(fields.plain(type));
        Map<String, Object> origins = new LinkedHashMap<>();
        content.origins().forEach((field, origin) -> origins.put(field, plain(origin)));
        if (!content.frozen().isEmpty()) origins.put(FROZEN, content.frozen());
        return new Row(
                ref,
                version,
                fields.get(EntityType.ACTIVE).orElse(true),
                fields.get(type.title()).orElse(""),
                within(type, ref, fields),
                Words.of(type, fields),
                json.write(plain),
                json.write(origins),
                born,
                now);
    }

    private static Optional<String> within(EntityType type, Ref ref, Fields fields) {
        if (type.within().isEmpty()) return Optional.of(ref.id());
        return fields.get(type.within().get()).map(Ref::id);
    }

    private static Map<String, Object> plain(Origin origin) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("s", origin.source());
        if (origin.lo() != 0) plain.put("lo", origin.lo());
        if (origin.hi() != Long.MAX_VALUE) plain.put("hi", origin.hi());
        if (!origin.by().isEmpty()) plain.put("by", origin.by());
        return plain;
    }

    private static Origin origin(Map<?, ?> plain) {
        long lo = plain.get("lo") instanceof Number n ? n.longValue() : 0;
        long hi = plain.get("hi") instanceof Number n ? n.longValue() : Long.MAX_VALUE;
        return new Origin((String) plain.get("s"), lo, hi, plain.get("by") instanceof String s ? s : "");
    }

    private static Set<String> texts(List<?> list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add((String) text));
        return texts;
    }
}
