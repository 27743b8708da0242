package io.mortise.sync.internal.reconcile;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Policy;
import java.util.Map;
import java.util.TreeMap;

/** Step three: what does each remote still have to be given? */
final class Writes {
    private final Draft draft;

    Writes(Draft draft) {
        this.draft = draft;
    }

    Map<String, Map<String, Object>> of(EntityType type) {
        Map<String, Map<String, Object>> all = new TreeMap<>();
        for (Side side : draft.sides) {
            Map<String, Object> needed = new TreeMap<>();
            Map<String, Object> riders = new TreeMap<>();
            for (Field<?> field : type.fields())
                if (owed(side, field))
                    (field.isFleeting() ? riders : needed).put(field.name(), draft.value(field.name()));
            if (needed.isEmpty()) continue;
            needed.putAll(riders);
            all.put(side.id(), needed);
        }
        return all;
    }

    private boolean owed(Side side, Field<?> field) {
        String name = field.name();
        Cell cell = draft.cells.get(name);
        boolean ours = cell != null && !draft.frozen.containsKey(name);
        if (!ours || field.policy().rule() == Policy.Rule.DERIVED) return false;
        if (!side.writable().contains(name) || !side.observed().containsKey(name)) return false;
        Object shown = side.observed().get(name);
        if (side.same(name, shown, cell.value())) {
            draft.agree(side, name, Pair.of(cell.value(), shown));
            return false;
        }
        Pair pair = draft.agreed(side, name);
        boolean asGoodAsItGets = pair != null && pair.holds(cell.value()) && pair.shows(shown);
        return !asGoodAsItGets;
    }
}
