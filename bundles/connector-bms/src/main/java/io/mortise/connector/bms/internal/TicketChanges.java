package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Place;
import io.mortise.connector.http.Rows;
import io.mortise.connector.http.Times;
import io.mortise.model.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which tickets were changed since: ids and times alone, the list that BMS keeps for IT Glue. The end of a pass is read
 * again in the next, since what was being saved may carry an earlier time; what it showed already is known again.
 */
final class TicketChanges {
    private static final String LIST = "/v2/integrations/itglue/servicedesk/ticketsync";
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    /** Twice so many, of some 30 letters each, must fit into a cursor of 4,096; of more, some are told once more. */
    private static final int REMEMBERED = 60;

    private final Bms bms;
    private final Clock clock;

    TicketChanges(Bms bms, Clock clock) {
        this.bms = bms;
        this.clock = clock;
    }

    Feed feed() {
        return Feed.changes(q -> q.cursor().isStart() ? now() : window(q));
    }

    private Page now() throws Fault {
        Instant now = bms.api()
                .time(Request.get(LIST).query("PageNumber", 1).query("PageSize", 1))
                .orElseGet(() -> clock.instant().minus(CLOCKS_DIFFER));
        return Page.last(List.of(), start(now, "").text());
    }

    /**
     * Cursor: from, page, newest so far, what the end of the last pass showed, when this one began by BMS's clock, what it
     * showed that the next will show again.
     */
    private Page window(Query q) throws Fault {
        Place at = Place.read(q.cursor(), 6);
        Request list =
                Request.get(LIST).query("Filter.ModifiedOnFrom", at.time(0).minus(OVERLAP));
        Bms.Dated answer = bms.dated(list, at.number(1), Math.min(Feeds.PAGE, q.limit()));
        Rows rows = answer.rows();
        Set<String> known = Set.of(at.text(3).split(","));
        List<Observation> changed = new ArrayList<>();
        Instant newest = at.time(2);
        for (Json row : rows.items()) {
            Instant time = Times.told(row.at("modifiedOn")).orElse(newest);
            if (time.isAfter(newest)) newest = time;
            if (!known.contains(mark(row))) Seen.maybe(row).ifPresent(id -> changed.add(hint(id, time)));
        }
        Instant begun = at.number(1) == 1 ? answer.at().orElse(newest) : at.time(4);
        // what is changed while the pass is read may have its place on a page that was read already
        Instant next = newest.isBefore(begun) ? newest : begun;
        String again = late(at.text(5), rows, next);
        if (!rows.isLast())
            return Page.more(
                    changed,
                    Place.of(at.time(0), at.number(1) + 1, newest, at.text(3), begun, again)
                            .text());
        return Page.last(changed, start(next, again).text());
    }

    private static Place start(Instant from, String known) {
        return Place.of(from, 1, from, known, from, "");
    }

    private static Observation hint(String id, Instant time) {
        return Observation.hint(Ticket.TYPE, id).changedAt(time);
    }

    /** With those of the pages before. */
    private static String late(String before, Rows rows, Instant newest) {
        Set<String> marks = new TreeSet<>(before.isEmpty() ? Set.of() : Set.of(before.split(",")));
        for (Json row : rows.items()) {
            Optional<Instant> time = Times.told(row.at("modifiedOn"));
            boolean late = time.filter(t -> !t.isBefore(newest.minus(OVERLAP))).isPresent();
            if (late && marks.size() < REMEMBERED) marks.add(mark(row));
        }
        return String.join(",", marks);
    }

    private static String mark(Json row) {
        return Seen.maybe(row).orElse("") + "@" + row.at("modifiedOn").text().orElse("");
    }
}
