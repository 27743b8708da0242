package io.mortise.store.sql.internal;

import io.mortise.store.Query;
import java.util.ArrayList;
import java.util.List;

/** The ways to find a query's rows, as SQL that leaves the database no choice where it would choose badly. */
final class Searches {
    private final Query query;
    private final Terms terms;
    private final Order order;
    private final Dialect dialect;
    private final String base;

    /**
     * Where rows are looked for.
     *
     * @param tables one of them is {@code b}
     * @param where beside activity and {@code tests}
     */
    record Way(Clause tables, Clause where, List<Term> tests) {}

    Searches(Query query, Terms terms, Order order, Dialect dialect) {
        this.query = query;
        this.terms = terms;
        this.order = order;
        this.dialect = dialect;
        this.base = (terms.hasLists() ? "listed" : "entity") + " b";
    }

    /** Those that a condition lets through, by its index. */
    Way led(Term term) {
        return led(term, term.lead().orElseThrow().found());
    }

    private Way led(Term term, Clause found) {
        List<Term> others = new ArrayList<>(terms.all());
        others.remove(term);
        others.addAll(wordTests());
        return new Way(
                Clause.of(base + dialect.by(term.lead().orElseThrow().index())),
                Clause.of("b.type = ? AND ", query.type()).plus(found),
                others);
    }

    /** Where many rows are tried, none is read for its words. */
    private List<Term> wordTests() {
        return terms.hasIndexedWords() ? List.of(Term.test(amongWorded("b"), false)) : terms.wordTests();
    }

    /** Rows that lie in the table of lists are of a type that has many. */
    private Clause found() {
        return dialect.found(query.type(), !terms.hasLists(), terms.words());
    }

    private Clause amongWorded(String table) {
        return Clause.of("(" + table + ".id + 0) IN (").plus(found()).plus(")");
    }

    /** Those that have the words, by the index of words. */
    Way worded() {
        return new Way(
                Clause.of("(").plus(found()).plus(") AS k CROSS JOIN " + base),
                Clause.of("b.id = k.id AND (b.type || '') = ?", query.type()),
                terms.all());
    }

    Way everything() {
        return new Way(Clause.of(base), Clause.of("b.type = ?", query.type()), terms.tests());
    }

    /** How many there are, counted up to {@code most}. */
    Clause count(Way way, long most) {
        return counted(Clause.of("SELECT 1 AS one").plus(body(way, false)), most);
    }

    /** How many a condition lets through. */
    Clause size(Term term, long most) {
        Way way = led(term);
        return count(new Way(way.tables(), way.where(), List.of()), most);
    }

    /** How many have the words, be they active or not. */
    Clause size(long most) {
        return counted(found(), most);
    }

    private static Clause counted(Clause rows, long most) {
        return Clause.of("SELECT count(*) FROM (").plus(rows).plus(" LIMIT ?) AS counted", most);
    }

    /** The part that was asked for, when all of them have been sorted. */
    Clause part(Way way) {
        return part(Clause.of("SELECT b.id").plus(body(way, order.wide())), order.value(), "b.id");
    }

    private Clause part(Clause rows, String value, String id) {
        return rows.plus(order.after(value, id)).plus(order.by(value, id) + " LIMIT ?", query.limit());
    }

    /** The same by last change, from an index that has the rows of each value in this order. */
    Clause merged(Term term) {
        List<Clause> arms = new ArrayList<>();
        for (Clause value : term.lead().orElseThrow().each()) {
            Clause rows = Clause.of("SELECT b.id AS id, b.changed_at AS v").plus(body(led(term, value), false));
            arms.add(Clause.of("SELECT * FROM (")
                    .plus(part(rows, "b.changed_at", "b.id"))
                    .plus(") AS arm" + arms.size()));
        }
        return Clause.of("SELECT id FROM (")
                .plus(Clause.joined(" UNION ALL ", arms))
                .plus(") AS arms" + order.by("v", "id") + " LIMIT ?", query.limit());
    }

    /** The part that was asked for, as far as it lies among the first rows in the order. */
    Clause glance(int first) {
        String value = "a." + order.column();
        Clause rows = Clause.of("SELECT a.id AS id, " + value + " AS v FROM " + ordered() + " WHERE ")
                .plus(inOrder())
                .plus(order.after(value, "a.id"))
                .plus(order.by(value, "a.id") + " LIMIT ?", first);
        Way way = new Way(
                Clause.of("(").plus(rows).plus(") AS g CROSS JOIN " + base), Clause.of("b.id = g.id"), terms.tests());
        return Clause.of("SELECT b.id")
                .plus(body(way, false))
                .plus(order.by("g.v", "g.id") + " LIMIT ?", query.limit());
    }

    /** The part that was asked for, row by row in the order until it is full. */
    Clause walk() {
        Way way = new Way(
                Clause.of(ordered() + " CROSS JOIN " + base), inOrder().plus(" AND b.id = a.id"), terms.tests());
        return part(Clause.of("SELECT b.id").plus(body(way, false)), "a." + order.column(), "a.id");
    }

    /** The same, of rows that have the words. */
    Clause wordedWalk() {
        Way way = new Way(
                Clause.of(ordered() + " CROSS JOIN " + base),
                inOrder().plus(" AND b.id = a.id AND ").plus(amongWorded("a")),
                terms.all());
        return part(Clause.of("SELECT b.id").plus(body(way, false)), "a." + order.column(), "a.id");
    }

    private String ordered() {
        String index = order.index().orElseThrow();
        return order.table() + " a" + dialect.by(index);
    }

    /** The index holds only what has a value, so that must be said. */
    private Clause inOrder() {
        String active = query.inactiveToo() ? "" : "a.active = 1 AND ";
        return Clause.of(active + "a." + order.column() + " IS NOT NULL AND a.type = ?", query.type());
    }

    private Clause body(Way way, boolean wide) {
        boolean row = terms.hasLists() && (wide || way.tests().stream().anyMatch(Term::wide));
        Clause body = Clause.of(" FROM ")
                .plus(way.tables())
                .plus((row ? " CROSS JOIN entity w" : "") + " WHERE ")
                .plus(way.where())
                .plus(row ? " AND w.id = b.id" : "");
        if (!query.inactiveToo()) body = body.plus(" AND b.active = 1");
        for (Term test : way.tests()) body = body.plus(" AND ").plus(test.test());
        return body;
    }
}
