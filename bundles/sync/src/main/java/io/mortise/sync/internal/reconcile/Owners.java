package io.mortise.sync.internal.reconcile;

import io.mortise.model.Policy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** OWNER: the highest-ranked system that has ever had a value decides; what others change is put back. */
final class Owners {
    private final Draft draft;

    Owners(Draft draft) {
        this.draft = draft;
    }

    void decide(Set<String> fields, Policy policy, List<Side> movers) {
        Optional<Side> owner = owner(fields, policy);
        owner.filter(movers::contains).ifPresent(side -> speak(side, fields));
        for (Side side : movers) {
            if (owner.isPresent() && owner.get() == side) continue;
            if (empty(fields)) draft.take(side, fields, "first value");
            else draft.overrule(side, fields, "another system owns this field");
        }
    }

    private void speak(Side owner, Set<String> fields) {
        boolean unseen = draft.hubMovedSince(owner, fields);
        var old = new java.util.TreeMap<String, Cell>();
        for (String field : fields) if (draft.cells.containsKey(field)) old.put(field, draft.cells.get(field));
        draft.take(owner, fields, "its owner changed it");
        if (unseen) old.forEach((field, cell) -> draft.lost(field, cell, "its owner changed it"));
    }

    private Optional<Side> owner(Set<String> fields, Policy policy) {
        return policy.rank().stream()
                .flatMap(part -> draft.sides.stream()
                        .filter(side -> side.part().equals(part))
                        .filter(side -> side.speaks() && hasSpoken(side, fields)))
                .findFirst();
    }

    private boolean hasSpoken(Side side, Set<String> fields) {
        for (String field : fields) {
            if (side.observed().get(field) != null) return true;
            Cell cell = draft.cells.get(field);
            if (cell != null && cell.source().equals(side.id())) return true;
        }
        return false;
    }

    private boolean empty(Set<String> fields) {
        return fields.stream().allMatch(field -> draft.value(field) == null);
    }
}
