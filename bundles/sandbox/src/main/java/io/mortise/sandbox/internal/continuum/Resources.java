package io.mortise.sandbox.internal.continuum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Row;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which companies, sites or endpoints are asked for, never more of them than the vendor allows at once. */
record Resources(Kind kind, Set<String> ids) {
    /**
     * @param table whose ids they are
     * @param field of an endpoint that holds the id; empty for its own
     */
    record Kind(String table, String field, int most) {}

    private static final Kind COMPANIES = new Kind("companies", "companyId", 4);
    private static final Kind SITES = new Kind("sites", "siteId", 10);
    private static final Kind ENDPOINTS = new Kind("endpoints", "", 500);
    /** One in the vendor's description, several in its clients. */
    private static final Map<String, Kind> KINDS = Map.of(
            "company", COMPANIES,
            "companies", COMPANIES,
            "site", SITES,
            "sites", SITES,
            "endpoint", ENDPOINTS,
            "endpoints", ENDPOINTS);

    static Resources read(ObjectNode body) {
        Kind kind = KINDS.get(Row.text(body, "resourceType"));
        if (kind == null) {
            throw new Refusal(400, "Invalid Resource Type");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode each : body.path("resources")) {
            Guid.id(kind.table(), each.asText()).ifPresent(ids::add);
        }
        int count = body.path("resources").size();
        if (count == 0 || count > kind.most()) {
            throw new Refusal(400, "resources must hold 1 to " + kind.most() + " values");
        }
        return new Resources(kind, ids);
    }

    Predicate<Row> chosen() {
        return row -> ids.contains(kind.field().isEmpty() ? row.id() : row.text(kind.field()));
    }
}
