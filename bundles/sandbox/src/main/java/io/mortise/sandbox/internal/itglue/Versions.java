package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The latest revisions of a record, which its row keeps: when, by whom, and the password as it was then. */
final class Versions {
    static final String FIELD = "versions";
    private static final int KEPT = 5;

    private Versions() {}

    static ArrayNode begin(ObjectNode fields, Caller by, Instant now) {
        return Json.array().add(version(1, "create", now, by, fields));
    }

    /** The list of revisions after this change. */
    static ArrayNode after(Row row, ObjectNode changes, Caller by, Instant now) {
        ArrayNode versions = of(row).deepCopy();
        int last = versions.get(versions.size() - 1).get("number").asInt();
        versions.add(version(last + 1, "update", now, by, changes.has("password") ? changes : row.fields()));
        while (versions.size() > KEPT) {
            versions.remove(0);
        }
        return versions;
    }

    /** A record of the generated world has one revision until it is changed. */
    private static JsonNode of(Row row) {
        return row.get(FIELD).isArray() ? row.get(FIELD) : begin(row.fields(), Caller.PERSON, row.createdAt());
    }

    private static ObjectNode version(int number, String event, Instant at, Caller by, JsonNode password) {
        ObjectNode version = Json.object().put("number", number).put("event", event);
        version.put("created-at", Attributes.time(at));
        version.put("user-id", by.isUser() ? Long.valueOf(by.id()) : null).put("user-name", by.name());
        if (password.has("password")) {
            version.set("password", password.get("password"));
        }
        return version;
    }

    private static String id(Row row, JsonNode version) {
        return row.id() + String.format("%02d", version.get("number").asInt());
    }

    /** Newest first. */
    static List<ObjectNode> resources(Row row) {
        List<ObjectNode> resources = new ArrayList<>();
        for (JsonNode version : of(row)) {
            ObjectNode attributes = version.deepCopy();
            attributes.remove(List.of("number", "password"));
            ObjectNode resource = Json.object().put("id", id(row, version)).put("type", FIELD);
            resource.set("attributes", attributes);
            resource.putObject("relationships");
            resources.add(0, resource);
        }
        return resources;
    }

    static Optional<JsonNode> password(Row row, String id) {
        for (JsonNode version : of(row)) {
            if (id(row, version).equals(id)) {
                return Optional.of(version.path("password"));
            }
        }
        return Optional.empty();
    }
}
