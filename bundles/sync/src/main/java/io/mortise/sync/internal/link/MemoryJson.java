package io.mortise.sync.internal.link;

import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.store.Json;
import io.mortise.sync.internal.reconcile.Evidence;
import io.mortise.sync.internal.reconcile.Pair;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** {@link Memory} as JSON. Empty parts are left out: most links have little to remember. */
public final class MemoryJson {
    private final Json json;
    private final EntityType type;

    public MemoryJson(Json json, EntityType type) {
        this.json = json;
        this.type = type;
    }

    public String write(Memory m) {
        Map<String, Object> out = new LinkedHashMap<>();
        put(out, "observed", m.observed.plain(type));
        put(out, "evidence", each(m.evidence, (field, e) -> List.of(e.lo(), e.hi())));
        put(out, "agreed", each(m.agreed, this::pair));
        put(
                out,
                "pending",
                each(
                        m.pending,
                        (field, sent) -> sent.stream()
                                .map(v -> Values.plain(type, field, v))
                                .toList()));
        put(out, "locked", m.locked);
        put(out, "refused", each(m.refused, (field, r) -> plain("value", r.value(), "why", r.why())));
        put(out, "held", each(m.held, (field, h) -> held(h)));
        put(out, "undone", each(m.undone, (field, u) -> undone(u)));
        put(out, "refusedAt", m.refusedAt);
        put(out, "candidates", m.candidates);
        put(out, "revision", m.revision);
        put(out, "changedBy", m.changedBy);
        put(out, "confirmed", m.confirmed);
        put(out, "fence", m.fence);
        put(out, "unclearUntil", m.unclearUntil);
        put(out, "retryAt", m.retryAt);
        put(out, "tries", (long) m.tries);
        put(out, "needFetch", m.needFetch);
        put(out, "missingSince", m.missingSince);
        put(out, "deactivated", m.deactivated);
        put(out, "inTurn", m.inTurn);
        put(out, "approved", m.approved);
        put(out, "ignored", m.ignored);
        if (m.intent != null) out.put("intent", intent(m.intent));
        return json.write(out);
    }

    public Memory read(String text) {
        Map<String, Object> in = json.read(text);
        Memory m = new Memory();
        m.observed = fields(map(in, "observed"));
        map(in, "evidence").forEach((field, v) -> m.evidence.put(field, evidence((List<?>) v)));
        map(in, "agreed").forEach((field, v) -> known(field, () -> m.agreed.put(field, pair(field, v))));
        map(in, "pending").forEach((field, v) -> known(field, () -> m.pending.put(field, set(field, (List<?>) v))));
        map(in, "locked").forEach((field, v) -> m.locked.put(field, (String) v));
        map(in, "refused").forEach((field, v) -> m.refused.put(field, refused((Map<?, ?>) v)));
        map(in, "held").forEach((field, v) -> m.held.put(field, held((Map<?, ?>) v)));
        map(in, "undone").forEach((field, v) -> m.undone.put(field, undone((Map<?, ?>) v)));
        m.refusedAt = number(in, "refusedAt");
        ((List<?>) in.getOrDefault("candidates", List.of())).forEach(id -> m.candidates.add((String) id));
        m.revision = (String) in.getOrDefault("revision", "");
        m.changedBy = (String) in.getOrDefault("changedBy", "");
        m.confirmed = number(in, "confirmed");
        m.fence = number(in, "fence");
        m.unclearUntil = number(in, "unclearUntil");
        m.retryAt = number(in, "retryAt");
        m.tries = (int) number(in, "tries");
        m.needFetch = in.containsKey("needFetch");
        m.missingSince = number(in, "missingSince");
        m.deactivated = in.containsKey("deactivated");
        m.inTurn = in.containsKey("inTurn");
        m.approved = in.containsKey("approved");
        m.ignored = in.containsKey("ignored");
        if (in.containsKey("intent")) m.intent = intent(map(in, "intent"));
        return m;
    }

    private Object pair(String field, Pair pair) {
        Map<String, Object> out = new HashMap<>();
        out.put("r", Values.plain(type, field, pair.remote()));
        if (pair.superseded()) out.put("s", true);
        else if (!java.util.Objects.equals(pair.hub(), pair.remote()))
            out.put("h", Values.plain(type, field, pair.hub()));
        return out;
    }

    private Pair pair(String field, Object v) {
        Map<?, ?> in = (Map<?, ?>) v;
        Object remote = Values.value(type, field, in.get("r"));
        if (in.containsKey("s")) return Pair.superseded(remote);
        return Pair.of(in.containsKey("h") ? Values.value(type, field, in.get("h")) : remote, remote);
    }

    private Map<String, Object> intent(Memory.Intent intent) {
        Map<String, Object> body = new LinkedHashMap<>();
        intent.body().forEach((field, v) -> body.put(field, Values.plain(type, field, v)));
        Map<String, Object> out = plain("key", intent.key(), "body", body);
        out.put("since", intent.since());
        out.put("sent", intent.sent());
        return out;
    }

    private Memory.Intent intent(Map<String, Object> in) {
        Map<String, Object> body = new LinkedHashMap<>();
        map(in, "body").forEach((field, v) -> body.put(field, Values.value(type, field, v)));
        return new Memory.Intent((String) in.get("key"), body, number(in, "since"), (Boolean) in.get("sent"));
    }

    private static Map<String, Object> held(Memory.Held held) {
        Map<String, Object> out = plain("value", held.value(), "why", held.why());
        out.put("until", held.until());
        return out;
    }

    private static Memory.Held held(Map<?, ?> in) {
        return new Memory.Held(in.get("value"), (String) in.get("why"), ((Number) in.get("until")).longValue());
    }

    private static Memory.Refused refused(Map<?, ?> in) {
        return new Memory.Refused(in.get("value"), (String) in.get("why"));
    }

    private static Map<String, Object> undone(Memory.Undone undone) {
        Map<String, Object> out = plain("value", undone.value(), "why", undone.why());
        out.put("by", undone.by());
        return out;
    }

    private static Memory.Undone undone(Map<?, ?> in) {
        return new Memory.Undone(in.get("value"), (String) in.get("why"), (String) in.get("by"));
    }

    private Set<Object> set(String field, List<?> plain) {
        Set<Object> values = new LinkedHashSet<>();
        plain.forEach(p -> values.add(Values.value(type, field, p)));
        return values;
    }

    /** A field whose vendor has left is kept in the store and skipped here. */
    private void known(String field, Runnable then) {
        if (type.field(field).isPresent()) then.run();
    }

    private Fields fields(Map<String, Object> plain) {
        Map<String, Object> mine = new HashMap<>(plain);
        mine.keySet().removeIf(name -> type.field(name).isEmpty());
        return Fields.read(type, mine);
    }

    private static Evidence evidence(List<?> pair) {
        return new Evidence(((Number) pair.get(0)).longValue(), ((Number) pair.get(1)).longValue());
    }

    private static <V> Map<String, Object> each(Map<String, V> from, BiFunction<String, V, Object> plain) {
        Map<String, Object> out = new LinkedHashMap<>();
        from.forEach((field, v) -> out.put(field, plain.apply(field, v)));
        return out;
    }

    private static Map<String, Object> plain(String a, Object x, String b, Object y) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put(a, x);
        out.put(b, y);
        return out;
    }

    private static void put(Map<String, Object> out, String name, Object value) {
        boolean nothing = value instanceof Map<?, ?> m && m.isEmpty()
                || value instanceof List<?> l && l.isEmpty()
                || Boolean.FALSE.equals(value)
                || Long.valueOf(0).equals(value)
                || "".equals(value);
        if (!nothing) out.put(name, value);
    }

    @SuppressWarnings("unchecked") // JSON objects have text keys
    private static Map<String, Object> map(Map<String, Object> in, String name) {
        return (Map<String, Object>) in.getOrDefault(name, Map.of());
    }

    private static long number(Map<String, Object> in, String name) {
        return ((Number) in.getOrDefault(name, 0L)).longValue();
    }
}
