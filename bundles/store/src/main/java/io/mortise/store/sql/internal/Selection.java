package io.mortise.store.sql.internal;

import io.mortise.store.Query;
import io.mortise.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A query for rows without an index but those of organization, title and change, as SQL. Names of fields have been checked
 * by {@link Query}; all else goes in as parameters.
 */
final class Selection {
    private final Query query;
    private final Dialect dialect;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    Selection(Query query, Dialect dialect) {
        this.query = query;
        this.dialect = dialect;
        add("type = ?", query.type());
        if (!query.inactiveToo()) add("active = 1");
        query.within().ifPresent(this::within);
        query.below().ifPresent(above -> add(Conditions.below("entity.within_id", above, dialect)));
        query.where().forEach(this::add);
    }

    /** One alone is asked for as such: only then SQLite takes the index that has its rows in order. */
    private void within(Set<String> ids) {
        if (ids.size() == 1) add("within_id = ?", Ids.number(ids.iterator().next()));
        else add(dialect.among("within_id"), Refs.numbers(ids));
    }

    /** All of it. */
    String whole() {
        return " WHERE " + String.join(" AND ", conditions);
    }

    /** The part that was asked for, in its order. */
    String part() {
        String value = sortValue();
        query.after().ifPresent(end -> startAfter(end, value));
        String way = query.down() ? " DESC" : "";
        parameters.add(query.limit());
        return whole() + " ORDER BY " + value + way + ", id" + way + " LIMIT ?";
    }

    /** What lies in few organizations is found by these: the order of changes would lead through all others. */
    private String sortValue() {
        if (query.sort().isEmpty()) return "sort_key";
        if (query.sort().equals(Query.CHANGED)) return query.within().isEmpty() ? "changed_at" : "changed_at + 0";
        return "coalesce(" + Conditions.field("fields", query.sort(), dialect) + ", '')";
    }

    private Object last(Query.Position end) {
        if (query.sort().isEmpty()) return Row.sortKey(end.value());
        if (query.sort().equals(Query.CHANGED)) return Long.parseLong(end.value());
        return end.value();
    }

    private void startAfter(Query.Position end, String value) {
        Object last = last(end);
        add("(" + value + ", id) " + (query.down() ? "<" : ">") + " (?, ?)", last, Ids.required(end.id()));
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    private void add(Query.Condition condition) {
        add(Conditions.kept("fields", condition, dialect));
    }

    private void add(Clause kept) {
        add(kept.sql(), kept.parameters());
    }

    private void add(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(List.of(values));
    }
}
