package io.mortise.records.internal;

import io.mortise.api.Caller;
import io.mortise.api.Reach;
import io.mortise.api.Refusal;
import io.mortise.model.Declared;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import io.mortise.store.Query;
import io.mortise.store.Row;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps tickets of customers that a caller mustn't know of, and what lies below them, out of every answer. */
final class Bounds {
    private final Reach reach;

    Bounds(Reach reach) {
        this.reach = reach;
    }

    boolean hide(Caller caller, Ref ref) {
        return reach.hidden(caller, List.of(ref)).contains(ref);
    }

    List<Row> kept(Caller caller, List<Row> rows) {
        Set<Ref> hidden = reach.hidden(caller, rows.stream().map(Row::ref).toList());
        return hidden.isEmpty()
                ? rows
                : rows.stream().filter(row -> !hidden.contains(row.ref())).toList();
    }

    Set<Ref> hidden(Caller caller, Collection<Ref> refs) {
        return reach.hidden(caller, refs);
    }

    /** Asked by the store itself, where it can tell, so that parts are whole and counts tell nothing. */
    Query within(Caller caller, EntityType type, Query query) {
        if (!isTold(type)) return query;
        Optional<Set<String>> customers = reach.of(caller).some();
        if (customers.isEmpty()) return query;
        if (!type.equals(Ticket.TYPE)) return query.below(new Query.Above(Ticket.TYPE.name(), customers.get()));
        Set<String> both = new HashSet<>(customers.get());
        query.within().ifPresent(both::retainAll);
        return query.within(both);
    }

    /** What the store couldn't keep back is looked through. */
    List<Row> shown(Caller caller, EntityType type, List<Row> rows) {
        return isTold(type) ? rows : kept(caller, rows);
    }

    /** Does the store tell which of this type lie in a customer's tickets? */
    private static boolean isTold(EntityType type) {
        return type.equals(Ticket.TYPE) || Declared.liesOnlyIn(type, Ticket.TYPE);
    }

    /** Is nothing of this type kept from the caller? */
    boolean seesAll(Caller caller, EntityType type) {
        return !Declared.mayLieIn(type, Ticket.TYPE) || reach.of(caller).areAll();
    }

    /** Is the store asked in vain? */
    static boolean isNothing(Query query) {
        return query.within()
                .or(() -> query.below().map(Query.Above::organizations))
                .filter(Set::isEmpty)
                .isPresent();
    }

    /** Can't the store tell which of this type the caller may know of? */
    boolean areUntold(Caller caller, EntityType type) {
        return !isTold(type)
                && Declared.mayLieIn(type, Ticket.TYPE)
                && !reach.of(caller).areAll();
    }

    /** Nobody makes a ticket that one can't see afterwards, nor anything below one that one can't see. */
    void require(Caller caller, EntityType type, Fields fields) {
        if (!Declared.mayLieIn(type, Ticket.TYPE)) return;
        Field<Ref> within = type.within().orElseThrow();
        Optional<Ref> above = fields.get(within);
        boolean clears = fields.mentions(within) && above.isEmpty();
        if (clears && !reach.of(caller).areAll()) refuse(within, "can't be empty: you wouldn't see it any more");
        if (above.isEmpty()) return;
        boolean hidden =
                type.equals(Ticket.TYPE) ? !reach.of(caller).have(above.get().id()) : hide(caller, above.get());
        if (hidden) refuse(within, "isn't one whose tickets you may see");
    }

    private static void refuse(Field<Ref> field, String why) {
        throw Refusal.invalid("Please correct what is named, then save again.", Map.of(field.name(), why));
    }
}
