package io.mortise.store.sql.internal;

import io.mortise.store.Query;
import io.mortise.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A query as SQL. Names of fields have been checked by {@link Query}; all else goes in as parameters. */
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
        query.where().forEach(this::add);
        String found = dialect.position("' ' || words", "' ' || ?") + " > 0";
        query.words().forEach(word -> add(found, word));
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

    private String sortValue() {
        if (query.sort().isEmpty()) return "sort_key";
        if (query.sort().equals(Query.CHANGED)) return "changed_at";
        return "coalesce(" + field(query.sort()) + ", '')";
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
        String field = field(condition.path());
        switch (condition.test()) {
            case MISSING -> add(field + " IS NULL");
            case IS -> add(dialect.among(field), new Sql.Texts(condition.values()));
            case FROM -> add(field + " >= ?", condition.values().get(0));
            case BEFORE -> add(field + " < ?", condition.values().get(0));
        }
    }

    /** The whole path as a name, or else its end as a part. */
    private String field(String path) {
        String whole = dialect.jsonText("fields", List.of(path));
        int dot = path.lastIndexOf('.');
        if (dot <= 0) return "(" + whole + ")";
        List<String> names = List.of(path.substring(0, dot), path.substring(dot + 1));
        return "coalesce(" + whole + ", " + dialect.jsonText("fields", names) + ")";
    }

    private void add(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(List.of(values));
    }
}
