package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How far the connections have been read, as the dashboard tells it. */
public final class Passes {
    private final Http admin;

    public Passes(Http admin) {
        this.admin = admin;
    }

    public JsonNode connections() {
        return admin.get("/api/sync/connections").items();
    }

    /** Have all lists been read through, and is none being read at this moment? What is read below records may go on. */
    public boolean areOver() {
        return all(
                "",
                type -> type.path("freshAt").isTextual()
                        && (type.path("inside").isObject()
                                || type.path("state").asText().equals("idle")));
    }

    /** Has everything been read anew? @param connection "" for each */
    boolean areSince(Instant moment, String connection) {
        return all(
                connection,
                type -> type.path("freshAt").isTextual()
                        && !Instant.parse(type.path("freshAt").asText()).isBefore(moment));
    }

    /** One type at one connection; missing while it isn't there. */
    JsonNode type(String connection, String wanted) {
        for (JsonNode each : connections())
            if (each.path("id").asText().equals(connection))
                for (JsonNode type : each.path("types"))
                    if (type.path("type").asText().equals(wanted)) return type;
        return MissingNode.getInstance();
    }

    /** Is any of its types being read at this moment? */
    boolean isReading(String connection) {
        for (JsonNode each : connections())
            if (each.path("id").asText().equals(connection))
                for (JsonNode type : each.path("types"))
                    if (type.path("state").asText().equals("running")) return true;
        return false;
    }

    private boolean all(String wanted, Predicate<JsonNode> holds) {
        List<JsonNode> types = new ArrayList<>();
        for (JsonNode connection : connections()) {
            if (!wanted.isEmpty() && !connection.path("id").asText().equals(wanted)) continue;
            if (connection.path("types").isEmpty()) return false;
            connection.path("types").forEach(types::add);
        }
        return types.stream().allMatch(holds);
    }

    /** "Run now". */
    void begin(String connection) {
        Reply reply = admin.post("/api/sync/connections/" + connection + "/run", "");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }
}
