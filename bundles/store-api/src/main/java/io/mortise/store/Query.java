package io.mortise.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows of one type, in which order.
 *
 * @param inactiveToo deactivated ones as well
 * @param within only inside these organizations; empty means everywhere
 * @param below only inside such rows; empty means everywhere
 * @param where conditions on {@link Row#fields}, all of them
 * @param words each must begin a word of {@link Row#words}, in lower case, without blanks, with its accents; an empty
 *     one asks for nothing
 * @param sort what rows are compared by, and by their ids where it is equal: "" for the title, by {@link Row#sortKey};
 *     {@link #CHANGED}; or a field name or path, whose values are compared as text, character by character, of an indexed
 *     field the first 200. Title, change and what indexed fields are sorted by have an index, other fields have none
 * @param down the greatest first, ids as well
 * @param after the last row of the part before, as {@link Position}
 */
public record Query(
        String type,
        boolean inactiveToo,
        Optional<Set<String>> within,
        Optional<Above> below,
        List<Condition> where,
        List<String> words,
        String sort,
        boolean down,
        Optional<Position> after,
        int limit) {
    /** The sort by {@link Row#changedAt}. No field can have this name. */
    public static final String CHANGED = "(changed)";

    /** @throws IllegalArgumentException if no field could have the name of {@code sort} */
    public Query {
        within = within.map(Set::copyOf);
        where = List.copyOf(where);
        words = List.copyOf(words);
        if (!sort.isEmpty() && !sort.equals(CHANGED)) Text.requireName(sort);
    }

    /** Rows of a type, active or not, that lie inside one of the organizations. */
    public record Above(String type, Set<String> organizations) {
        public Above {
            organizations = Set.copyOf(organizations);
        }
    }

    public enum Test {
        /** Equal to one of the values. */
        IS,
        /** At least, as text. */
        FROM,
        /** Below, as text. */
        BEFORE,
        /** Not there, null, or an empty text: nothing is equal to it, from it or before it. */
        MISSING
    }

    /**
     * @param path a field's name, or {@code name.part} for a part of it ({@code organization.id}, {@code type.key});
     *     a field with that whole name comes first
     * @param values as text; flags are "true" and "false", numbers in decimal
     */
    public record Condition(String path, Test test, List<String> values) {
        /** @throws IllegalArgumentException if no field could have such a name, or a value is missing or too many */
        public Condition {
            Text.requireName(path);
            values = List.copyOf(values);
            boolean one = test == Test.FROM || test == Test.BEFORE;
            if (one && values.size() != 1) throw new IllegalArgumentException(test + " takes one value");
        }
    }

    /**
     * Where a part of a list ended: the sort value as text (the title as it is; of a field its text, "" if it has none;
     * of the change its milliseconds since 1970) and the id.
     */
    public record Position(String value, String id) {}

    public static Query all(String type, int limit) {
        return new Query(
                type,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                "",
                false,
                Optional.empty(),
                limit);
    }

    public Query alsoInactive() {
        return new Query(type, true, within, below, where, words, sort, down, after, limit);
    }

    public Query within(Set<String> organizations) {
        return new Query(type, inactiveToo, Optional.of(organizations), below, where, words, sort, down, after, limit);
    }

    public Query below(Above above) {
        return new Query(type, inactiveToo, within, Optional.of(above), where, words, sort, down, after, limit);
    }

    public Query where(List<Condition> conditions) {
        return new Query(type, inactiveToo, within, below, conditions, words, sort, down, after, limit);
    }

    public Query words(List<String> prefixes) {
        return new Query(type, inactiveToo, within, below, where, prefixes, sort, down, after, limit);
    }

    public Query sort(String field, boolean descending) {
        return new Query(type, inactiveToo, within, below, where, words, field, descending, after, limit);
    }

    public Query after(Optional<Position> position) {
        return new Query(type, inactiveToo, within, below, where, words, sort, down, position, limit);
    }
}
