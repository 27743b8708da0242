package io.mortise.sync.internal.engine;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.store.Reading;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.remote.Remote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What is to be written, in the vendor's terms. A field that can't be said there yet is held, and only that one. */
final class Outward {
    /**
     * @param fields ready to send
     * @param values the same in the hub's terms
     * @param held by field name, why it has to wait, in words for people
     * @param awaits records that must be linked there first
     */
    record Said(Fields fields, Map<String, Object> values, Map<String, String> held, List<Ref> awaits) {}

    private final Ground ground;
    private final Remote remote;
    private final Choices choices;

    Outward(Ground ground, Remote remote, Choices choices) {
        this.ground = ground;
        this.remote = remote;
        this.choices = choices;
    }

    /**
     * Asks the vendor for its lists where it must: not to be called inside a transaction.
     *
     * @param shown what the vendor shows of the record now, in its terms
     */
    Said say(EntityType type, Map<String, Object> wanted, Fields shown) throws Fault {
        boolean refers = wanted.values().stream().anyMatch(Outward::refers);
        return say(type, wanted, refers ? ground.store().read(store -> theirs(store, wanted)) : Map.of(), shown);
    }

    private static boolean refers(Object value) {
        return value instanceof Ref
                || value instanceof Set<?> set && set.stream().anyMatch(Ref.class::isInstance);
    }

    /** The vendor's counterparts of all records that are referred to; those that aren't linked there are left out. */
    Map<Ref, Ref> theirs(Reading store, Map<String, Object> wanted) {
        Translator translator = new Translator(store, remote.id());
        Map<Ref, Ref> theirs = new HashMap<>();
        for (Object value : wanted.values())
            if (refers(value))
                for (Object ref : value instanceof Set<?> several ? several : Set.of(value))
                    translator.theirs((Ref) ref).ifPresent(their -> theirs.put((Ref) ref, their));
        return theirs;
    }

    /** @param refs as {@link #theirs} gives them */
    Said say(EntityType type, Map<String, Object> wanted, Map<Ref, Ref> refs, Fields shown) throws Fault {
        Map<String, Object> said = new TreeMap<>();
        Map<String, Object> values = new TreeMap<>();
        Map<String, String> held = new TreeMap<>();
        List<Ref> awaits = new ArrayList<>();
        for (var each : wanted.entrySet()) {
            String field = each.getKey();
            Object value = each.getValue();
            Optional<Object> theirs = value == null ? Optional.empty() : theirs(type, field, wanted, refs, shown);
            if (value == null || theirs.isPresent()) {
                said.put(field, theirs.orElse(null));
                values.put(field, value);
            } else if (value instanceof Ref ref) {
                held.put(field, "waits for its " + ref.type() + " at " + remote.system());
                awaits.add(ref);
            } else if (value instanceof Set<?> set) {
                held.put(field, "waits for all of them at " + remote.system());
                set.forEach(ref -> awaits.add((Ref) ref));
            } else {
                held.put(field, remote.system() + " has no entry \"" + ((Choice) value).label() + "\" in its list");
            }
        }
        return new Said(Values.fields(type, said), values, held, awaits);
    }

    private Optional<Object> theirs(
            EntityType type, String field, Map<String, Object> wanted, Map<Ref, Ref> refs, Fields shown) throws Fault {
        Object value = wanted.get(field);
        if (value instanceof Ref our) return Optional.ofNullable(refs.get(our));
        if (refers(value)) {
            Set<?> ours = (Set<?>) value;
            Set<Ref> theirs = new LinkedHashSet<>();
            for (Object our : ours) if (refs.containsKey(our)) theirs.add(refs.get(our));
            return theirs.size() == ours.size() ? Optional.of(theirs) : Optional.empty();
        }
        if (value instanceof Choice choice)
            return choice(type, field, choice, wanted, refs, shown).map(c -> c);
        return Optional.of(value);
    }

    @SuppressWarnings("unchecked") // a choice is the value of a choice field
    private Optional<Choice> choice(
            EntityType type, String field, Choice choice, Map<String, Object> wanted, Map<Ref, Ref> refs, Fields shown)
            throws Fault {
        Optional<Choice> said = remote.wording().outward(type.name(), field, choice);
        if (said.isPresent()) return said;
        Field<Choice> of = (Field<Choice>) type.field(field).orElseThrow();
        Optional<Lane> lane = remote.lane(type.name());
        if (lane.isEmpty() || lane.get().choices(of).isEmpty()) return Optional.of(choice);
        return choices.named(remote, type, of, given(type, of, wanted, refs, shown), choice.key());
    }

    /** What its list depends on: as it is wanted there, else as it is there. */
    private Fields given(
            EntityType type, Field<Choice> field, Map<String, Object> wanted, Map<Ref, Ref> refs, Fields shown)
            throws Fault {
        if (field.listedIn().isPresent()) return of(field.listedIn().get(), wanted, refs, shown);
        if (field.listedUnder().isEmpty()) return Fields.NONE;
        Field<Choice> above = field.listedUnder().get();
        Optional<Choice> word = shown.get(above);
        if (wanted.containsKey(above.name()))
            word = wanted.get(above.name()) instanceof Choice choice
                    ? choice(type, above.name(), choice, wanted, refs, shown)
                    : Optional.empty();
        return word.map(entry -> Fields.of(above, entry)).orElse(Fields.NONE);
    }

    private static Fields of(Field<Ref> whose, Map<String, Object> wanted, Map<Ref, Ref> refs, Fields shown) {
        Optional<Ref> theirs =
                wanted.get(whose.name()) instanceof Ref our ? Optional.ofNullable(refs.get(our)) : shown.get(whose);
        return theirs.map(ref -> Fields.of(whose, ref)).orElse(Fields.NONE);
    }
}
