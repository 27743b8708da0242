package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Place;
import io.mortise.connector.http.Rows;
import io.mortise.connector.http.Sight;
import io.mortise.connector.http.Whole;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What BMS lists below one ticket alone. Its id here names the ticket as well: {@code 70112/88301}.
 *
 * @param ticket the field that names the ticket
 * @param list the route of the list; its hole is the ticket
 * @param paged whether the list has pages; one that has none comes whole
 */
record BelowTicket(Bms bms, EntityType type, Field<Ref> ticket, String list, boolean paged, Mapping mapping) {
    /** Not BMS's: whose a row is. */
    private static final String TICKET = "@ticket";

    Feed feed() {
        return Feed.under(Ticket.TYPE, paged ? this::page : this::part)
                .pages(Feeds.PAGE)
                .unsure();
    }

    /** No list below a ticket is sure to tell its length. Cursor: page. */
    private Page page(Query q) throws Fault {
        String of = q.parent().map(Ref::id).orElseThrow();
        int size = Math.min(Feeds.PAGE, q.limit());
        int page = q.cursor().isStart() ? 1 : Place.read(q.cursor(), 1).number(0);
        List<Json> rows =
                bms.once(Request.get(list, of).query("PageNumber", page).query("PageSize", size));
        List<Observation> seen = shown(of, rows);
        return rows.size() < size
                ? Page.last(seen)
                : Page.more(seen, Place.of(page + 1).text());
    }

    private Page part(Query q) throws Fault {
        String of = q.parent().map(Ref::id).orElseThrow();
        return Whole.part(q, shown(of, bms.once(Request.get(list, of))));
    }

    /** Those of one ticket that a search is after: whether it is there mustn't hang on a cut answer. */
    List<Observation> all(String of, Predicate<Observation> wanted) throws Fault {
        List<Json> rows = paged
                ? Rows.full(
                        Feeds.PAGE,
                        page -> bms.whole(
                                Request.get(list, of).query("PageNumber", page).query("PageSize", Feeds.PAGE)))
                : bms.whole(Request.get(list, of));
        return shown(of, rows).stream().filter(wanted).toList();
    }

    /** One of a list that can only be read whole. */
    Observation listed(String id) throws Fault {
        String[] parts = parts(id);
        return all(parts[0], seen -> seen.ref().id().equals(id)).stream()
                .findFirst()
                .orElseThrow(() -> none());
    }

    /** One that can be asked for alone, below its list. */
    Observation fetch(String id) throws Fault {
        String[] parts = parts(id);
        return sight().fetched(own(parts[0], bms.one(Request.get(list + "/{child}", parts[0], parts[1]))));
    }

    /** What was made of a save. */
    Observation saved(String of, Json row) throws Fault {
        return sight().saved(own(of, row));
    }

    String[] parts(String id) throws Fault {
        String[] parts = id.split("/", 2);
        if (parts.length != 2) throw none();
        return parts;
    }

    private Fault none() {
        return Fault.of(Fault.Remedy.FORGET, "BMS has no such " + type.name());
    }

    private List<Observation> shown(String of, List<Json> rows) {
        return sight().list(rows.stream().map(row -> own(of, row)).toList());
    }

    private static Json own(String of, Json row) {
        return row.with(TICKET, of);
    }

    private Sight sight() {
        return new Sight(type, BelowTicket::id, Seen::changedAt, this::observe);
    }

    private static Optional<String> id(Json row) {
        return Ids.read(row.at(TICKET)).flatMap(of -> Seen.maybe(row).map(child -> of + "/" + child));
    }

    private Observation observe(Json row, Consumer<Field<?>> unread) {
        Ref of = Ref.to(Ticket.TYPE, Ids.read(row.at(TICKET)).orElseThrow());
        var fields = mapping.read(row, unread).but().set(ticket, of).build();
        Observation seen = Seen.of(type, id(row).orElseThrow(), fields, row);
        return row.at("modifiedByName").text().map(seen::changedBy).orElse(seen);
    }
}
