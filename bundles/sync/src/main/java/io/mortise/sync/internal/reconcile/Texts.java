package io.mortise.sync.internal.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** TEXT: what the sides changed since they last agreed, put together by paragraph. */
final class Texts {
    private final Draft draft;

    Texts(Draft draft) {
        this.draft = draft;
    }

    void decide(String field, List<Side> movers) {
        for (Side side : movers) merge(side, field);
        Object value = draft.value(field);
        for (Side side : movers) settle(side, field, value);
    }

    private void merge(Side side, String field) {
        Cell before = draft.cells.get(field);
        Object here = before == null ? null : before.value();
        Object shown = side.observed().get(field);
        Object like = shown == null ? here : shown;
        Pair pair = draft.agreed(side, field);
        List<String> mine = Paragraphs.of(here);
        List<String> theirs = lifted(pair, shown);
        ThreeWay.Merged merged = ThreeWay.merge(base(pair, mine, theirs), mine, theirs);
        Object value = Paragraphs.joined(merged.parts(), like);
        boolean alone = merged.parts().equals(theirs);
        Evidence evidence =
                before == null ? side.evidence(field) : before.evidence().later(side.evidence(field));
        Cell now = alone ? new Cell(value, evidence, side.id(), side.by()) : new Cell(value, evidence, Cell.MERGED, "");
        if (!Objects.equals(value, here)) draft.replace(field, now, why(merged, alone));
    }

    private static String why(ThreeWay.Merged merged, boolean alone) {
        if (merged.overlapped()) return "both changed the same paragraph, both are kept";
        return alone ? "changed there" : "merged by paragraph";
    }

    private static List<String> base(Pair pair, List<String> mine, List<String> theirs) {
        if (pair == null) return ThreeWay.common(mine, theirs);
        return Paragraphs.of(pair.superseded() ? pair.remote() : pair.hub());
    }

    /** What a remote shows of our text, its losses made good where it left a paragraph as it was. */
    private static List<String> lifted(Pair pair, Object shown) {
        List<String> theirs = Paragraphs.of(shown);
        if (pair == null || pair.superseded() || Objects.equals(pair.hub(), pair.remote())) return theirs;
        List<String> ours = Paragraphs.of(pair.hub());
        List<String> seen = Paragraphs.of(pair.remote());
        if (ours.size() != seen.size()) return theirs;
        List<String> lifted = new ArrayList<>();
        for (String part : theirs) lifted.add(seen.contains(part) ? ours.get(seen.indexOf(part)) : part);
        return lifted;
    }

    private void settle(Side side, String field, Object value) {
        Object shown = side.observed().get(field);
        Pair pair = draft.agreed(side, field);
        boolean asAgreed = pair != null && pair.holds(value);
        boolean same = side.same(field, shown, value)
                || asAgreed && lifted(pair, shown).equals(Paragraphs.of(value));
        draft.agree(side, field, same ? Pair.of(value, shown) : Pair.superseded(shown));
    }
}
