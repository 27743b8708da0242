package io.mortise.sync.internal.reconcile;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** UNION: every side's additions and removals since it last agreed, applied to the hub's set. */
final class Union {
    private final Draft draft;

    Union(Draft draft) {
        this.draft = draft;
    }

    void decide(String field, List<Side> movers) {
        Cell before = draft.cells.get(field);
        Set<Object> merged = set(before == null ? null : before.value());
        Evidence evidence = before == null ? new Evidence(0, 0) : before.evidence();
        for (Side side : movers) {
            Pair pair = draft.agreed(side, field);
            Set<Object> base = set(pair == null ? null : pair.remote());
            Set<Object> shown = set(side.observed().get(field));
            for (Object added : shown) if (!base.contains(added)) merged.add(added);
            for (Object removed : base) if (!shown.contains(removed)) merged.remove(removed);
            evidence = evidence.later(side.evidence(field));
        }
        Object value = merged.isEmpty() ? null : Set.copyOf(merged);
        String source = movers.size() == 1 ? movers.get(0).id() : Cell.MERGED;
        String by = movers.size() == 1 ? movers.get(0).by() : "";
        draft.replace(field, new Cell(value, evidence, source, by), "merged");
        for (Side side : movers) settle(side, field, value);
    }

    private void settle(Side side, String field, Object value) {
        Object shown = side.observed().get(field);
        draft.agree(
                side, field, java.util.Objects.equals(shown, value) ? Pair.of(value, shown) : Pair.superseded(shown));
    }

    private static Set<Object> set(Object value) {
        return value == null ? new LinkedHashSet<>() : new LinkedHashSet<>((Collection<?>) value);
    }
}
