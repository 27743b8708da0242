package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Place;
import io.mortise.connector.http.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ways to read one resource page by page. Times are IT Glue's own and compared with one another only. */
final class Feeds {
    static final int LARGEST_PAGE = 1000;
    /** Times have whole seconds, and a second may still be going on. */
    private static final Duration OVERLAP = Duration.ofSeconds(2);
    /** More than a week may be disallowed. */
    private static final Duration WINDOW = Duration.ofDays(6);

    /**
     * What a list is asked for, and what its rows show.
     *
     * @param tells whether its length is that of what it shows
     */
    record Source(Api api, Request list, int largest, boolean tells, Lane.Call<List<Json>, List<Observation>> shows) {}

    private final Source source;
    private final Clock clock;
    private final String order;

    Feeds(Resource resource, Clock clock) {
        this(resource, clock, "id");
    }

    /** @param order what makes what is made meanwhile come at the end */
    Feeds(Resource resource, Clock clock, String order) {
        this(
                new Source(
                        resource.api(), Request.get("/" + resource.name()), LARGEST_PAGE, true, resource.sight()::list),
                clock,
                order);
    }

    Feeds(Source source, Clock clock, String order) {
        this.source = source;
        this.clock = clock;
        this.order = order;
    }

    /**
     * In an order, so that what is made meanwhile comes at the end. Cursor: page, how many of it were given: a row may
     * show several.
     */
    Feed sweep() {
        return Feed.sweep(q -> {
                    Place at = q.cursor().isStart() ? Place.of(1, 0) : Place.read(q.cursor(), 2);
                    Rows rows = rows(order, at.number(0), q.limit());
                    List<Observation> seen = source.shows().of(rows.items());
                    List<Observation> rest = seen.subList(Math.min(at.number(1), seen.size()), seen.size());
                    if (rest.size() > q.limit())
                        return Page.more(
                                rest.subList(0, q.limit()),
                                Place.of(at.number(0), at.number(1) + q.limit()).text());
                    Page page = rows.isLast()
                            ? Page.last(rest)
                            : Page.more(rest, Place.of(at.number(0) + 1, 0).text());
                    return source.tells() ? page.total(rows.total()) : page;
                })
                .pages(source.largest());
    }

    /** The latest changes first, down to where the last pass began. Cursor: from, page, where the next one begins. */
    Feed newest() {
        return Feed.changes(q -> {
                    if (q.cursor().isStart()) {
                        Instant now = now();
                        return Page.last(List.of(), Place.of(now, 1, now).text());
                    }
                    Place at = Place.read(q.cursor(), 3);
                    Instant from = at.time(0);
                    int page = at.number(1);
                    Rows rows = rows("-updated_at", page, q.limit());
                    Instant next = page == 1 ? newestOf(rows).orElse(from) : at.time(2);
                    List<Json> fresh = rows.items().stream()
                            .filter(row -> !changedAt(row).orElse(Instant.MAX).isBefore(from.minus(OVERLAP)))
                            .toList();
                    List<Observation> seen = source.shows().of(fresh);
                    boolean done = rows.isLast() || fresh.size() < rows.items().size();
                    return done
                            ? Page.last(seen, Place.of(next, 1, next).text())
                            : Page.more(seen, Place.of(from, page + 1, next).text());
                })
                .pages(source.largest());
    }

    /**
     * For the one resource with a filter on times: windows of some days, the oldest change first. Each request begins
     * where the last one ended, since what is changed meanwhile moves to the end, and all behind it up: numbered pages
     * would miss some. Only within one moment pages are counted. Cursor: from, page.
     */
    Feed windows() {
        return Feed.changes(q -> {
                    if (q.cursor().isStart())
                        return Page.last(List.of(), Place.of(now(), 1).text());
                    Place at = Place.read(q.cursor(), 2);
                    return window(at.time(0), at.number(1), q.limit());
                })
                .pages(source.largest());
    }

    private Page window(Instant from, int page, int limit) throws Fault {
        Instant end = from.plus(WINDOW);
        boolean open =
                from.equals(Instant.EPOCH) || end.isAfter(clock.instant()); // there was nothing at all: no history
        Request request = sorted("updated_at")
                .query("filter[updated_at]", from.minus(OVERLAP) + "," + (open ? "*" : end.toString()));
        Rows rows = Lists.rows(source.api(), request, page, limit);
        List<Observation> seen = source.shows().of(rows.items());
        Optional<Instant> further = newestOf(rows).filter(from::isBefore);
        if (!rows.isLast())
            return Page.more(
                    seen,
                    further.map(top -> Place.of(top, 1))
                            .orElse(Place.of(from, page + 1))
                            .text());
        String place = Place.of(open ? further.orElse(from) : end, 1).text();
        return open ? Page.last(seen, place) : Page.more(seen, place);
    }

    /** Where changes begin: at the newest there is. */
    private Instant now() throws Fault {
        return newestOf(rows("-updated_at", 1, 1)).orElse(Instant.EPOCH);
    }

    private Rows rows(String sort, int page, int size) throws Fault {
        return Lists.rows(source.api(), sorted(sort), page, size);
    }

    private Request sorted(String by) {
        return source.list().query("sort", by);
    }

    private static Optional<Instant> newestOf(Rows rows) {
        return rows.items().stream().flatMap(row -> changedAt(row).stream()).max(Instant::compareTo);
    }

    /** Unreadable is unknown, and so new. */
    private static Optional<Instant> changedAt(Json row) {
        try {
            return Resource.changedAt(row);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
