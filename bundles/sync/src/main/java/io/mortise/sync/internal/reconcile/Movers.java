package io.mortise.sync.internal.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Step one: which sides have really changed these fields since the hub and they agreed? */
final class Movers {
    private final Draft draft;

    Movers(Draft draft) {
        this.draft = draft;
    }

    List<Side> of(Set<String> fields) {
        List<Side> movers = new ArrayList<>();
        for (Side side : draft.sides) {
            boolean moved = false;
            for (String field : fields) moved |= moved(side, field);
            if (moved) movers.add(side);
        }
        return movers;
    }

    private boolean moved(Side side, String field) {
        if (!side.observed().containsKey(field)) return false;
        Object shown = side.observed().get(field);
        Pair pair = draft.agreed(side, field);
        if (pair != null && pair.shows(shown)) return false;
        Object echoed = side.echoed(field, shown);
        if (echoed != null) {
            draft.agree(side, field, Pair.of(echoed, shown));
            return false;
        }
        if (Objects.equals(shown, draft.value(field))) {
            draft.agree(side, field, Pair.of(shown, shown));
            return false;
        }
        return speaks(side, field, shown, pair);
    }

    /** None at first sight is a gap to be filled, not somebody's deletion. */
    private boolean speaks(Side side, String field, Object shown, Pair pair) {
        if (pair == null && shown == null) {
            draft.agree(side, field, Pair.superseded(null));
            return false;
        }
        if (!side.speaks() && draft.value(field) != null) {
            draft.overrule(side, Set.of(field), "two-way sync is off there");
            return false;
        }
        return true;
    }
}
