package io.mortise.sync.internal.reconcile;

import java.util.List;
import java.util.Set;

/**
 * APPEND: written once, then only its author's system may correct it. A flag may be raised and is never lowered: what
 * was internal once stays so.
 */
final class Written {
    private final Draft draft;

    Written(Draft draft) {
        this.draft = draft;
    }

    void decide(Set<String> fields, List<Side> movers) {
        for (Side side : movers)
            if (mayWrite(side, fields)) draft.take(side, fields, "written there");
            else draft.overrule(side, fields, "written once, elsewhere");
    }

    private boolean mayWrite(Side side, Set<String> fields) {
        for (String field : fields) {
            Cell cell = draft.cells.get(field);
            if (cell == null || cell.value() == null) continue;
            boolean lowers = Boolean.TRUE.equals(cell.value())
                    && Boolean.FALSE.equals(side.observed().get(field));
            boolean author = cell.source().equals(side.id()) || draft.sides.size() == 1;
            if (lowers || !author) return false;
        }
        return true;
    }
}
