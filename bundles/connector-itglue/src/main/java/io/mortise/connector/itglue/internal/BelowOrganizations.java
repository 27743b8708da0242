package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Page;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Place;
import io.mortise.connector.http.Rows;
import io.mortise.connector.http.Sight;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What IT Glue lists for one organization at a time, read for all of them as one list. Its length isn't told.
 *
 * @param lists what is asked of each, by its id; at least one
 */
record BelowOrganizations(Api api, Sight sight, List<Function<String, Request>> lists) {
    private static final int PAGE = 100;
    private static final String NONE = "-";

    /** Cursor: next page of organizations, those of the last one that are still to be read, which of its lists, page. */
    Page page(Query q) throws Fault {
        Place at = q.cursor().isStart() ? organizations(1) : Place.read(q.cursor(), 4);
        if (at.text(1).equals(NONE)) return Page.last(List.of());
        List<String> left = List.of(at.text(1).split(","));
        Rows rows = rows(list(at.number(2)).apply(left.get(0)), at.number(3), q.limit());
        Place next = next(at, left, rows.isLast());
        var seen = sight.list(
                rows.items().stream().map(row -> of(left.get(0), row)).toList());
        return next.text(1).equals(NONE) ? Page.last(seen) : Page.more(seen, next.text());
    }

    /** Whose it is, which not every row says. */
    static Json of(String organization, Json row) {
        return row.with("attributes", row.at("attributes").with("organization-id", organization));
    }

    private Function<String, Request> list(int number) throws Fault {
        if (number < lists.size()) return lists.get(number);
        throw Fault.of(Fault.Remedy.RESTART, "The place in the feed isn't known any more");
    }

    /** An organization that is gone meanwhile has none. */
    private Rows rows(Request list, int page, int limit) throws Fault {
        try {
            return Lists.rows(api, list, page, limit);
        } catch (Fault fault) {
            if (fault.remedy() == Fault.Remedy.FORGET) return new Rows(List.of(), page, limit, 0);
            throw fault;
        }
    }

    private Place next(Place at, List<String> left, boolean isLast) throws Fault {
        int list = at.number(2);
        if (!isLast) return Place.of(at.text(0), at.text(1), list, at.number(3) + 1);
        if (list + 1 < lists.size()) return Place.of(at.text(0), at.text(1), list + 1, 1);
        if (left.size() == 1) return organizations(at.number(0));
        return Place.of(at.text(0), String.join(",", left.subList(1, left.size())), 0, 1);
    }

    private Place organizations(int page) throws Fault {
        if (page == 0) return Place.of(0, NONE, 0, 1);
        Rows rows = Lists.rows(api, Request.get("/organizations").query("sort", "id"), page, PAGE);
        String ids =
                rows.items().stream().flatMap(row -> Resource.id(row).stream()).collect(Collectors.joining(","));
        return Place.of(rows.isLast() ? 0 : page + 1, ids.isEmpty() ? NONE : ids, 0, 1);
    }
}
