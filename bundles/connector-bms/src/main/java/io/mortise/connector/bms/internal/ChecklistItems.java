package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Writable;
import io.mortise.model.ChecklistItem;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import java.util.List;
import java.util.Optional;

/** The tasks on a ticket's checklist. One is written whole: what isn't mentioned is put back as it is now. */
final class ChecklistItems {
    private static final String LIST = "/v2/servicedesk/tickets/{ticket}/checklistitems";

    static final Mapping MAPPING = Mapping.empty()
            .text(ChecklistItem.NAME, "Name")
            .text(ChecklistItem.DESCRIPTION, "Description")
            .both(
                    ChecklistItem.ORDER,
                    "Order",
                    row -> row.at("Order").plain().text().map(Long::valueOf),
                    order -> order)
            .flag(ChecklistItem.DONE, "IsCompleted")
            .shown(EntityType.ACTIVE, "Id", row -> Optional.of(true))
            .shown(ChecklistItem.DONE_BY, "CompletedByName")
            .shownMoment(ChecklistItem.DONE_AT, "CompletedOn");
    private static final Writable TASK =
            Writable.of(ChecklistItem.TYPE, ChecklistItem.NAME, ChecklistItem.DESCRIPTION, ChecklistItem.ORDER);
    private static final Writable CHANGED = TASK.and(ChecklistItem.DONE);
    private static final Writable NEW = TASK.and(ChecklistItem.TICKET);

    private final Bms bms;
    private final BelowTicket below;

    ChecklistItems(Bms bms) {
        this.bms = bms;
        this.below = new BelowTicket(bms, ChecklistItem.TYPE, ChecklistItem.TICKET, LIST, false, MAPPING);
    }

    Lane lane() {
        return Lane.of(ChecklistItem.TYPE)
                .feeds(below.feed())
                .fetch(below::listed)
                .create(NEW.only(this::create), NEW.array())
                .needs(ChecklistItem.TICKET, ChecklistItem.NAME)
                .update(CHANGED.only(this::update), CHANGED.array())
                .remove(this::remove)
                .find(this::find, ChecklistItem.TICKET, ChecklistItem.NAME);
    }

    private Observation create(Write w) throws Fault {
        String ticket = w.fields().get(ChecklistItem.TICKET).orElseThrow().id();
        Json body = MAPPING.write(w.fields());
        return below.saved(ticket, bms.write(Request.of("POST", LIST, ticket), body, MAPPING));
    }

    private Observation update(Write w) throws Fault {
        String id = w.id().orElseThrow();
        String[] parts = below.parts(id);
        Fields all = below.listed(id).fields().overlaid(w.fields());
        Request request = Request.of("PUT", LIST + "/{item}", parts[0], parts[1]);
        return below.saved(parts[0], bms.write(request, MAPPING.write(all), MAPPING));
    }

    private void remove(String id) throws Fault {
        String[] parts = below.parts(id);
        bms.one(Request.of("DELETE", LIST + "/{item}", parts[0], parts[1]));
    }

    private List<Observation> find(Fields like) throws Fault {
        Optional<Ref> ticket = like.get(ChecklistItem.TICKET);
        Optional<String> name = like.get(ChecklistItem.NAME);
        if (ticket.isEmpty() || name.isEmpty()) return List.of();
        return below.all(
                ticket.get().id(), seen -> seen.fields().get(ChecklistItem.NAME).equals(name));
    }
}
