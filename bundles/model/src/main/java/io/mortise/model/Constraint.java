package io.mortise.model;

/**
 * What must hold within a record after every merge; a value that breaks it is cleared, logged and shown.
 *
 * @param field the one that gives way
 * @param of what it is held against
 */
public record Constraint(Rule rule, Field<?> field, Field<?> of) {
    public enum Rule {
        /** The record that {@code field} names lies within the same record as this one ({@code of}). */
        SAME_WITHIN,
        /** The value of {@code field} is a member of the set {@code of}, else the set's first member takes its place. */
        MEMBER
    }

    public static Constraint sameWithin(Field<Ref> field, Field<Ref> within) {
        return new Constraint(Rule.SAME_WITHIN, field, within);
    }

    public static Constraint member(Field<String> field, Field<?> set) {
        return new Constraint(Rule.MEMBER, field, set);
    }
}
