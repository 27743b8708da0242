package io.mortise.store.sql.internal;

import io.mortise.store.Query;
import java.util.List;
import java.util.Optional;

/**
 * Finds rows by several conditions or words. Neither database knows how many rows a condition lets through, so it is looked
 * up, as far as it matters: few rows are read and sorted; else the first rows of the order are tried, which does for what
 * is frequent; else the rarest condition leads.
 */
final class Finding {
    /**
     * How much is worth while.
     *
     * @param few rows that are read and sorted without further thought
     * @param many so many rows with the words asked for are read and sorted
     * @param glance so many narrow rows are tried first
     * @param wide so many, if the rows themselves must be read
     */
    record Limits(long few, long many, int glance, int wide) {
        static final Limits USUAL = new Limits(1000, 20_000, 2000, 200);
    }

    private final Sql sql;
    private final Query query;
    private final Terms terms;
    private final Order order;
    private final Searches searches;
    private final Limits limits;

    private record Counted(Term term, long size) {}

    Finding(Sql sql, Query query, Columns columns, Limits limits) {
        this.sql = sql;
        this.limits = limits;
        this.query = query;
        this.terms = new Terms(query, sql.dialect(), columns);
        this.order = Order.of(query, terms, columns, sql.dialect());
        this.searches = new Searches(query, terms, order, sql.dialect());
    }

    /** The ids of the part that was asked for, in its order. */
    List<Long> part() {
        if (query.limit() == 0) return List.of();
        if (terms.tests().isEmpty()) return sql.numbers(allInOrder());
        if (terms.tests().size() == 1 && order.isOfChange()) {
            Term only = terms.tests().get(0);
            if (only.lead().filter(lead -> !lead.each().isEmpty()).isPresent())
                return sql.numbers(searches.merged(only));
        }
        Optional<Counted> few = rarest(limits.few).filter(counted -> counted.size < limits.few);
        if (few.isPresent()) return sql.numbers(searches.part(searches.led(few.get().term)));
        int glance = terms.tests().stream().anyMatch(Term::wide) ? limits.wide : limits.glance;
        if (order.index().isPresent() && query.limit() <= glance) {
            List<Long> seen = sql.numbers(searches.glance(glance));
            if (seen.size() == query.limit()) return seen;
        }
        return sql.numbers(longWay());
    }

    private Clause longWay() {
        if (hasFew(limits.few)) return searches.part(searches.worded());
        Optional<Counted> best = rarest(limits.many);
        boolean rare = best.filter(counted -> counted.size < limits.many).isPresent();
        if (!rare && best.isPresent() && hasFew(limits.many)) return searches.part(searches.worded());
        if (best.isEmpty()) return terms.hasIndexedWords() ? worded() : allInOrder();
        Term term = best.get().term;
        List<Clause> each = term.lead().orElseThrow().each();
        boolean once = terms.words().isEmpty() || each.size() == 1; // words are looked up for each value
        boolean inOrder = order.isOfChange() && !each.isEmpty() && once;
        return inOrder ? searches.merged(term) : searches.part(searches.led(term));
    }

    private Clause worded() {
        return order.index().isPresent() ? searches.wordedWalk() : searches.part(searches.worded());
    }

    private Clause allInOrder() {
        return order.index().isPresent() ? searches.walk() : searches.part(searches.everything());
    }

    long count(long atMost) {
        if (terms.tests().isEmpty()) return number(searches.count(searches.everything(), atMost));
        Optional<Counted> few = rarest(limits.few);
        if (few.isPresent() && (few.get().size < limits.few || terms.tests().size() == 1))
            return number(searches.count(searches.led(few.get().term), atMost));
        boolean wordsAlone = terms.all().isEmpty() && terms.hasIndexedWords();
        if (wordsAlone || hasFew(limits.many)) return number(searches.count(searches.worded(), atMost));
        return number(searches.count(
                rarest(limits.many).map(best -> searches.led(best.term)).orElse(searches.everything()), atMost));
    }

    private boolean hasFew(long most) {
        return terms.hasIndexedWords() && number(searches.size(most)) < most;
    }

    /** The condition with an index that lets the fewest rows through, counted up to {@code most}. */
    private Optional<Counted> rarest(long most) {
        List<Term> leading =
                terms.all().stream().filter(term -> term.lead().isPresent()).toList();
        Optional<Counted> best = Optional.empty();
        for (Term term : leading) {
            long limit = best.map(Counted::size).orElse(most);
            long size = number(searches.size(term, limit));
            if (best.isEmpty() || size < limit) best = Optional.of(new Counted(term, size));
        }
        return best;
    }

    private long number(Clause question) {
        return sql.numbers(question).get(0);
    }
}
