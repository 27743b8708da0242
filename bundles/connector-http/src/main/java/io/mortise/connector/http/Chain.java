package io.mortise.connector.http;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Feed.Cursor;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Page;
import java.util.List;

/** Several lists that together are everything of a type, read one after the other as one. Its length isn't told. */
public final class Chain {
    private static final String AFTER = ":";

    private final List<Feed> lists;

    private Chain(List<Feed> lists) {
        this.lists = List.copyOf(lists);
    }

    /** @param sweeps each from START to its last page; at least one */
    public static Feed of(List<Feed> sweeps) {
        Chain chain = new Chain(sweeps);
        int limit = sweeps.stream().mapToInt(Feed::limit).min().orElseThrow();
        return Feed.sweep(chain::read).pages(limit);
    }

    /** Cursor: which list, and its own. */
    private Page read(Query q) throws Fault {
        String[] at = q.cursor().isStart()
                ? new String[] {"0", ""}
                : q.cursor().text().split(AFTER, 2);
        int list = at.length == 2 ? Place.of(at[0]).number(0) : lists.size();
        if (list >= lists.size()) throw Fault.of(Fault.Remedy.RESTART, "The place in the feed isn't known any more");
        Page page = lists.get(list).read().of(new Query(new Cursor(at[1]), q.limit(), q.parent()));
        if (!page.isLast())
            return Page.more(page.items(), list + AFTER + page.next().text());
        int next = list + 1;
        return next == lists.size() ? Page.last(page.items()) : Page.more(page.items(), next + AFTER);
    }
}
