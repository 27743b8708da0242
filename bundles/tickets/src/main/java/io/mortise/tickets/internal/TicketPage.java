package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Records;
import io.mortise.api.Shown;
import io.mortise.api.Shown.OriginShown;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts together what the page of one ticket begins with. */
final class TicketPage {
    private final Records records;
    private final Lists lists;
    private final Desk desk;

    TicketPage(Records records, Lists lists, Desk desk) {
        this.records = records;
        this.lists = lists;
        this.desk = desk;
    }

    TicketShown of(Caller caller, Entity ticket, Instant now) {
        Ref ref = ticket.ref();
        boolean closed = new Moves(lists.closed(caller)).isClosed(ticket.fields());
        Can can = Can.of(caller, ticket.fields(), ticket.isActive(), closed);
        Map<String, OriginShown> origins = new TreeMap<>();
        records.origins(caller, ref).forEach((field, origin) -> origins.put(field, OriginShown.of(origin)));
        return new TicketShown(
                ticket.id(),
                Ticket.TYPE.name(),
                ticket.version(),
                Shown.lifecycleOf(ticket),
                ticket.get(EntityType.CHANGED_AT).map(Instant::toString).orElse(""),
                ticket.fields().plain(Ticket.TYPE),
                records.links(caller, ref).stream().map(Shown.LinkShown::of).toList(),
                origins,
                locked(caller, ticket, can),
                Names.of(records, caller, List.of(ticket)).of(ticket),
                Sla.of(ticket.fields(), closed, now),
                new CustomFields(records).labels(caller),
                desk.isOn(Part.RMM),
                desk.troubles(Part.RMM, type -> true),
                closed,
                can);
    }

    private Map<String, String> locked(Caller caller, Entity ticket, Can can) {
        Map<String, String> locked = new TreeMap<>(records.locked(caller, ticket.ref()));
        if (!can.edit())
            for (Field<?> field : Ticket.TYPE.fields())
                locked.putIfAbsent(field.name(), can.reasons().get("edit"));
        if (ticket.get(Ticket.OPEN_DATE_LOCKED).orElse(false))
            locked.putIfAbsent(Ticket.OPEN_DATE.name(), "The PSA has locked the open date of this ticket.");
        if (desk.standing().isHere())
            locked.putIfAbsent(Ticket.CONTRACT.name(), "Contracts are kept by a PSA, and none is connected.");
        else if (ticket.get(Ticket.ORGANIZATION).isEmpty())
            locked.putIfAbsent(Ticket.CONTRACT.name(), "A contract is a customer's, and this ticket has none.");
        return locked;
    }
}
