package io.mortise.benchmarks.swap;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.benchmarks.product.Api;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Looks whether the sync goes on. */
final class SyncWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api api;

    SyncWatch(Api api) {
        this.api = api;
    }

    /** Until a type of this connection has been read through once more, and no connection has anything to complain of. */
    void awaitReadSince(Instant moment, String connection) throws IOException, InterruptedException {
        Instant end = moment.plus(PATIENCE);
        JsonNode all = api.items("/api/sync/connections");
        while (!wasRead(all, connection, moment) || complains(all)) {
            if (Instant.now().isAfter(end)) throw new IllegalStateException("The sync doesn't go on: " + all);
            Thread.sleep(500);
            all = api.items("/api/sync/connections");
        }
    }

    private static boolean wasRead(JsonNode all, String connection, Instant moment) {
        for (JsonNode one : all)
            if (one.path("id").asText().equals(connection))
                for (JsonNode type : one.path("types"))
                    if (type.path("freshAt").isTextual()
                            && Instant.parse(type.path("freshAt").asText()).isAfter(moment)) return true;
        return false;
    }

    private static boolean complains(JsonNode all) {
        for (JsonNode one : all) {
            if (!one.path("trouble").asText().isEmpty()) return true;
            for (JsonNode type : one.path("types"))
                if (!type.path("error").asText().isEmpty()) return true;
        }
        return false;
    }
}
