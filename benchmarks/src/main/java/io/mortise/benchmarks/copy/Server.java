package io.mortise.benchmarks.copy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** What a {@link Shelf} counts, asked from outside. */
final class Server {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;

    Server(URI base) {
        this.base = base;
    }

    URI base() {
        return base;
    }

    /** Requests that wrote, since the last reset. */
    long writes() throws IOException, InterruptedException {
        JsonNode count = json.readTree(
                http.send(HttpRequest.newBuilder(base.resolve("/count")).build(), BodyHandlers.ofString())
                        .body());
        return count.path("posts").asLong() + count.path("patches").asLong();
    }

    /** The target is empty again, and nothing was written. */
    void reset() throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(base.resolve("/reset"))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());
    }
}
