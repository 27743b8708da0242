package io.mortise.sync.internal.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * UNION of named values: every side's changed ones since it last agreed, applied to the hub's. Of one that was changed
 * here too, ours stands unless theirs is provably later.
 */
final class Keyed {
    private final Draft draft;

    Keyed(Draft draft) {
        this.draft = draft;
    }

    void decide(String field, List<Side> movers) {
        Cell before = draft.cells.get(field);
        Map<String, Object> merged = map(before == null ? null : before.value());
        Evidence evidence = before == null ? new Evidence(0, 0) : before.evidence();
        for (Side side : movers) {
            Pair pair = draft.agreed(side, field);
            Map<String, Object> base = map(pair == null ? null : pair.remote());
            boolean later = before == null || side.evidence(field).provablyAfter(before.evidence());
            merge(merged, base, map(side.observed().get(field)), later);
            evidence = evidence.later(side.evidence(field));
        }
        Object value = merged.isEmpty() ? null : Map.copyOf(merged);
        boolean alone = movers.size() == 1
                && Objects.equals(value, movers.get(0).observed().get(field));
        Side only = movers.get(0);
        draft.replace(
                field, new Cell(value, evidence, alone ? only.id() : Cell.MERGED, alone ? only.by() : ""), "merged");
        for (Side side : movers) settle(side, field, value);
    }

    private static void merge(
            Map<String, Object> ours, Map<String, Object> base, Map<String, Object> theirs, boolean later) {
        Set<String> names = new TreeSet<>(base.keySet());
        names.addAll(theirs.keySet());
        for (String name : names) {
            boolean changedThere = !Objects.equals(base.get(name), theirs.get(name));
            boolean changedHere = !Objects.equals(base.get(name), ours.get(name));
            if (!changedThere || changedHere && !later) continue;
            if (theirs.containsKey(name)) ours.put(name, theirs.get(name));
            else ours.remove(name);
        }
    }

    private void settle(Side side, String field, Object value) {
        Object shown = side.observed().get(field);
        draft.agree(side, field, Objects.equals(shown, value) ? Pair.of(value, shown) : Pair.superseded(shown));
    }

    @SuppressWarnings("unchecked") // a field of this kind holds nothing else
    private static Map<String, Object> map(Object value) {
        return value == null ? new TreeMap<>() : new TreeMap<>((Map<String, Object>) value);
    }
}
