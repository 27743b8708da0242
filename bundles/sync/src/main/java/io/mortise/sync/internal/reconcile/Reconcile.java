package io.mortise.sync.internal.reconcile;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Kind;
import io.mortise.model.Policy;
import io.mortise.model.Ref;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The heart: from what the hub holds and what every remote shows to what shall hold everywhere. Pure: no clock, no
 * chance, no store; the same input gives the same plan in whatever order the sides are listed. Three steps for each
 * field: who moved, who wins, who must be written to.
 */
public final class Reconcile {
    private final EntityType type;
    private final Function<Ref, Optional<Ref>> withinOf;

    /** @param withinOf the record that a referenced record lies within, for constraints; empty if unknown */
    public Reconcile(EntityType type, Function<Ref, Optional<Ref>> withinOf) {
        this.type = type;
        this.withinOf = withinOf;
    }

    public Plan plan(Hub hub, List<Side> sides) {
        Draft draft = new Draft(hub, sides);
        Movers movers = new Movers(draft);
        slots().forEach(slot -> decide(draft, slot, movers));
        new Constraints(draft, withinOf).mend(type);
        var writes = new Writes(draft).of(type);
        return new Plan(new Hub(draft.cells, draft.frozen), draft.agreed, writes, draft.decisions);
    }

    private void decide(Draft draft, Slot slot, Movers movers) {
        List<Side> moved = movers.of(slot.fields);
        if (moved.isEmpty()) return;
        switch (slot.policy.rule()) {
            case OWNER -> new Owners(draft).decide(slot.fields, slot.policy, moved);
            case UNION -> slot.fields.forEach(field -> union(draft, field, moved));
            case DERIVED -> moved.forEach(side -> draft.take(side, slot.fields, "shown there"));
            case TEXT -> slot.fields.forEach(field -> new Texts(draft).decide(field, moved));
            case APPEND -> new Written(draft).decide(slot.fields, moved);
            case LATEST, MANUAL, STATE -> new Contest(draft, slot.fields, slot.policy, moved).decide();
        }
    }

    private void union(Draft draft, String field, List<Side> moved) {
        boolean named =
                type.field(field).filter(f -> f.kind() == (Kind<?>) Kind.JSON).isPresent();
        if (named) new Keyed(draft).decide(field, moved);
        else new Union(draft).decide(field, moved);
    }

    /** Fields that are decided as one. */
    private record Slot(Set<String> fields, Policy policy) {}

    private Stream<Slot> slots() {
        Set<String> bound = new HashSet<>();
        type.tuples().forEach(tuple -> tuple.forEach(field -> bound.add(field.name())));
        Stream<Slot> tuples = type.tuples().stream().map(this::slot);
        Stream<Slot> single = type.fields().stream()
                .filter(field -> !bound.contains(field.name()))
                .map(field -> new Slot(Set.of(field.name()), field.policy()));
        return Stream.concat(single, tuples);
    }

    private Slot slot(Set<Field<?>> tuple) {
        Set<String> names = new TreeSet<>();
        tuple.forEach(field -> names.add(field.name()));
        return new Slot(names, type.field(names.iterator().next()).orElseThrow().policy());
    }
}
