package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import java.util.Map;

/** A group is made with its users and organizations; later its users are always written as a whole. */
final class GroupRule implements Rule {
    private static final Map<String, String> LISTS =
            Map.of("users", "accounts-user-ids", "organizations", "organization-access");

    @Override
    public void complete(ObjectNode whole, ObjectNode changes, Caller by) {
        for (String list : LISTS.values()) {
            if (!whole.path(list).isArray()) {
                changes.putArray(list);
            }
        }
        if (!whole.path("denied-types").isArray()) {
            changes.putArray("denied-types");
        }
    }

    @Override
    public void follow(Row row, ObjectNode attributes, Writes writes, Caller by) {
        LISTS.forEach((relationship, list) -> {
            ArrayNode ids = Json.array();
            for (JsonNode item : Bodies.related(attributes, relationship)) {
                ids.add(item.at("/attributes/id").asLong(item.path("id").asLong()));
            }
            if (!ids.isEmpty()) {
                writes.fill("groups", row.id(), Json.object().<ObjectNode>set(list, ids));
            }
        });
    }
}
