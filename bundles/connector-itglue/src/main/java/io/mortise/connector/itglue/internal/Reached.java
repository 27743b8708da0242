package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import java.util.HashSet;
import java.util.Set;

/** The organizations that a person's own token lists. */
record Reached(Api api) {
    private static final int PART = 1_000;
    private static final int MOST_PARTS = 100;

    Set<Ref> all() throws Fault {
        Set<Ref> all = new HashSet<>();
        for (int page = 1; page <= MOST_PARTS; page++) {
            Json list = api.get(Request.get("/organizations")
                    .query("page[size]", PART)
                    .query("page[number]", page)
                    .query("sort", "id"));
            for (Json one : list.at("data").items())
                Ids.read(one.at("id")).map(id -> Ref.to(Organization.TYPE, id)).ifPresent(all::add);
            if (list.at("data").items().size() < PART) return all;
        }
        throw Fault.of(Fault.Remedy.REPORT, "IT Glue lists organizations without an end");
    }
}
