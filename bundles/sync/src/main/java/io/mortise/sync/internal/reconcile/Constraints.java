package io.mortise.sync.internal.reconcile;

import io.mortise.model.Constraint;
import io.mortise.model.EntityType;
import io.mortise.model.Labelled;
import io.mortise.model.Ref;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** What two legal edits can break between them is mended here: the dependent value gives way, and the journal says so. */
final class Constraints {
    private final Draft draft;
    private final Function<Ref, Optional<Ref>> withinOf;

    /** @param withinOf the record that a referenced record lies within; empty if unknown, which breaks nothing */
    Constraints(Draft draft, Function<Ref, Optional<Ref>> withinOf) {
        this.draft = draft;
        this.withinOf = withinOf;
    }

    void mend(EntityType type) {
        for (Constraint constraint : type.constraints()) {
            String field = constraint.field().name();
            Object value = draft.value(field);
            if (value == null || draft.frozen.containsKey(field)) continue;
            Object against = draft.value(constraint.of().name());
            switch (constraint.rule()) {
                case SAME_WITHIN -> sameWithin(field, (Ref) value, against);
                case MEMBER -> member(field, (String) value, (Collection<?>) against);
            }
        }
    }

    private void sameWithin(String field, Ref value, Object within) {
        Optional<Ref> actual = withinOf.apply(value);
        if (within == null || actual.isEmpty() || actual.get().equals(within)) return;
        set(field, null, "cleared: it belongs to another organization");
    }

    private void member(String field, String value, Collection<?> set) {
        if (set == null) {
            set(field, null, "cleared: no longer among them");
        } else if (set.stream().map(Constraints::text).noneMatch(value::equalsIgnoreCase)) {
            String first = set.stream()
                    .map(Constraints::text)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            set(field, first, "no longer among them: the first takes its place");
        }
    }

    private void set(String field, Object value, String why) {
        Cell old = draft.cells.get(field);
        draft.replace(field, new Cell(value, old.evidence(), Cell.HERE, ""), why);
    }

    private static String text(Object member) {
        return member instanceof Labelled l ? l.value() : member.toString();
    }
}
