package io.mortise.benchmarks.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the first sync of tickets stands, as an admin sees it.
 *
 * @param read tickets whose notes have been read
 * @param ready when it will be through, as the product says; the latest of its types, empty while one doesn't know
 * @param through have tickets, their notes and the time spent on them been read?
 * @param limit requests to one endpoint in each window that are ours; 0 before any was made
 */
public record Standing(
        Instant at, long read, Optional<Instant> ready, boolean through, long limit, double windowSeconds) {
    private static final List<String> TYPES = List.of("ticket", "ticketNote", "timeLog");

    /** @param connections as the API lists them */
    public static Standing of(JsonNode connections, Instant at) {
        Optional<Instant> ready = Optional.empty();
        boolean through = true;
        boolean known = true;
        int seen = 0;
        JsonNode notes = null;
        for (JsonNode connection : connections)
            for (JsonNode type : connection.path("types")) {
                if (!connection.path("id").asText().equals("bms")
                        || !TYPES.contains(type.path("type").asText())) continue;
                seen++;
                if (type.path("type").asText().equals("ticketNote")) notes = type;
                boolean over = isOver(type);
                through &= over;
                boolean runs = type.path("state").asText().equals("running");
                JsonNode end = type.path("readyAt");
                known &= over || !runs || end.isTextual();
                if (end.isTextual()
                        && ready.filter(Instant.parse(end.asText())::isBefore).isEmpty())
                    ready = Optional.of(Instant.parse(end.asText()));
            }
        JsonNode budget = notes == null ? null : notes.at("/budgets/0");
        return new Standing(
                at,
                notes == null ? 0 : notes.path("inside").path("read").asLong(),
                known ? ready : Optional.empty(),
                through && seen == TYPES.size(),
                budget == null ? 0 : budget.path("limit").asLong(),
                budget == null ? 0 : budget.path("windowSeconds").asDouble());
    }

    /** Read once, with all that lies in it; it may be read for changes since. */
    private static boolean isOver(JsonNode type) {
        JsonNode inside = type.path("inside");
        return type.path("freshAt").isTextual()
                && inside.path("read").asLong() == inside.path("all").asLong();
    }
}
