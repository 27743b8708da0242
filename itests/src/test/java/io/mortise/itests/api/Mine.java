package io.mortise.itests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** How a person's own logins stand, as My Settings tells it. */
final class Mine {
    static final String PATH = "/api/me/connections";

    private Mine() {}

    /** As soon as the system has answered: one that is slow holds up no other and is asked on. */
    static JsonNode at(String connection, Http user) {
        AtomicReference<JsonNode> seen = new AtomicReference<>();
        Until.is(
                () -> {
                    seen.set(look(user, connection));
                    return !seen.get().path("trouble").asText().contains("has not answered yet");
                },
                Duration.ofMinutes(2),
                seen::get);
        return seen.get();
    }

    private static JsonNode look(Http user, String connection) {
        for (JsonNode each : user.get(PATH).items())
            if (each.path("id").asText().equals(connection)) return each;
        throw new AssertionError(connection + " isn't offered");
    }
}
