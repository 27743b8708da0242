package io.mortise.sync.internal.engine;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Ref;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Is this found record the child of a create whose answer never came? */
final class Born {
    private Born() {}

    /**
     * The title is the same, case apart, and so is every value that records are matched by and that both have. People
     * may have changed the rest since. A record whose title was not sent (a note's first words) is known by all that was
     * sent and that it shows.
     */
    static boolean isOf(EntityType type, Map<String, Object> body, Map<String, Object> found) {
        String title = type.title().name();
        if (body.get(title) == null) return isAllThatWasSent(body, found);
        if (!same(body.get(title), found.get(title))) return false;
        for (String field : evidence(type)) {
            Object sent = body.get(field);
            Object shown = found.get(field);
            if (sent != null && shown != null && !same(sent, shown)) return false;
        }
        return true;
    }

    private static boolean isAllThatWasSent(Map<String, Object> body, Map<String, Object> found) {
        boolean any = false;
        for (Map.Entry<String, Object> sent : body.entrySet()) {
            Object shown = found.get(sent.getKey());
            if (sent.getValue() == null || shown == null || sent.getValue() instanceof Ref) continue;
            if (!same(sent.getValue(), shown)) return false;
            any = true;
        }
        return any;
    }

    private static Set<String> evidence(EntityType type) {
        Set<String> names = new HashSet<>();
        type.matches().forEach(rule -> rule.fields().stream().map(Field::name).forEach(names::add));
        return names;
    }

    private static boolean same(Object a, Object b) {
        if (a instanceof String x && b instanceof String y)
            return x.toLowerCase(Locale.ROOT).equals(y.toLowerCase(Locale.ROOT));
        return java.util.Objects.equals(a, b);
    }
}
