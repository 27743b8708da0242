package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Place;
import io.mortise.connector.http.Sight;
import io.mortise.model.Field;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import java.util.List;
import java.util.function.Consumer;

/** Notes are listed below their ticket alone, so a note's id here is both: {@code 70112/88301}. */
final class TicketNotes {
    /** Not BMS's: whose note a row is. */
    private static final String TICKET = "@ticket";

    static final Mapping MAPPING = Mapping.empty()
            .ref(TicketNote.TICKET, TICKET, Ticket.TYPE)
            .rich(TicketNote.DETAILS, "Details")
            .flag(TicketNote.INTERNAL, "IsInternal")
            .choice(TicketNote.KIND, "TypeId", "TypeName")
            .shown(TicketNote.AUTHOR, "CreatedByName")
            .shownMoment(TicketNote.WRITTEN_AT, "CreatedOn");

    private final Bms bms;
    private final Sight sight = new Sight(TicketNote.TYPE, TicketNotes::id, Seen::changedAt, this::observe);

    TicketNotes(Bms bms) {
        this.bms = bms;
    }

    Lane lane() {
        return Lane.of(TicketNote.TYPE)
                .feeds(Feed.under(Ticket.TYPE, this::below).pages(Feeds.PAGE))
                .fetch(this::fetch);
    }

    /** The list doesn't tell its length, so it is believed when it comes no shorter a second time. Cursor: page. */
    private Page below(Query q) throws Fault {
        String ticket = q.parent().map(Ref::id).orElseThrow();
        int size = Math.min(Feeds.PAGE, q.limit());
        int page = q.cursor().isStart() ? 1 : Place.read(q.cursor(), 1).number(0);
        List<Json> rows = bms.whole(Request.get("/v2/servicedesk/tickets/{id}/notes", ticket)
                .query("PageNumber", page)
                .query("PageSize", size));
        List<Observation> seen =
                sight.list(rows.stream().map(row -> row.with(TICKET, ticket)).toList());
        return rows.size() < size
                ? Page.last(seen)
                : Page.more(seen, Place.of(page + 1).text());
    }

    private Observation fetch(String id) throws Fault {
        String[] parts = id.split("/", 2);
        if (parts.length != 2) throw Fault.of(Fault.Remedy.FORGET, "BMS has no such note");
        Request request = Request.get("/v2/servicedesk/tickets/{ticket}/notes/{id}", parts[0], parts[1]);
        return sight.fetched(bms.one(request).with(TICKET, parts[0]));
    }

    private static java.util.Optional<String> id(Json row) {
        return Ids.read(row.at(TICKET)).flatMap(ticket -> Seen.maybe(row).map(note -> ticket + "/" + note));
    }

    private Observation observe(Json row, Consumer<Field<?>> unread) {
        return Seen.of(TicketNote.TYPE, id(row).orElseThrow(), MAPPING, row, unread);
    }
}
