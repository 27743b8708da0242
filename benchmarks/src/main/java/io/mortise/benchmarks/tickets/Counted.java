package io.mortise.benchmarks.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Optional;

/** What the simulated PSA itself has counted. */
final class Counted {
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI psa;

    Counted(URI psa) {
        this.psa = psa;
    }

    /** Requests to one endpoint. */
    record Route(String name, long calls) {}

    /** The endpoint of tickets, their parts and the time spent on them that was called most. */
    Route busiest() throws IOException, InterruptedException {
        Route busiest = new Route("", 0);
        for (JsonNode item : read("/_sandbox/requests").path("items")) {
            String endpoint = item.path("endpoint").asText();
            long count = item.path("count").asLong();
            boolean ofTickets = endpoint.contains("/tickets") || endpoint.contains("/timelogs");
            if (ofTickets && count > busiest.calls())
                busiest = new Route(item.path("method").asText() + " " + endpoint, count);
        }
        return busiest;
    }

    long refused() throws IOException, InterruptedException {
        long refused = 0;
        for (JsonNode item : read("/_sandbox/requests").path("items"))
            if (item.path("status").asInt() == 429)
                refused += item.path("count").asLong();
        return refused;
    }

    /** When the first request arrived; to be asked before many have. */
    Optional<Instant> began() throws IOException, InterruptedException {
        JsonNode first = read("/_sandbox/calls?limit=1").at("/items/0");
        if (first.path("seq").asLong() > 1) throw new IllegalStateException("The first request isn't known any more");
        return first.isMissingNode()
                ? Optional.empty()
                : Optional.of(Instant.parse(first.path("time").asText()));
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(psa.resolve(path)).build();
        return json.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}
