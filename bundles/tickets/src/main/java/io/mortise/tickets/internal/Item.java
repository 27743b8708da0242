package io.mortise.tickets.internal;

import io.mortise.api.Shown;
import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Ticket;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A ticket as a list shows it.
 *
 * @param fields without the description, which may be long
 * @param names what its records are called, by their ids
 */
public record Item(
        String id,
        long version,
        String lifecycle,
        String changedAt,
        Map<String, Object> fields,
        Map<String, String> names,
        Sla sla) {

    static Item of(Entity ticket, Names names, Set<Choice> closed, Instant now) {
        Map<String, Object> fields = ticket.fields().plain(Ticket.TYPE);
        fields.remove(Ticket.DESCRIPTION.name());
        boolean done = ticket.get(Ticket.STATUS).filter(closed::contains).isPresent();
        return new Item(
                ticket.id(),
                ticket.version(),
                Shown.lifecycleOf(ticket),
                ticket.get(EntityType.CHANGED_AT).map(Instant::toString).orElse(""),
                fields,
                names.of(ticket),
                Sla.of(ticket.fields(), done, now));
    }
}
