package io.mortise.store.sql.internal;

import java.util.List;
import java.util.Optional;

/**
 * One thing that rows must fulfil.
 *
 * @param test put so that no index is taken for it
 * @param wide whether it needs the row itself
 * @param lead how the rows that fulfil it are found, if there is an index
 */
record Term(Clause test, boolean wide, Optional<Lead> lead) {
    /** More than that aren't read value by value. */
    private static final int FEW = 24;

    /**
     * @param index of the table of lists, or of rows for types that have no lists
     * @param found put so that the index is taken
     * @param each the same for each value alone, if its index has the rows of one value in the order of their last
     *     change; none if it hasn't, or if there are too many
     */
    record Lead(String index, Clause found, List<Clause> each) {}

    static Term test(Clause test, boolean wide) {
        return new Term(test, wide, Optional.empty());
    }

    static Term led(Clause test, Lead lead) {
        return new Term(test, false, Optional.of(lead));
    }

    static List<Clause> each(String column, List<?> values) {
        return values.size() > FEW
                ? List.of()
                : values.stream()
                        .map(value -> Clause.of(column + " = ?", value))
                        .toList();
    }
}
