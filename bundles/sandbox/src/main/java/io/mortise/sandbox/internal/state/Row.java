package io.mortise.sandbox.internal.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One record of a simulated vendor, in the vendor's own field names. Never changed in place: an edit makes a new row.
 * Both times have the vendors' granularity, whole seconds.
 */
public record Row(String id, ObjectNode fields, Instant createdAt, Instant updatedAt) {

    public JsonNode get(String field) {
        return fields.path(field);
    }

    /** The field as text, or an empty string where it is missing or null. */
    public String text(String field) {
        return text(fields, field);
    }

    public static String text(JsonNode fields, String field) {
        JsonNode value = fields.path(field);
        return value.isNull() ? "" : value.asText();
    }

    public boolean flag(String field) {
        return fields.path(field).asBoolean(false);
    }

    Row merged(ObjectNode changes, Instant at) {
        ObjectNode merged = fields.deepCopy();
        merged.setAll(changes);
        return new Row(id, merged, createdAt, at);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("c", createdAt.toString()).put("u", updatedAt.toString()).set("f", fields);
        return json;
    }

    static Row fromJson(String id, JsonNode json) {
        ObjectNode fields = (ObjectNode) json.required("f");
        return new Row(
                id,
                fields,
                Instant.parse(json.required("c").asText()),
                Instant.parse(json.required("u").asText()));
    }
}
