package io.mortise.records.internal;

import io.mortise.api.Refusal;
import io.mortise.api.Slice;
import io.mortise.api.WriteThrough;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Part;
import io.mortise.model.Policy;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.store.Reading;
import io.mortise.store.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an edit may not do, whoever makes it. */
final class Rules {
    private final WriteThrough systems;

    Rules(WriteThrough systems) {
        this.systems = systems;
    }

    /**
     * @param after the record as it would be
     * @param links where else the record is
     */
    void check(Reading store, EntityType type, Fields changes, Fields after, List<Link> links) {
        Map<String, String> wrong = new TreeMap<>();
        for (Field<?> field : type.fields()) {
            if (!changes.mentions(field)) continue;
            whyNot(type, field, links).ifPresent(why -> {
                throw new Refusal(Refusal.Reason.VIEW_ONLY, why);
            });
            reference(store, field, changes).ifPresent(why -> wrong.put(field.name(), why));
        }
        bonds(store, type, changes, after, wrong);
    }

    /** The same for a new record: what it is about is said once, then, and by whoever makes it. */
    void checkNew(Reading store, EntityType type, Fields fields) {
        Map<String, String> wrong = new TreeMap<>();
        for (Field<?> field : type.fields()) {
            if (!fields.mentions(field)) continue;
            boolean fixed = field.isViewOnly() && isAbout(type, field);
            if (!fixed)
                whyNot(type, field, List.of()).ifPresent(why -> {
                    throw new Refusal(Refusal.Reason.VIEW_ONLY, why);
                });
            reference(store, field, fields).ifPresent(why -> wrong.put(field.name(), why));
        }
        bonds(store, type, fields, fields, wrong);
        checkWhole(type, fields);
    }

    private static boolean isAbout(EntityType type, Field<?> field) {
        boolean derived = field.policy().rule() == Policy.Rule.DERIVED;
        return !derived
                && (type.within().filter(field::equals).isPresent()
                        || type.matches().stream()
                                .anyMatch(match -> match.fields().contains(field)));
    }

    private static void bonds(Reading store, EntityType type, Fields changes, Fields after, Map<String, String> wrong) {
        Bonds.broken(store, type, changes, after).forEach(wrong::putIfAbsent);
        if (changes.mentions(type.title()) && changes.get(type.title()).isEmpty())
            wrong.put(type.title().name(), "can't be empty: the record is known by it");
        refuse(wrong);
    }

    /** By field name, why nobody may change it. @param links where else the record is */
    Map<String, String> locked(EntityType type, List<Link> links) {
        Map<String, String> locked = new TreeMap<>();
        for (Field<?> field : type.fields()) whyNot(type, field, links).ifPresent(why -> locked.put(field.name(), why));
        return locked;
    }

    private Optional<String> whyNot(EntityType type, Field<?> field, List<Link> links) {
        if (field.isViewOnly() || field.policy().rule() == Policy.Rule.DERIVED)
            return Optional.of("Nobody edits \"" + field.label() + "\" here: it is read from another system.");
        boolean elsewhere = links.stream().anyMatch(link -> link.state() == Link.State.LINKED);
        if (elsewhere && type.within().filter(field::equals).isPresent())
            return Optional.of("It stays where it is: no connected system can move it to another customer.");
        if (ownedByMachine(field, links))
            return Optional.of("The machine itself reports it to the RMM: change it there.");
        return Optional.empty();
    }

    private static void checkWhole(EntityType type, Fields fields) {
        Map<String, String> wrong = new TreeMap<>();
        boolean named = type.title().policy().rule() == Policy.Rule.DERIVED // whoever has it gives it a name
                || type.derived(fields).get(type.title()).isPresent();
        if (!named) wrong.put(type.title().name(), "is needed");
        type.within()
                .filter(within -> fields.get(within).isEmpty())
                .ifPresent(within -> wrong.put(within.name(), "is needed"));
        refuse(wrong);
    }

    private boolean ownedByMachine(Field<?> field, List<Link> links) {
        Policy policy = field.policy();
        boolean rmmFirst = policy.rule() == Policy.Rule.OWNER
                && !policy.rank().isEmpty()
                && policy.rank().get(0).equals(Part.RMM);
        return rmmFirst && links.stream().anyMatch(link -> link.state() == Link.State.LINKED && isRmm(link));
    }

    private boolean isRmm(Link link) {
        return systems.part(link.connection()).equals(Optional.of(Part.RMM));
    }

    private static Optional<String> reference(Reading store, Field<?> field, Fields changes) {
        Object value = changes.get(field).orElse(null);
        if (!(value instanceof Ref ref)) return Optional.empty();
        boolean kind = field.targets().isEmpty() || field.targets().contains(ref.type());
        if (!kind) return Optional.of("must be a " + String.join(" or ", field.targets()));
        Optional<Row> row = Slice.isId(ref.id()) ? store.row(ref) : Optional.empty();
        return row.isPresent() ? Optional.empty() : Optional.of("there is no such " + ref.type());
    }

    private static void refuse(Map<String, String> wrong) {
        if (!wrong.isEmpty()) throw Refusal.invalid("Please correct what is named, then save again.", wrong);
    }
}
