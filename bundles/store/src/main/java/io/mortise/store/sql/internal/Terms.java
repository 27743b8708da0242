package io.mortise.store.sql.internal;

import io.mortise.store.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a query asks beyond type and activity. Table {@code b} is the one of lists, or of rows for types that have no lists;
 * {@link #row} is that of rows. Names of fields have been checked by {@link Query}.
 */
final class Terms {
    private final Query query;
    private final Dialect dialect;
    private final Columns columns;
    private final List<Term> all = new ArrayList<>();

    Terms(Query query, Dialect dialect, Columns columns) {
        this.query = query;
        this.dialect = dialect;
        this.columns = columns;
        query.within().ifPresent(this::within);
        query.below().ifPresent(above -> all.add(Term.test(Conditions.below("b.within_id", above, dialect), false)));
        query.where().forEach(this::add);
    }

    boolean hasLists() {
        return columns.has(query.type());
    }

    String row() {
        return hasLists() ? "w" : "b";
    }

    /** But for the words. */
    List<Term> all() {
        return all;
    }

    List<String> words() {
        return query.words().stream().filter(word -> !word.isEmpty()).toList();
    }

    List<Term> wordTests() {
        String found = dialect.position("' ' || " + row() + ".words", "' ' || ?") + " > 0";
        return words().stream()
                .map(word -> Term.test(Clause.of(found, word), true))
                .toList();
    }

    /** All, with the words. */
    List<Term> tests() {
        return Stream.concat(all.stream(), wordTests().stream()).toList();
    }

    /** Whether the index of words tells exactly which rows have them. */
    boolean hasIndexedWords() {
        return !words().isEmpty()
                && words().stream()
                        .allMatch(word ->
                                word.length() <= Dialect.WORD && word.chars().noneMatch(c -> c <= ' ' || c == 0x7f));
    }

    private void within(Set<String> ids) {
        Sql.Numbers numbers = Refs.numbers(ids);
        List<Clause> each = hasLists() ? Term.each("b.within_id", numbers.values()) : List.of();
        all.add(Term.led(
                Clause.of(dialect.among("(b.within_id + 0)"), numbers),
                new Term.Lead(
                        hasLists() ? "listed_within" : "entity_within",
                        Clause.of(dialect.among("b.within_id"), numbers),
                        each)));
    }

    private void add(Query.Condition condition) {
        Optional<String> column = columns.column(query.type(), condition.path());
        if (column.isPresent()) listed("b." + column.get(), condition, Columns.SHARED.contains(column.get()));
        else all.add(Term.test(Conditions.kept(row() + ".fields", condition, dialect), true));
    }

    private void listed(String column, Query.Condition condition, boolean shared) {
        boolean exact = condition.test() == Query.Test.IS || condition.test() == Query.Test.MISSING;
        List<Clause> each = shared && exact ? Term.each(column, Conditions.values(condition)) : List.of();
        all.add(Term.led(
                Conditions.listed("(" + column + " || '')", condition, dialect),
                new Term.Lead("listed_" + column.substring(2), Conditions.listed(column, condition, dialect), each)));
    }
}
