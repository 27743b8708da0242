package io.mortise.records.internal;

import io.mortise.model.Constraint;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Labelled;
import io.mortise.model.Ref;
import io.mortise.store.Reading;
import io.mortise.store.Row;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What must hold between the fields of a record. A merge of two systems mends it by itself; a person is told. */
final class Bonds {
    private Bonds() {}

    /**
     * @param after the record as it would be
     * @return by field name, in words; only of fields that the edit itself gives a value
     */
    static Map<String, String> broken(Reading store, EntityType type, Fields changes, Fields after) {
        Map<String, String> broken = new TreeMap<>();
        for (Constraint constraint : type.constraints()) {
            Object value = changes.get(constraint.field()).orElse(null);
            Object of = after.get(constraint.of()).orElse(null);
            if (value == null || holds(store, constraint.rule(), value, of)) continue;
            String label = constraint.of().label().toLowerCase(Locale.ROOT);
            broken.put(
                    constraint.field().name(),
                    constraint.rule() == Constraint.Rule.MEMBER
                            ? "isn't one of the " + label + ": add it to them as well, or take one of them"
                            : "belongs to another " + label);
        }
        return broken;
    }

    private static boolean holds(Reading store, Constraint.Rule rule, Object value, Object of) {
        return switch (rule) {
            case MEMBER ->
                (of instanceof Collection<?> all ? all : List.of())
                        .stream().map(Bonds::text).anyMatch(value.toString()::equalsIgnoreCase);
            case SAME_WITHIN ->
                store.row((Ref) value)
                        .flatMap(Row::within)
                        .map(id -> of instanceof Ref ref && ref.id().equals(id))
                        .orElse(true);
        };
    }

    private static String text(Object member) {
        return member instanceof Labelled labelled ? labelled.value() : member.toString();
    }
}
