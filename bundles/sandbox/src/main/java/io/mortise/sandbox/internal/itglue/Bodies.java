package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads {@code {data:{type,attributes}}} or {@code {data:[…]}}; attribute names in kebab-case or snake_case. */
final class Bodies {
    private Bodies() {}

    static boolean isArray(Request request) {
        return data(request).isArray();
    }

    static ObjectNode attributesOfOne(Request request) {
        return attributes(data(request));
    }

    static List<ObjectNode> attributesOfAll(Request request) {
        JsonNode data = data(request);
        List<ObjectNode> all = new ArrayList<>();
        for (JsonNode item : data.isArray() ? data : Json.array().add(data)) {
            ObjectNode attributes = attributes(item);
            if (!attributes.has("id") && item.has("id")) {
                attributes.set("id", item.get("id"));
            }
            all.add(attributes);
        }
        return all;
    }

    /** True when the request names relationships, which an update must not. */
    static boolean hasRelationships(Request request) {
        JsonNode data = data(request);
        for (JsonNode item : data.isArray() ? data : Json.array().add(data)) {
            if (!item.path("relationships").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode data(Request request) {
        JsonNode data = request.jsonObject().path("data");
        if (!data.isObject() && !data.isArray()) {
            throw new Refusal(400, "Invalid JSON format", null, null);
        }
        return data;
    }

    private static ObjectNode attributes(JsonNode item) {
        if (item.path("attributes") instanceof ObjectNode written) {
            ObjectNode attributes = Json.object();
            written.properties().forEach(field -> attributes.set(kebab(field.getKey()), kebabInside(field.getValue())));
            return attributes;
        }
        throw new Refusal(400, "Invalid JSON format", null, null);
    }

    private static JsonNode kebabInside(JsonNode value) {
        if (!(value instanceof ArrayNode array)) {
            return value;
        }
        ArrayNode items = Json.array();
        for (JsonNode item : array) {
            ObjectNode kebab = Json.object();
            item.properties().forEach(field -> kebab.set(kebab(field.getKey()), field.getValue()));
            items.add(item.isObject() ? kebab : item);
        }
        return items;
    }

    private static String kebab(String name) {
        return name.replace('_', '-').toLowerCase(Locale.ROOT);
    }

    static String idOf(ObjectNode attributes) {
        return Row.text(attributes, "id");
    }
}
