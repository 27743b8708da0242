package io.mortise.sync.internal.service;

import io.mortise.api.Caller;
import io.mortise.api.Reach;
import io.mortise.model.Declared;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import io.mortise.store.Json;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which tickets are a person's to see, and with them all that lies below. */
@Component
public final class ReachService implements Reach {
    /** What lies in what lies in a ticket. */
    private static final int DEPTH = 3;

    private final Engine engine;
    private final Rows rows = new Rows(new Json());

    @Activate
    public ReachService(@Reference Engine engine) {
        this.engine = engine;
    }

    @Override
    public Customers of(Caller caller) {
        return engine.sight().of(caller);
    }

    @Override
    public Set<Ref> hidden(Caller caller, Collection<Ref> refs) {
        List<Ref> concerned =
                refs.stream().filter(ReachService::isConcerned).distinct().toList();
        if (concerned.isEmpty()) return Set.of();
        Customers customers = of(caller);
        if (customers.areAll()) return Set.of();
        Map<Ref, Row> tickets = tickets(concerned);
        Set<Ref> hidden = new HashSet<>();
        tickets.forEach((ref, ticket) -> {
            if (ticket.within().filter(customers::have).isEmpty()) hidden.add(ref);
        });
        for (Ref ref : concerned) if (!tickets.containsKey(ref) && liesOnlyInTickets(ref)) hidden.add(ref);
        return hidden;
    }

    /** A note whose ticket isn't here is nobody's to see. */
    private static boolean liesOnlyInTickets(Ref ref) {
        return Declared.type(ref.type())
                .filter(type -> Declared.liesOnlyIn(type, Ticket.TYPE))
                .isPresent();
    }

    private static boolean isConcerned(Ref ref) {
        return Declared.type(ref.type())
                .filter(type -> Declared.mayLieIn(type, Ticket.TYPE))
                .isPresent();
    }

    /** The ticket that each of them is or lies in. */
    private Map<Ref, Row> tickets(List<Ref> refs) {
        Map<Ref, Ref> at = new HashMap<>();
        refs.forEach(ref -> at.put(ref, ref));
        Map<Ref, Row> tickets = new HashMap<>();
        for (int depth = 0; depth <= DEPTH && !at.isEmpty(); depth++) {
            Map<Ref, Row> found = rows(at.values());
            for (Ref ref : List.copyOf(at.keySet())) {
                Optional<Row> row = Optional.ofNullable(found.get(at.remove(ref)));
                if (row.filter(ReachService::isTicket).isPresent()) tickets.put(ref, row.get());
                else row.flatMap(this::parent).ifPresent(parent -> at.put(ref, parent));
            }
        }
        return tickets;
    }

    private Map<Ref, Row> rows(Collection<Ref> refs) {
        Set<Ref> each = Set.copyOf(refs);
        return engine.store().read(s -> s.rows(each));
    }

    private static boolean isTicket(Row row) {
        return row.ref().type().equals(Ticket.TYPE.name());
    }

    private Optional<Ref> parent(Row row) {
        EntityType type = Declared.type(row.ref().type()).orElseThrow();
        return type.within().flatMap(rows.fields(type, row)::get);
    }
}
