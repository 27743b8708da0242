package io.mortise.connector.bms.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Rows;
import io.mortise.connector.http.Sight;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Tickets. The list has most of a ticket; of an open one the rest is read too, of a closed one when nothing else is to do. */
final class Tickets {
    private static final String ROOT = "/v2/servicedesk/tickets";
    private static final Duration AROUND = Duration.ofMinutes(1);
    private final Bms bms;
    private final Lists lists;
    private final WebPages pages;
    private final TicketChanges changes;
    private final CustomFields custom;
    private final Rmms rmms;
    private final Feeds feeds;
    private final Sight rows = new Sight(Ticket.TYPE, Seen::maybe, Seen::changedAt, this::listed);
    private final Sight whole = new Sight(Ticket.TYPE, Seen::maybe, Seen::changedAt, this::observe);

    Tickets(Bms bms, Lists lists, WebPages pages, Connection c) {
        this.bms = bms;
        this.lists = lists;
        this.pages = pages;
        this.changes = new TicketChanges(bms, c.clock());
        this.custom = new CustomFields(bms, c.clock());
        this.rmms = Rmms.of(c);
        this.feeds = Feeds.plain(bms, c.clock(), ROOT, rows::list);
    }

    Lane lane() {
        return Lane.of(Ticket.TYPE)
                .feeds(feeds.sweep(), changes.feed())
                .fetch(this::fetch)
                .alone(TicketFields.alone())
                .claims(Lane.Claim.CALLS)
                .create(TicketFields.NEW.only(this::create), TicketFields.NEW.array())
                .needs(
                        Ticket.ORGANIZATION,
                        Ticket.TITLE,
                        Ticket.STATUS,
                        Ticket.PRIORITY,
                        Ticket.QUEUE,
                        Ticket.KIND,
                        Ticket.SOURCE,
                        Ticket.OPEN_DATE)
                .update(TicketFields.CHANGED.only(this::update), TicketFields.CHANGED.array())
                .find(this::find, Ticket.ORGANIZATION, Ticket.TITLE, Ticket.OPEN_DATE)
                .choices(Ticket.STATUS, any -> lists.choices(Lists.STATUSES))
                .choices(Ticket.PRIORITY, any -> lists.choices(Lists.PRIORITIES))
                .choices(Ticket.QUEUE, any -> lists.choices(Lists.QUEUES))
                .choices(Ticket.ISSUE_TYPE, any -> lists.choices(Lists.ISSUE_TYPES))
                .choices(Ticket.SUB_ISSUE_TYPE, given -> lists.subIssues(given.get(Ticket.ISSUE_TYPE)))
                .choices(Ticket.WORK_TYPE, any -> lists.choices(Lists.WORK_TYPES))
                .choices(Ticket.SLA, any -> lists.choices(Lists.SLAS))
                .choices(Ticket.CONTRACT, given -> lists.contracts(given.get(Ticket.ORGANIZATION)))
                .choices(Ticket.KIND, any -> lists.choices(Lists.TICKET_TYPES))
                .choices(Ticket.SOURCE, any -> lists.choices(Lists.TICKET_SOURCES));
    }

    private Observation fetch(String id) throws Fault {
        Json ticket = bms.one(Request.get(ROOT + "/{id}", id));
        return whole.fetched(TicketFields.withCustom(ticket, custom.of(id)));
    }

    private Observation listed(Json row, Consumer<Field<?>> unread) {
        String id = Seen.id(row);
        Observation seen =
                Seen.of(Ticket.TYPE, id, TicketFields.ROW, row, unread).page(pages.ticket(id));
        return TicketFields.isOpen(row) ? seen.partial() : seen;
    }

    private Observation observe(Json row, Consumer<Field<?>> unread) {
        String id = Seen.id(row);
        return Seen.of(Ticket.TYPE, id, TicketFields.ALL, rmms.named(row), unread)
                .page(pages.ticket(id));
    }

    /** A ticket must have a text and a place; somebody who looks after it would do instead of a queue. */
    private Observation create(Write w) throws Fault {
        Json body = TicketFields.ALL.write(w.fields());
        if (body.at("Details").isNone())
            body = body.with("Details", w.fields().get(Ticket.TITLE).orElseThrow());
        if (body.at("LocationId").isNone()) body = body.with("LocationId", Locations.mainOf(bms, body, "AccountId"));
        return whole.saved(bms.write(Request.of("POST", ROOT), body, TicketFields.ALL));
    }

    /** Of the same minute and title: two people may report the same within a day. */
    private List<Observation> find(Fields like) throws Fault {
        Optional<Ref> account = like.get(Ticket.ORGANIZATION);
        Optional<Instant> opened = like.get(Ticket.OPEN_DATE);
        if (account.isEmpty() || opened.isEmpty()) return List.of();
        Request list = Request.get(ROOT)
                .query("Filter.AccountIds", account.get().id())
                .query("Filter.OpenDateFrom", opened.get().minus(AROUND))
                .query("Filter.OpenDateTo", opened.get().plus(AROUND));
        return rows.list(Rows.all(page -> bms.rows(list, page, Feeds.PAGE))).stream()
                .filter(seen -> seen.fields().get(Ticket.TITLE).equals(like.get(Ticket.TITLE)))
                .toList();
    }

    private Observation update(Write w) throws Fault {
        String id = w.id().orElseThrow();
        Json values = TicketFields.ALL.write(w.fields());
        Request request = Request.of("PATCH", ROOT + "/{id}", id);
        if (!w.fields().mentions(Ticket.CUSTOM_FIELDS))
            return whole.saved(bms.patch(request, values, TicketFields.ALL));
        Steps steps = new Steps(false);
        if (!values.names().isEmpty()) steps.then(() -> bms.patch(request, values, TicketFields.ALL));
        Optional<Map<String, Object>> before =
                w.seen().mentions(Ticket.CUSTOM_FIELDS) ? Optional.of(values(w.seen())) : Optional.empty();
        custom.write(id, before, values(w.fields()), steps);
        return Observation.hint(Ticket.TYPE, id);
    }

    private static Map<String, Object> values(Fields fields) {
        return fields.get(Ticket.CUSTOM_FIELDS).orElse(Map.of());
    }
}
