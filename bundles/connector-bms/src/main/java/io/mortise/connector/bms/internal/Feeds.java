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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The ways to read a list of BMS. A list without {@code Filter.IsActive} may hide inactive records, which would look
 * like lost ones: each pass reads the active ones and then the others.
 *
 * @param path of a list that tells its whole length
 * @param retires its records can be inactive
 * @param observe the records that rows show: one each, or accounts' locations
 */
record Feeds(Bms bms, Clock clock, String path, boolean retires, Function<List<Json>, List<Observation>> observe) {
    static final int PAGE = 100;
    /** What was being saved when we looked may carry an earlier time than what we saw. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    /** Where the server doesn't tell its time. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    Feeds(Bms bms, Clock clock, String path, Function<List<Json>, List<Observation>> observe) {
        this(bms, clock, path, true, observe);
    }

    /** Of a list whose records are never inactive. */
    static Feeds plain(Bms bms, Clock clock, String path, Function<List<Json>, List<Observation>> observe) {
        return new Feeds(bms, clock, path, false, observe);
    }

    /** Cursor: active, page, how many observations of this page were given. */
    Feed sweep() {
        return Feed.sweep(q -> {
            Place at = q.cursor().isStart() ? Place.of(true, 1, 0) : Place.read(q.cursor(), 3);
            boolean active = Boolean.parseBoolean(at.text(0));
            Rows rows = rows(Request.get(path), active, at.number(1), q.limit());
            List<Observation> seen = seen(rows);
            int given = Math.min(seen.size(), at.number(2) + q.limit());
            List<Observation> now = seen.subList(Math.min(at.number(2), given), given);
            Page page = next(rows, now, active, at.number(1), given < seen.size() ? given : 0);
            return retires ? page : page.total(rows.total());
        });
    }

    /** @param given how many observations of this page were given, if there are more of it; else 0 */
    private Page next(Rows rows, List<Observation> now, boolean active, int page, int given) {
        if (given > 0) return Page.more(now, Place.of(active, page, given).text());
        if (!rows.isLast()) return Page.more(now, Place.of(active, page + 1, 0).text());
        return active && retires ? Page.more(now, Place.of(false, 1, 0).text()) : Page.last(now);
    }

    /**
     * The next pass begins with the newest that this one showed, and no later than this one began: what is changed while
     * it is read may have its place on a page that was read already. Cursor: from, active, page, newest so far, how many
     * observations of this page were given, when the pass began by BMS's clock.
     */
    Feed changes() {
        return Feed.changes(q -> q.cursor().isStart() ? now() : window(q));
    }

    private Page window(Query q) throws Fault {
        Place at = Place.read(q.cursor(), 6);
        Instant from = at.time(0);
        boolean active = Boolean.parseBoolean(at.text(1));
        int page = at.number(2);
        Request request = Request.get(path).query("Filter.ModifiedOnFrom", from.minus(OVERLAP));
        Bms.Dated answer = bms.dated(of(request, active), page, Math.min(PAGE, q.limit()));
        Rows rows = answer.rows();
        List<Observation> seen = seen(rows);
        Instant newest = newest(rows).filter(at.time(3)::isBefore).orElse(at.time(3));
        boolean first = active && page == 1 && at.number(4) == 0;
        Instant begun = first ? answer.at().orElse(newest) : at.time(5);
        int given = Math.min(seen.size(), at.number(4) + q.limit());
        List<Observation> now = seen.subList(Math.min(at.number(4), given), given);
        if (given < seen.size())
            return Page.more(
                    now, Place.of(from, active, page, newest, given, begun).text());
        if (!rows.isLast())
            return Page.more(
                    now, Place.of(from, active, page + 1, newest, 0, begun).text());
        return active && retires
                ? Page.more(now, Place.of(from, false, 1, newest, 0, begun).text())
                : Page.last(now, start(newest.isBefore(begun) ? newest : begun).text());
    }

    private static Place start(Instant from) {
        return Place.of(from, true, 1, from, 0, from);
    }

    /** Where changes begin: now by the server's own clock. */
    private Page now() throws Fault {
        Instant now = bms.api()
                .time(of(Request.get(path), true).query("PageNumber", 1).query("PageSize", 1))
                .orElseGet(() -> clock.instant().minus(CLOCKS_DIFFER));
        return Page.last(List.of(), start(now).text());
    }

    private Rows rows(Request list, boolean active, int page, int limit) throws Fault {
        return bms.rows(of(list, active), page, Math.min(PAGE, limit));
    }

    private Request of(Request list, boolean active) {
        return retires ? list.query("Filter.IsActive", active) : list;
    }

    private List<Observation> seen(Rows rows) {
        return observe.apply(rows.items());
    }

    private static Optional<Instant> newest(Rows rows) {
        return rows.items().stream()
                .flatMap(row -> Times.told(row.at("modifiedOn")).stream())
                .max(Instant::compareTo);
    }
}
