package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Writable;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.TicketNote;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Notes of tickets. Their date is taken and never shown again, so that with a change the time at which a note was written
 * stands for it; one without a type has type 0.
 */
final class TicketNotes {
    static final String LIST = "/v2/servicedesk/tickets/{ticket}/notes";

    static final Mapping MAPPING = Mapping.empty()
            .rich(TicketNote.DETAILS, "Details")
            .flag(TicketNote.INTERNAL, "IsInternal")
            .choice(TicketNote.KIND, "TypeId", "TypeName")
            .shown(TicketNote.AUTHOR, "CreatedByName")
            .shownMoment(TicketNote.WRITTEN_AT, "CreatedOn");
    private static final Writable NEW = Writable.of(
            TicketNote.TYPE,
            TicketNote.TICKET,
            TicketNote.DETAILS,
            TicketNote.INTERNAL,
            TicketNote.KIND,
            TicketNote.NOTE_DATE);

    private static final Writable CHANGED =
            Writable.of(TicketNote.TYPE, TicketNote.DETAILS, TicketNote.INTERNAL, TicketNote.KIND);

    private final Bms bms;
    private final Lists lists;
    private final Clock clock;
    private final BelowTicket below;

    TicketNotes(Bms bms, Lists lists, Clock clock) {
        this.bms = bms;
        this.lists = lists;
        this.clock = clock;
        this.below = new BelowTicket(bms, TicketNote.TYPE, TicketNote.TICKET, LIST, true, MAPPING);
    }

    Lane lane() {
        return Lane.of(TicketNote.TYPE)
                .feeds(below.feed())
                .fetch(below::fetch)
                .create(NEW.only(this::create), NEW.array())
                .update(CHANGED.only(this::update), CHANGED.array())
                .needs(TicketNote.TICKET, TicketNote.DETAILS, TicketNote.INTERNAL)
                .find(this::find, TicketNote.TICKET, TicketNote.DETAILS)
                .choices(TicketNote.KIND, any -> lists.choices(Lists.NOTE_TYPES));
    }

    private Observation create(Write w) throws Fault {
        String ticket = w.fields().get(TicketNote.TICKET).orElseThrow().id();
        Instant date = w.fields().get(TicketNote.NOTE_DATE).orElseGet(clock::instant);
        return below.saved(ticket, bms.write(Request.of("POST", LIST, ticket), body(w.fields(), date), MAPPING));
    }

    /** It can only be put whole, so what is new is laid over what is there. */
    private Observation update(Write w) throws Fault {
        String id = w.id().orElseThrow();
        Fields now = below.fetch(id).fields();
        Instant date = now.get(TicketNote.WRITTEN_AT).orElseGet(clock::instant);
        Json body = body(now.overlaid(w.fields()).only(CHANGED.fields()), date);
        String[] parts = below.parts(id);
        Request request = Request.of("PUT", LIST + "/{note}", parts[0], parts[1]);
        return below.saved(parts[0], bms.write(request, body, MAPPING));
    }

    private static Json body(Fields note, Instant date) {
        String second = date.truncatedTo(ChronoUnit.SECONDS).toString();
        Json body = MAPPING.write(note).with("NoteDate", second);
        return body.at("TypeId").isNone() ? body.with("TypeId", 0) : body;
    }

    private List<Observation> find(Fields like) throws Fault {
        Optional<Ref> ticket = like.get(TicketNote.TICKET);
        if (ticket.isEmpty()) return List.of();
        var details = like.get(TicketNote.DETAILS);
        return below.all(
                ticket.get().id(), seen -> seen.fields().get(TicketNote.DETAILS).equals(details));
    }
}
