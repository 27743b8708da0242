package io.mortise.sync.internal.reconcile;

import io.mortise.model.Policy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * LATEST and MANUAL: several sides, and perhaps the hub, hold values that none of them knew of. "Provably later" is
 * only a partial order: keep those that nobody provably follows, then rank; doing both in one comparison isn't
 * transitive.
 */
final class Contest {
    private static final int UNRANKED = 50;
    private final Draft draft;
    private final Set<String> fields;
    private final Policy policy;
    private final List<Side> movers;
    private final boolean hubContends;

    Contest(Draft draft, Set<String> fields, Policy policy, List<Side> movers) {
        this.draft = draft;
        this.fields = fields;
        this.policy = policy;
        this.movers = movers;
        this.hubContends = hubContends();
    }

    /** One side whose base is the hub's present value is enough to retire it: it knew what it replaced. */
    private boolean hubContends() {
        boolean hasValue = fields.stream().anyMatch(draft.cells::containsKey);
        return hasValue && movers.stream().allMatch(side -> draft.hubMovedSince(side, fields));
    }

    void decide() {
        Set<Map<String, Object>> values = new HashSet<>();
        for (Side side : movers) values.add(shown(side));
        if (!hubContends && values.size() == 1) {
            for (Side side : movers) draft.take(side, fields, "changed there");
        } else if (policy.rule() == Policy.Rule.MANUAL) {
            freeze();
        } else {
            latest();
        }
    }

    private void freeze() {
        for (String field : fields) {
            Set<String> parties = new TreeSet<>(draft.frozen.getOrDefault(field, Set.of()));
            for (Side side : movers) parties.add(side.id());
            draft.frozen.put(field, parties);
        }
    }

    private void latest() {
        Side winner = null;
        boolean hubStands =
                hubContends && movers.stream().noneMatch(m -> evidence(m).provablyAfter(hubEvidence()));
        int best = hubStands ? hubRank() : Integer.MAX_VALUE;
        for (Side side : unbeaten()) {
            if (rank(side) >= best) continue;
            winner = side;
            best = rank(side);
        }
        Map<String, Cell> old = new TreeMap<>(draft.cells);
        String why = "later, or ranked higher";
        if (winner != null) draft.take(winner, fields, why);
        if (winner != null && hubContends) for (String field : fields) draft.lost(field, old.get(field), why);
        for (Side side : movers) if (side != winner) draft.overrule(side, fields, why);
    }

    private List<Side> unbeaten() {
        List<Side> left = new ArrayList<>();
        for (Side side : movers) {
            boolean beaten = hubContends && hubEvidence().provablyAfter(evidence(side));
            for (Side other : movers) beaten |= other != side && evidence(other).provablyAfter(evidence(side));
            if (!beaten) left.add(side);
        }
        return left;
    }

    private Map<String, Object> shown(Side side) {
        Map<String, Object> shown = new TreeMap<>();
        for (String field : fields)
            if (side.observed().containsKey(field))
                shown.put(field, side.observed().get(field));
        return shown;
    }

    private Evidence evidence(Side side) {
        return fields.stream()
                .filter(side.observed()::containsKey)
                .map(side::evidence)
                .reduce(Evidence::later)
                .orElse(Evidence.UNKNOWN);
    }

    private Evidence hubEvidence() {
        return fields.stream()
                .filter(draft.cells::containsKey)
                .map(field -> draft.cells.get(field).evidence())
                .reduce(Evidence::later)
                .orElse(Evidence.UNKNOWN);
    }

    private int rank(Side side) {
        int place = policy.rank().indexOf(side.part());
        return place < 0 ? UNRANKED : place + 1;
    }

    /** A person's edit here stands above every system whose change can't be proved to be later. */
    private int hubRank() {
        String source = fields.stream()
                .filter(draft.cells::containsKey)
                .map(field -> draft.cells.get(field).source())
                .findFirst()
                .orElse(Cell.HERE);
        if (source.equals(Cell.HERE)) return 0;
        return draft.sides.stream()
                .filter(side -> side.id().equals(source))
                .mapToInt(this::rank)
                .findFirst()
                .orElse(UNRANKED);
    }
}
