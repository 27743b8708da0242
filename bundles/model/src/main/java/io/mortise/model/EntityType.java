package io.mortise.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A declared type: data, not a class. Immutable; each method that takes an argument returns a changed copy. */
public final class EntityType {
    /** Every type has it. False is "deactivated": kept, searchable, never erased. */
    public static final Field<Boolean> ACTIVE = Field.of("active", Kind.FLAG);
    /** Every type has it. True: shown only to a person whose own connection could read it just now. */
    public static final Field<Boolean> RESTRICTED =
            Field.of("restricted", Kind.FLAG).viewOnly();

    /**
     * When a record was changed last, here. No value that anybody gives, so it is among no type's fields; lists can be
     * sorted by it, and a record that was read mentions it.
     */
    public static final Field<Instant> CHANGED_AT =
            Field.of("changedAt", Kind.MOMENT).viewOnly();

    private final String name;
    private final Map<String, Field<?>> fields;
    private final List<Field<?>> inOrder;
    private final Field<String> title;
    private final Rules rules;

    private record Rules(
            Optional<Field<Ref>> within,
            List<Match> matches,
            List<Set<Field<?>>> tuples,
            List<Constraint> constraints,
            UnaryOperator<Fields> derive) {}

    private EntityType(String name, Map<String, Field<?>> fields, Field<String> title, Rules rules) {
        this.name = name;
        this.fields = fields;
        this.inOrder = List.copyOf(fields.values());
        this.title = title;
        this.rules = rules;
    }

    /** @param title what stands for the record in a list */
    public static EntityType of(String name, Field<String> title, Field<?>... more) {
        Rules none = new Rules(Optional.empty(), List.of(), List.of(), List.of(), f -> f);
        return new EntityType(name, Map.of(), title, none)
                .fields(title, ACTIVE, RESTRICTED)
                .fields(more);
    }

    public EntityType fields(Field<?>... more) {
        var all = new LinkedHashMap<>(fields);
        Stream.of(more).forEach(f -> all.put(f.name(), f));
        return new EntityType(name, all, title, rules);
    }

    /**
     * The reference that leads, in one step or several, to the organization whose access rules count, and inside which
     * records are matched. None: everybody's.
     */
    public EntityType within(Field<Ref> within) {
        return new EntityType(
                        name,
                        fields,
                        title,
                        new Rules(Optional.of(within), rules.matches, rules.tuples, rules.constraints, rules.derive))
                .fields(within);
    }

    /** Tried in this order, inside one organization. */
    public EntityType matches(Match... inOrder) {
        return new EntityType(
                name,
                fields,
                title,
                new Rules(rules.within, List.of(inOrder), rules.tuples, rules.constraints, rules.derive));
    }

    /** Fields that are reconciled as one value: one mover, one winner (an address is never half of two). */
    public EntityType tuple(Field<?>... together) {
        List<Set<Field<?>>> tuples = Stream.concat(rules.tuples.stream(), Stream.of(Set.of(together)))
                .toList();
        return new EntityType(
                name, fields, title, new Rules(rules.within, rules.matches, tuples, rules.constraints, rules.derive));
    }

    public EntityType constraints(Constraint... all) {
        return new EntityType(
                name, fields, title, new Rules(rules.within, rules.matches, rules.tuples, List.of(all), rules.derive));
    }

    /** What follows from the other fields (a person's whole name); asked after every change. Idempotent. */
    public EntityType derive(UnaryOperator<Fields> derive) {
        return new EntityType(
                name, fields, title, new Rules(rules.within, rules.matches, rules.tuples, rules.constraints, derive));
    }

    public String name() {
        return name;
    }

    public List<Field<?>> fields() {
        return inOrder;
    }

    public Optional<Field<?>> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    public Field<String> title() {
        return title;
    }

    public Optional<Field<Ref>> within() {
        return rules.within;
    }

    public List<Match> matches() {
        return rules.matches;
    }

    public List<Set<Field<?>>> tuples() {
        return rules.tuples;
    }

    /** Nobody here writes any of its fields, and nothing of it is ever made anywhere by us. */
    public boolean isShownOnly() {
        return fields.values().stream().allMatch(field -> field.isViewOnly() || field.equals(ACTIVE));
    }

    /** The fields with the derived ones set anew. */
    public Fields derived(Fields fields) {
        return rules.derive.apply(fields);
    }

    public List<Constraint> constraints() {
        return rules.constraints;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof EntityType t && t.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
