package io.mortise.connector.continuum.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Lane;
import io.mortise.connector.Page;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Place;
import io.mortise.connector.http.Sight;
import java.util.Comparator;
import java.util.List;

/** A list that comes as a whole, handed on page by page in the order of ids: a page begins after the last one's end. */
record WholeList(Asio asio, String path, Seen seen) {
    private static final int PAGE = 500;
    private static final String AFTER = "after";

    Lane lane() {
        Sight sight = seen.sight();
        return Lane.of(seen.type())
                .feeds(Feed.sweep(q -> page(q, sight)).pages(PAGE))
                .fetch(id -> sight.fetched(asio.one(path, id)));
    }

    private Page page(Query q, Sight sight) throws Fault {
        String after = after(q);
        List<Json> all = asio.whole(path);
        List<Json> rest = all.stream()
                .filter(row -> id(row).compareTo(after) > 0)
                .sorted(Comparator.comparing(this::id))
                .toList();
        List<Json> now = rest.stream().limit(q.limit()).toList();
        Page page = now.size() == rest.size()
                ? Page.last(sight.list(now))
                : Page.more(
                        sight.list(now),
                        Place.of(AFTER, id(now.get(now.size() - 1))).text());
        return page.total(all.size());
    }

    private static String after(Query q) throws Fault {
        if (q.cursor().isStart()) return "";
        Place place = Place.read(q.cursor(), 2);
        return place.text(1);
    }

    private String id(Json row) {
        return seen.id(row).orElse("");
    }
}
