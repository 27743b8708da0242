package io.mortise.store.sql.internal;

import io.mortise.store.Query;
import io.mortise.store.Row;
import java.util.Optional;

/**
 * The order of a query's rows.
 *
 * @param table that has the index which has the rows in this order; its alias is {@code a}
 * @param column of that table
 * @param index empty if there is none
 * @param value of the tables {@code b} and {@code w}, of which the latter is needed if {@code wide}
 */
record Order(
        String table, String column, Optional<String> index, String value, boolean wide, boolean down, Query query) {

    static Order of(Query query, Terms terms, Columns columns, Dialect dialect) {
        String row = terms.row();
        if (query.sort().isEmpty())
            return new Order(
                    "entity", "sort_key", Optional.of("entity_title"), row + ".sort_key", true, query.down(), query);
        if (query.sort().equals(Query.CHANGED))
            return new Order(
                    "entity",
                    "changed_at",
                    Optional.of("entity_changed"),
                    "(b.changed_at + 0)",
                    false,
                    query.down(),
                    query);
        Optional<String> column = columns.column(query.type(), query.sort());
        if (column.isEmpty()) {
            String value = "coalesce(" + Conditions.field(row + ".fields", query.sort(), dialect) + ", '')";
            return new Order("", "", Optional.empty(), value, true, query.down(), query);
        }
        Optional<String> index =
                Optional.of("listed_" + column.get()).filter(i -> Columns.ORDERED.contains(column.get()));
        return new Order("listed", column.get(), index, "(b." + column.get() + " || '')", false, query.down(), query);
    }

    boolean isOfChange() {
        return query.sort().equals(Query.CHANGED);
    }

    /** One more condition, on the columns named: that it comes after the position asked for. */
    Clause after(String value, String id) {
        return query.after()
                .map(end -> Clause.of(
                        " AND (" + value + ", " + id + ") " + (down ? "<" : ">") + " (?, ?)",
                        last(end),
                        Ids.required(end.id())))
                .orElse(Clause.of(""));
    }

    private Object last(Query.Position end) {
        if (query.sort().isEmpty()) return Row.sortKey(end.value());
        if (isOfChange()) return Long.parseLong(end.value());
        return table.isEmpty() ? end.value() : Columns.indexed(end.value());
    }

    String by(String value, String id) {
        String way = down ? " DESC" : "";
        return " ORDER BY " + value + way + ", " + id + way;
    }
}
