package io.mortise.sync.internal.reconcile;

import io.mortise.sync.internal.reconcile.Plan.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** A plan in the making: the hub's cells and every side's agreements, changed step by step. Used by one thread, once. */
final class Draft {
    final List<Side> sides;
    final TreeMap<String, Cell> cells;
    final TreeMap<String, Set<String>> frozen;
    final Map<String, Map<String, Pair>> agreed = new TreeMap<>();
    final List<Decision> decisions = new ArrayList<>();

    Draft(Hub hub, List<Side> given) {
        sides = given.stream().sorted(Comparator.comparing(Side::id)).toList();
        cells = new TreeMap<>(hub.cells());
        frozen = new TreeMap<>(hub.frozen());
        for (Side side : sides) agreed.put(side.id(), new TreeMap<>(side.agreed()));
    }

    Object value(String field) {
        Cell cell = cells.get(field);
        return cell == null ? null : cell.value();
    }

    Pair agreed(Side side, String field) {
        return agreed.get(side.id()).get(field);
    }

    void agree(Side side, String field, Pair pair) {
        agreed.get(side.id()).put(field, pair);
    }

    /** The hub takes what this side shows of these fields. */
    void take(Side side, Set<String> fields, String why) {
        for (String field : fields) {
            if (!side.observed().containsKey(field)) continue;
            Object shown = side.observed().get(field);
            Cell now = new Cell(shown, side.evidence(field), side.id(), side.by());
            replace(field, now, why);
            agree(side, field, Pair.of(shown, shown));
        }
    }

    void replace(String field, Cell now, String why) {
        Cell before = cells.put(field, now);
        Object old = before == null ? null : before.value();
        if (!Objects.equals(old, now.value()))
            decisions.add(new Decision(field, old, now.value(), now.source(), "", null, why));
    }

    /** This side's value is set aside; it will be given the hub's. */
    void overrule(Side side, Set<String> fields, String why) {
        for (String field : fields) {
            if (!side.observed().containsKey(field)) continue;
            Object shown = side.observed().get(field);
            Object kept = value(field);
            if (Objects.equals(shown, kept)) {
                agree(side, field, Pair.of(shown, shown));
            } else if (agreed(side, field) == null || !agreed(side, field).shows(shown)) {
                agree(side, field, Pair.superseded(shown));
                Cell cell = cells.get(field);
                String source = cell == null ? Cell.HERE : cell.source();
                decisions.add(new Decision(field, kept, kept, source, side.id(), shown, why));
            }
        }
    }

    /** The hub's own value gave way without ever having been seen there. */
    void lost(String field, Cell old, String why) {
        if (old == null || Objects.equals(old.value(), value(field))) return;
        Cell now = cells.get(field);
        decisions.add(new Decision(field, now.value(), now.value(), now.source(), old.source(), old.value(), why));
    }

    /** Has the hub's value changed since this side last agreed, without anybody there having had a chance to see it? */
    boolean hubMovedSince(Side side, Set<String> fields) {
        for (String field : fields) {
            Cell cell = cells.get(field);
            if (cell == null || !side.observed().containsKey(field)) continue;
            Pair pair = agreed(side, field);
            boolean agreedOn = pair != null && pair.holds(cell.value());
            if (!agreedOn && !side.mayHaveSeen(field, cell.value())) return true;
        }
        return false;
    }
}
