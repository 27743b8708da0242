package io.mortise.itests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How full a vendor's windows were, wherever they begin, by its own list of requests. */
final class Windows {
    private Windows() {}

    /** By endpoint: the most requests that any window of this length saw. */
    static Map<String, Integer> fullest(List<JsonNode> calls, Duration length) {
        Map<String, List<Instant>> times = new TreeMap<>();
        for (JsonNode call : calls)
            times.computeIfAbsent(
                            call.path("method").asText() + " "
                                    + call.path("endpoint").asText(),
                            route -> new ArrayList<>())
                    .add(Instant.parse(call.path("time").asText()));
        Map<String, Integer> fullest = new TreeMap<>();
        times.forEach((route, at) -> fullest.put(route, fullestOf(at, length)));
        return fullest;
    }

    private static int fullestOf(List<Instant> at, Duration length) {
        int most = 0;
        for (int last = 0, first = 0; last < at.size(); last++) {
            while (!at.get(first).plus(length).isAfter(at.get(last))) first++;
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
