package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.FormData;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads {@code {data:{type,attributes}}} or {@code {data:[…]}}; attribute names in kebab-case or snake_case. */
final class Bodies {
    /** Where the relationships of a create are kept among its attributes; no attribute has such a name. */
    static final String RELATIONSHIPS = ":relationships";

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

    /** What a create names under this relationship, which may be wrapped in {@code data}. */
    static Iterable<JsonNode> related(ObjectNode attributes, String name) {
        JsonNode relationship = attributes.path(RELATIONSHIPS).path(name);
        return relationship.isArray() ? relationship : relationship.path("data");
    }

    private static JsonNode data(Request request) {
        JsonNode body = request.mediaType().equals(FormData.MULTIPART) ? Multipart.json(request) : request.jsonObject();
        JsonNode data = body.path("data");
        if (!data.isObject() && !data.isArray()) {
            throw new Refusal(400, "Invalid JSON format", null, null);
        }
        return data;
    }

    private static ObjectNode attributes(JsonNode item) {
        if (item.path("attributes") instanceof ObjectNode written) {
            ObjectNode attributes = Json.object();
            written.properties().forEach(field -> attributes.set(kebab(field.getKey()), kebabInside(field.getValue())));
            if (!item.path("relationships").isEmpty()) {
                attributes.set(RELATIONSHIPS, kebab(item.get("relationships")));
            }
            return attributes;
        }
        throw new Refusal(400, "Invalid JSON format", null, null);
    }

    /** A copy of the object with its own names in kebab-case. */
    static ObjectNode kebab(JsonNode object) {
        ObjectNode kebab = Json.object();
        object.properties().forEach(field -> kebab.set(kebab(field.getKey()), field.getValue()));
        return kebab;
    }

    private static JsonNode kebabInside(JsonNode value) {
        if (!(value instanceof ArrayNode array)) {
            return value;
        }
        ArrayNode items = Json.array();
        for (JsonNode item : array) {
            items.add(item.isObject() ? kebab(item) : item);
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
