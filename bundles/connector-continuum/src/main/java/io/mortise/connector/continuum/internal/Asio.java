package io.mortise.connector.continuum.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Api.Answer;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Rows;
import java.util.List;
import java.util.UUID;

/**
 * Requests to the platform. It wants to know who asks ({@code Origin}, {@code User-Agent}) and to tell requests apart.
 *
 * @param origin the address that is called
 */
record Asio(Api api, String origin) {
    private static final String V1 = "/api/platform/v1/company";
    static final String COMPANIES = V1 + "/companies";
    static final String SITES = V1 + "/sites";
    private static final String ENDPOINTS = "/api/platform/v2/device/categories/all/endpoints";

    Json one(String path, String id) throws Fault {
        return api.get(named(Request.get(path + "/{id}", id)));
    }

    /** Whether such a list has pages isn't documented: it is read as a whole one. */
    List<Json> whole(String path) throws Fault {
        return Rows.list(api.get(named(Request.get(path))));
    }

    /** A POST that asks: after a failure nothing needs to be looked at. */
    Answer endpoints(Resources asked, int limit, int cursor) throws Fault {
        Request request = named(Request.of("POST", ENDPOINTS))
                .query("field", Endpoints.FIELDS)
                .query("limit", limit)
                .query("cursor", cursor)
                .body("application/json", asked.body().bytes());
        try {
            return api.answer(request, Mapping.empty());
        } catch (Fault fault) {
            if (fault.remedy() != Remedy.LOOK) throw fault;
            throw Fault.of(Remedy.RETRY, fault.getMessage(), fault);
        }
    }

    private Request named(Request request) {
        return request.header("Origin", origin)
                .header("User-Agent", "Mortise")
                .header("X-Request-ID", UUID.randomUUID().toString());
    }
}
