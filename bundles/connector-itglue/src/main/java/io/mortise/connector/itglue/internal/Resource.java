package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Observation;
import io.mortise.connector.http.Addresses;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Rows;
import io.mortise.connector.http.Sight;
import io.mortise.connector.http.Times;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One of IT Glue's resources: {@code GET /things}, {@code GET|PATCH /things/{id}}, {@code POST /things}.
 *
 * @param name as paths and documents spell it: {@code configurations}
 * @param locked the fields that a record refuses while IT Glue's own PSA sync holds it
 */
record Resource(Api api, EntityType type, String name, Mapping mapping, List<Field<?>> locked, Sight sight) {
    static final String JSON_API = "application/vnd.api+json";
    private static final int FOUND = 100;
    private static final String WHY = "IT Glue's own PSA sync holds this record";

    Resource(Api api, EntityType type, String name, Mapping mapping, List<Field<?>> locked) {
        this(
                api,
                type,
                name,
                mapping,
                locked,
                new Sight(
                        type,
                        Resource::id,
                        Resource::changedAt,
                        (row, unread) -> observe(type, mapping, locked, row, unread)));
    }

    static Optional<String> id(Json data) {
        return data.at("id").text();
    }

    static Optional<Instant> changedAt(Json data) {
        return Times.told(data.at("attributes", "updated-at"));
    }

    /** With when it was changed and where people see it. */
    static Observation told(Observation read, Json data) {
        Observation seen = changedAt(data).map(read::changedAt).orElse(read);
        return data.at("attributes", "resource-url")
                .text()
                .flatMap(Addresses::page)
                .map(seen::page)
                .orElse(seen);
    }

    Observation fetch(String id) throws Fault {
        return sight.fetched(api.get(Request.get("/" + name + "/{id}", id)).at("data"));
    }

    /** The attributes as they are now, for what can only be written whole. */
    Json attributes(String id) throws Fault {
        return api.get(Request.get("/" + name + "/{id}", id)).at("data", "attributes");
    }

    Observation create(Json attributes) throws Fault {
        return sight.saved(api.send(Request.of("POST", "/" + name), JSON_API, document(attributes), mapping)
                .at("data"));
    }

    Observation update(String id, Json attributes) throws Fault {
        return sight.saved(
                api.send(Request.of("PATCH", "/" + name + "/{id}", id), JSON_API, document(attributes), mapping)
                        .at("data"));
    }

    private Json document(Json attributes) {
        return Json.object().with("data", Json.object().with("type", name).with("attributes", attributes));
    }

    /** Filters that IT Glue doesn't know are ignored there: whoever asks checks the answer. */
    List<Observation> filtered(String filter, String value) throws Fault {
        Request list = Request.get("/" + name).query("filter[" + filter + "]", value);
        return sight.list(Rows.all(page -> Lists.rows(api, list, page, FOUND)));
    }

    private static Observation observe(
            EntityType type, Mapping mapping, List<Field<?>> locked, Json data, Consumer<Field<?>> unread) {
        Json attributes = data.at("attributes");
        Observation seen = told(Observation.of(type, id(data).orElseThrow(), mapping.read(attributes, unread)), data);
        boolean held = attributes.at("psa-integration").text().equals(Optional.of("enabled"));
        return held ? seen.locked(WHY, locked.toArray(Field<?>[]::new)) : seen;
    }
}
