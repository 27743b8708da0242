package io.mortise.connector.continuum.internal;

import io.mortise.connector.http.Json;
import java.util.List;

/** Whose endpoints are asked for. Of companies, the platform takes four at once. */
record Resources(String kind, List<String> ids) {
    static final int MOST_COMPANIES = 4;

    static Resources companies(List<String> ids) {
        return new Resources("company", ids);
    }

    static Resources endpoint(String id) {
        return new Resources("endpoint", List.of(id));
    }

    Json body() {
        return Json.object().with("resourceType", kind).with("resources", ids);
    }
}
