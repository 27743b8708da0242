package io.mortise.store.sql.internal;

import io.mortise.store.Query;
import io.mortise.store.Query.Condition;
import java.util.List;

/** Conditions on values as SQL. An empty text is no value. */
final class Conditions {
    private Conditions() {}

    /** On what a row lies in: so put that it is looked up for each row, and no index is taken. */
    static Clause below(String within, Query.Above above, Dialect dialect) {
        String parent = "(SELECT p.within_id FROM entity p WHERE p.id = " + within + " AND p.type = ?)";
        return Clause.of(dialect.among(parent), above.type(), Refs.numbers(above.organizations()));
    }

    /** On the JSON of a row. */
    static Clause kept(String fields, Condition condition, Dialect dialect) {
        String value = "nullif(" + field(fields, condition.path(), dialect) + ", '')";
        return switch (condition.test()) {
            case MISSING -> Clause.of(value + " IS NULL");
            case IS -> Clause.of(dialect.among(value), new Sql.Texts(condition.values()));
            case FROM -> Clause.of(value + " >= ?", condition.values().get(0));
            case BEFORE -> Clause.of(value + " < ?", condition.values().get(0));
        };
    }

    /** On a column of the table of lists. */
    static Clause listed(String column, Condition condition, Dialect dialect) {
        return switch (condition.test()) {
            case MISSING -> Clause.of(column + " = ''");
            case IS -> Clause.of(dialect.among(column), new Sql.Texts(values(condition)));
            case FROM ->
                Clause.of(
                        column + " >= ? AND " + column + " > ''",
                        values(condition).get(0));
            case BEFORE ->
                Clause.of(
                        column + " < ? AND " + column + " > ''",
                        values(condition).get(0));
        };
    }

    /** What a column of the table of lists can hold of the values. */
    static List<String> values(Condition condition) {
        return switch (condition.test()) {
            case MISSING -> List.of("");
            case IS ->
                condition.values().stream()
                        .filter(value -> !value.isEmpty())
                        .map(Columns::indexed)
                        .distinct()
                        .toList();
            case FROM, BEFORE -> List.of(Columns.indexed(condition.values().get(0)));
        };
    }

    /** The whole path as a name, or else its end as a part. */
    static String field(String fields, String path, Dialect dialect) {
        String whole = dialect.jsonText(fields, List.of(path));
        int dot = path.lastIndexOf('.');
        if (dot <= 0) return "(" + whole + ")";
        List<String> names = List.of(path.substring(0, dot), path.substring(dot + 1));
        return "coalesce(" + whole + ", " + dialect.jsonText(fields, names) + ")";
    }
}
