package io.mortise.api;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which records, in which order. Immutable; each method below narrows it. Deactivated records only when asked for. */
public final class Find {
    public enum Test {
        IS,
        FROM,
        BEFORE,
        MISSING
    }
    /** {@code values} has one mention of the field for each value it may have. */
    public record Condition(Field<?> field, Test test, List<Fields> values) {}

    private final EntityType type;
    private final List<Condition> where;
    private final String words;
    private final Optional<Field<?>> sort;
    private final boolean down, alsoInactive;
    private final Optional<String> after;
    private final int limit;
    private final Set<Field<?>> without;

    private Find(
            EntityType type,
            List<Condition> where,
            String words,
            Optional<Field<?>> sort,
            boolean down,
            boolean alsoInactive,
            Optional<String> after,
            int limit,
            Set<Field<?>> without) {
        this.type = type;
        this.where = where;
        this.words = words;
        this.sort = sort;
        this.down = down;
        this.alsoInactive = alsoInactive;
        this.after = after;
        this.limit = limit;
        this.without = without;
    }

    public static Find all(EntityType type) {
        return new Find(type, List.of(), "", Optional.empty(), false, false, Optional.empty(), 50, Set.of());
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <T> Find is(Field<T> field, T... anyOf) {
        return where(field, Test.IS, List.of(anyOf));
    }

    public <T extends Comparable<T>> Find from(Field<T> field, T atLeast) {
        return where(field, Test.FROM, List.of(atLeast));
    }

    public <T extends Comparable<T>> Find before(Field<T> field, T limit) {
        return where(field, Test.BEFORE, List.of(limit));
    }

    public Find missing(Field<?> field) {
        return where(field, Test.MISSING, List.of());
    }

    public Find of(Field<Ref> reference, Ref to) {
        return is(reference, to);
    }
    /** Full text, ranked unless sorted. */
    public Find words(String words) {
        return new Find(type, where, words, sort, down, alsoInactive, after, limit, without);
    }

    public Find up(Field<?> by) {
        return new Find(type, where, words, Optional.of(by), false, alsoInactive, after, limit, without);
    }

    public Find down(Field<?> by) {
        return new Find(type, where, words, Optional.of(by), true, alsoInactive, after, limit, without);
    }

    public Find alsoInactive() {
        return new Find(type, where, words, sort, down, true, after, limit, without);
    }
    /** @param after a slice's {@code next}; empty for the start */
    public Find page(Optional<String> after, int limit) {
        return new Find(type, where, words, sort, down, alsoInactive, after, limit, without);
    }

    /** Fields that the answer leaves out: a long text that nobody looks at costs more than all else of a record. */
    public Find without(Field<?>... fields) {
        return new Find(type, where, words, sort, down, alsoInactive, after, limit, Set.of(fields));
    }

    public EntityType type() {
        return type;
    }

    public List<Condition> where() {
        return where;
    }

    public String words() {
        return words;
    }

    public Optional<Field<?>> sort() {
        return sort;
    }

    public boolean isDown() {
        return down;
    }

    public boolean isAlsoInactive() {
        return alsoInactive;
    }

    public Optional<String> after() {
        return after;
    }

    public int limit() {
        return limit;
    }

    public Set<Field<?>> without() {
        return without;
    }

    private <T> Find where(Field<T> field, Test test, List<T> values) {
        var more = new ArrayList<>(where);
        more.add(new Condition(
                field, test, values.stream().map(v -> Fields.of(field, v)).toList()));
        return new Find(type, List.copyOf(more), words, sort, down, alsoInactive, after, limit, without);
    }
}
