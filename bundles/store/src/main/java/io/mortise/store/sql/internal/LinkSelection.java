package io.mortise.store.sql.internal;

import io.mortise.store.LinkQuery;
import java.util.ArrayList;
import java.util.List;

/** A query for links as SQL. */
final class LinkSelection {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    LinkSelection(LinkQuery query, Dialect dialect, String after, int limit) {
        add("id > ?", after.isEmpty() ? 0 : Ids.required(after));
        if (!query.connection().isEmpty()) add("connection = ?", query.connection());
        if (!query.type().isEmpty()) add("type = ?", query.type());
        List<String> states = query.states().stream().map(Enum::name).toList();
        if (states.size() == 1) add("state = ?", states.get(0)); // lets the index give the order as well
        else if (!states.isEmpty()) add(dialect.among("state"), new Sql.Texts(states));
        query.parent().ifPresent(parent -> add("parent = ?", parent));
        useSmallIndexes(query);
        parameters.add(limit);
    }

    /** Says as literals what the partial indexes hold: only then a database may use them. */
    private void useSmallIndexes(LinkQuery query) {
        if (query.parent().filter(p -> !p.isEmpty()).isPresent()) add("parent <> ''");
        if (query.asking()) add("asks <> 'NOTHING'");
    }

    String text() {
        return " WHERE " + String.join(" AND ", conditions) + " ORDER BY id LIMIT ?";
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    private void add(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(List.of(values));
    }
}
