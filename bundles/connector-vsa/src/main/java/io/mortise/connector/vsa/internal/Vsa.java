package io.mortise.connector.vsa.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Place;
import io.mortise.connector.http.Rows;
import java.util.List;

/** Requests to VSA and what their envelopes hold. */
record Vsa(Api api) {
    static final String ROOT = "/api/v1.0";
    /** Never more rows than these, whatever is asked. */
    static final int PAGE = 100;

    /** What a page shows. */
    interface Shows {
        List<Observation> of(Rows rows) throws Fault;
    }

    Json one(Request request) throws Fault {
        return api.get(request).at("Result");
    }

    Rows page(String path, String order, int page, int size) throws Fault {
        return page(Request.get(ROOT + path), order, page, size);
    }

    private Rows page(Request list, String order, int page, int size) throws Fault {
        Json answer = api.get(
                list.query("$orderby", order).query("$skip", (page - 1) * size).query("$top", size));
        return Rows.of(answer.at("Result"), page, size, answer.at("TotalRecords"));
    }

    /** One page of a sweep. Cursor: page. */
    Page sweep(Query q, String path, String order, Shows shows) throws Fault {
        return sweep(q, Request.get(ROOT + path), order, shows);
    }

    Page sweep(Query q, Request list, String order, Shows shows) throws Fault {
        int page = q.cursor().isStart() ? 1 : Place.read(q.cursor(), 1).number(0);
        Rows rows = page(list, order, page, Math.min(PAGE, q.limit()));
        List<Observation> seen = shows.of(rows);
        Page now = rows.isLast()
                ? Page.last(seen)
                : Page.more(seen, Place.of(page + 1).text());
        return now.total(rows.total());
    }
}
