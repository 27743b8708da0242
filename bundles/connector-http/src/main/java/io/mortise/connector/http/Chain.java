package io.mortise.connector.http;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Feed.Cursor;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Page;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;

/** Several lists that together are everything of a type, read one after the other as one. Its length isn't told. */
public final class Chain {
    private static final Logger LOG = System.getLogger(Chain.class.getName());
    private static final String AFTER = ":";

    /** Of lists that aren't needed: this account may not read it, or this server has none. */
    private static final Set<Fault.Remedy> LEFT_OUT = Set.of(Fault.Remedy.ASK_ADMIN, Fault.Remedy.FORGET);

    private final List<Feed> lists;
    private final boolean allNeeded;

    private Chain(List<Feed> lists, boolean allNeeded) {
        this.lists = List.copyOf(lists);
        this.allNeeded = allNeeded;
    }

    /** @param sweeps each from START to its last page; at least one */
    public static Feed of(List<Feed> sweeps) {
        return of(sweeps, true);
    }

    /**
     * The same, but a list is passed over that the account may not read or the server doesn't have: the others count
     * without it. The first one is needed all the same.
     */
    public static Feed ofReadable(List<Feed> sweeps) {
        return of(sweeps, false);
    }

    private static Feed of(List<Feed> sweeps, boolean allNeeded) {
        Chain chain = new Chain(sweeps, allNeeded);
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
        Page page = page(list, new Query(new Cursor(at[1]), q.limit(), q.parent()));
        if (!page.isLast())
            return Page.more(page.items(), list + AFTER + page.next().text());
        int next = list + 1;
        return next == lists.size() ? Page.last(page.items()) : Page.more(page.items(), next + AFTER);
    }

    private Page page(int list, Query q) throws Fault {
        try {
            return lists.get(list).read().of(q);
        } catch (Fault fault) {
            if (allNeeded || list == 0 || !LEFT_OUT.contains(fault.remedy())) throw fault;
            LOG.log(Level.INFO, "A list is left out: {0}", fault.getMessage());
            return Page.last(List.of());
        }
    }
}
