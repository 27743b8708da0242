package io.mortise.store.sql.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A piece of SQL and its parameters. */
record Clause(String sql, List<Object> values) {
    static Clause of(String sql, Object... values) {
        return new Clause(sql, List.of(values));
    }

    Clause plus(String more, Object... values) {
        return plus(of(more, values));
    }

    Clause plus(Clause more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(more.values);
        return new Clause(sql + more.sql, all);
    }

    static Clause joined(String between, List<Clause> parts) {
        Clause whole = parts.get(0);
        for (Clause part : parts.subList(1, parts.size()))
            whole = whole.plus(between).plus(part);
        return whole;
    }

    static Clause all(Clause... conditions) {
        return joined(" AND ", Arrays.asList(conditions));
    }

    Object[] parameters() {
        return values.toArray();
    }
}
