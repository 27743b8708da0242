package io.mortise.store.memory;

import static java.util.Comparator.comparing;

import io.mortise.model.Ref;
import io.mortise.store.Query;
import io.mortise.store.Row;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a query lets through, and in which order. */
final class Selection implements Predicate<Kept> {
    private final Query query;
    private final Function<Ref, Optional<Row>> rows;

    /** @param rows to look up what a row lies in */
    Selection(Query query, Function<Ref, Optional<Row>> rows) {
        this.query = query;
        this.rows = rows;
    }

    @Override
    public boolean test(Kept kept) {
        return (query.inactiveToo() || kept.row.active())
                && query.within()
                        .map(o -> kept.row.within().filter(o::contains).isPresent())
                        .orElse(true)
                && query.below().map(above -> isBelow(kept, above)).orElse(true)
                && query.where().stream().allMatch(c -> holds(c, kept.text(c.path())))
                && query.words().stream().allMatch(w -> (" " + kept.row.words()).contains(" " + w));
    }

    private boolean isBelow(Kept kept, Query.Above above) {
        return kept.row
                .within()
                .flatMap(id -> rows.apply(new Ref(above.type(), id)))
                .flatMap(Row::within)
                .filter(above.organizations()::contains)
                .isPresent();
    }

    Comparator<Kept> order() {
        Comparator<Kept> up = comparing(this::sortValue, values())
                .thenComparing(k -> k.row.ref().id(), Order.ID);
        return query.down() ? up.reversed() : up;
    }

    private Comparator<String> values() {
        return query.sort().equals(Query.CHANGED) ? comparing(Long::valueOf) : Order.TEXT;
    }

    boolean afterPosition(Kept kept) {
        if (query.after().isEmpty()) return true;
        Query.Position end = query.after().get();
        if (!end.id().matches("[1-9]\\d*")) throw new IllegalArgumentException(end.id() + " is no id of ours");
        String value = query.sort().isEmpty() ? Row.sortKey(end.value()) : end.value();
        int sign = values().compare(sortValue(kept), value);
        if (sign == 0) sign = Order.ID.compare(kept.row.ref().id(), end.id());
        return query.down() ? sign < 0 : sign > 0;
    }

    private String sortValue(Kept kept) {
        if (query.sort().isEmpty()) return kept.sortKey;
        if (query.sort().equals(Query.CHANGED))
            return Long.toString(kept.row.changedAt().toEpochMilli());
        String text = kept.text(query.sort());
        return text == null ? "" : text;
    }

    private static boolean holds(Query.Condition condition, String value) {
        return switch (condition.test()) {
            case MISSING -> value == null;
            case IS -> value != null && condition.values().contains(value);
            case FROM ->
                value != null && Order.TEXT.compare(value, condition.values().get(0)) >= 0;
            case BEFORE ->
                value != null && Order.TEXT.compare(value, condition.values().get(0)) < 0;
        };
    }
}
