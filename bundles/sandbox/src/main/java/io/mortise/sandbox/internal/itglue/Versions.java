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

    /** The list of revisions after this change; the first change also notes how the record began. */
    static ArrayNode after(Row row, ObjectNode changes, Caller by, Instant now) {
        ArrayNode versions = row.get(FIELD).isArray() ? row.get(FIELD).deepCopy() : Json.array();
        if (versions.isEmpty()) {
            versions.add(version(row.id() + "01", "create", row.createdAt(), Caller.PERSON, row.fields()));
        }
        long last = Long.parseLong(versions.get(versions.size() - 1).get("id").asText());
        JsonNode password = changes.has("password") ? changes : row.fields();
        versions.add(version(Long.toString(last + 1), "update", now, by, password));
        while (versions.size() > KEPT) {
            versions.remove(0);
        }
        return versions;
    }

    private static ObjectNode version(String id, String event, Instant at, Caller by, JsonNode password) {
        ObjectNode version = Json.object().put("id", id).put("event", event);
        version.put("created-at", Attributes.time(at));
        version.put("user-id", by.isUser() ? Long.valueOf(by.id()) : null).put("user-name", by.name());
        if (password.has("password")) {
            version.set("password", password.get("password"));
        }
        return version;
    }

    /** Newest first. */
    static List<ObjectNode> resources(Row row) {
        List<ObjectNode> resources = new ArrayList<>();
        for (JsonNode version : row.get(FIELD)) {
            ObjectNode attributes = version.deepCopy();
            attributes.remove(List.of("id", "password"));
            ObjectNode resource =
                    Json.object().put("id", version.get("id").asText()).put("type", FIELD);
            resource.set("attributes", attributes);
            resource.putObject("relationships");
            resources.add(0, resource);
        }
        return resources;
    }

    static Optional<JsonNode> password(Row row, String id) {
        for (JsonNode version : row.get(FIELD)) {
            if (version.get("id").asText().equals(id)) {
                return Optional.of(version.path("password"));
            }
        }
        return Optional.empty();
    }
}
