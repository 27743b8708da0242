package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
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

    private final Resource resource;
    private final Clock clock;
    private final String order;

    Feeds(Resource resource, Clock clock) {
        this(resource, clock, "id");
    }

    /** @param order what makes what is made meanwhile come at the end */
    Feeds(Resource resource, Clock clock, String order) {
        this.resource = resource;
        this.clock = clock;
        this.order = order;
    }

    /** In an order, so that what is made meanwhile comes at the end. */
    Feed sweep() {
        return Feed.sweep(q -> {
                    int page =
                            q.cursor().isStart() ? 1 : Place.read(q.cursor(), 1).number(0);
                    Rows rows = rows(order, page, q.limit());
                    List<Observation> seen = observe(rows);
                    Page all = rows.isLast()
                            ? Page.last(seen)
                            : Page.more(seen, Place.of(page + 1).text());
                    return all.total(rows.total());
                })
                .pages(LARGEST_PAGE);
    }

    /** The latest changes first, down to where the last pass began. Cursor: from, page, where the next one begins. */
    Feed newest() {
        return Feed.changes(q -> {
                    if (q.cursor().isStart()) return now();
                    Place at = Place.read(q.cursor(), 3);
                    Instant from = at.time(0);
                    int page = at.number(1);
                    Rows rows = rows("-updated_at", page, q.limit());
                    List<Observation> seen = observe(rows);
                    Instant next = page == 1 ? newestOf(seen).orElse(from) : at.time(2);
                    List<Observation> fresh = seen.stream()
                            .filter(o -> !o.changedAt().orElse(Instant.MAX).isBefore(from.minus(OVERLAP)))
                            .toList();
                    boolean done = rows.isLast() || fresh.size() < seen.size();
                    return done
                            ? Page.last(fresh, Place.of(next, 1, next).text())
                            : Page.more(fresh, Place.of(from, page + 1, next).text());
                })
                .pages(LARGEST_PAGE);
    }

    /** For the one resource with a filter on times: windows of some days. Cursor: from, page, newest so far. */
    Feed windows() {
        return Feed.changes(q -> {
                    if (q.cursor().isStart()) return now();
                    Place at = Place.read(q.cursor(), 3);
                    return window(at.time(0), at.number(1), at.time(2), q.limit());
                })
                .pages(LARGEST_PAGE);
    }

    private Page window(Instant from, int page, Instant newest, int limit) throws Fault {
        Instant end = from.plus(WINDOW);
        boolean open =
                from.equals(Instant.EPOCH) || end.isAfter(clock.instant()); // there was nothing at all: no history
        Request request = sorted("updated_at")
                .query("filter[updated_at]", from.minus(OVERLAP) + "," + (open ? "*" : end.toString()));
        Rows rows = Lists.rows(resource.api(), request, page, limit);
        List<Observation> seen = observe(rows);
        Instant top = newestOf(seen).filter(newest::isBefore).orElse(newest);
        if (!rows.isLast()) return Page.more(seen, Place.of(from, page + 1, top).text());
        Instant next = open ? top : end;
        String place = Place.of(next, 1, next).text();
        return open ? Page.last(seen, place) : Page.more(seen, place);
    }

    /** Where changes begin: at the newest there is. */
    private Page now() throws Fault {
        Rows rows = rows("-updated_at", 1, 1);
        Instant newest = newestOf(observe(rows)).orElse(Instant.EPOCH);
        return Page.last(List.of(), Place.of(newest, 1, newest).text());
    }

    private Rows rows(String sort, int page, int size) throws Fault {
        return Lists.rows(resource.api(), sorted(sort), page, size);
    }

    private Request sorted(String by) {
        return Request.get("/" + resource.name()).query("sort", by);
    }

    private List<Observation> observe(Rows rows) {
        return resource.sight().list(rows.items());
    }

    private static Optional<Instant> newestOf(List<Observation> seen) {
        return seen.stream().flatMap(o -> o.changedAt().stream()).max(Instant::compareTo);
    }
}
