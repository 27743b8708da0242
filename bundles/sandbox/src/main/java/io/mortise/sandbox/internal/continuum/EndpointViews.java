package io.mortise.sandbox.internal.continuum;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the objects of endpoints. What is known by itself is always there, parts such as {@code system} if asked for. */
final class EndpointViews {
    static final List<String> MINIMAL = List.of(
            "deviceName", "friendlyName", "resourceType", "endpointType", "ipAddress", "macAddress", "remoteAddress");
    static final List<String> PARTS = List.of("os", "system", "bios", "baseboard");
    private static final int MOST_FIELDS = 15;

    /** The parts that are asked for; names that the vendor doesn't know are passed over. */
    Set<String> fields(Request request) {
        String text = request.query().get("field").orElse("").trim();
        List<String> asked = text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*"));
        if (asked.size() > MOST_FIELDS) {
            throw new Refusal(400, "Maximum of 15 fields are allowed");
        }
        return Set.copyOf(asked);
    }

    ObjectNode grouped(List<Row> rows, String category, Set<String> parts) {
        ObjectNode view = Json.object();
        for (String each : category.equals("all") ? List.of("platform", "network", "cloud") : List.of(category)) {
            view.set(
                    each,
                    groups(
                            rows.stream()
                                    .filter(row -> row.text("category").equals(each))
                                    .toList(),
                            parts));
        }
        return view;
    }

    private static ArrayNode groups(List<Row> rows, Set<String> parts) {
        Map<String, ObjectNode> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            ObjectNode group = groups.computeIfAbsent(row.text("siteId"), site -> place(row, "companyID"));
            ObjectNode endpoint = Json.object().put("endpointID", Guid.of("endpoints", row.id()));
            endpoint.setAll(facts(row, parts));
            group.withArray("endpoints").add(endpoint);
        }
        return Json.array(groups.values().stream());
    }

    private static ObjectNode place(Row row, String companyName) {
        ObjectNode place = Json.object().put(companyName, Guid.of("companies", row.text("companyId")));
        return place.put("siteID", Guid.of("sites", row.text("siteId")));
    }

    ObjectNode detail(Row row, Set<String> asked) {
        ObjectNode view = place(row, "companyID").put("endpointID", Guid.of("endpoints", row.id()));
        Set<String> parts = asked.isEmpty() ? Set.of("os", "system") : asked;
        view.set(row.text("category"), facts(row, parts));
        return view;
    }

    private static ObjectNode facts(Row row, Set<String> parts) {
        ObjectNode view = Json.object();
        for (String name : MINIMAL) {
            view.set(name, row.get(name).isMissingNode() ? null : row.get(name));
        }
        for (String part : PARTS) {
            if (parts.contains(part) && !row.get(part).isMissingNode()) {
                view.set(part, row.get(part));
            }
        }
        return view.put("createdAt", row.createdAt().toString())
                .put("modifiedAt", row.updatedAt().toString());
    }

    ObjectNode heartbeat(List<Row> rows, Instant now) {
        Map<String, ObjectNode> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            ObjectNode group = groups.computeIfAbsent(row.text("siteId"), site -> place(row, "clientID"));
            ObjectNode beat = group.withArray("endpoints").addObject();
            beat.put("EndpointID", Guid.of("endpoints", row.id())).put("DcDateTimeUTC", now.toString());
            beat.put("Availability", row.flag("online"));
        }
        ObjectNode view = Json.object().put("status", "success");
        view.set("successfulRecords", Json.array(groups.values().stream()));
        view.putArray("failedRecords");
        return view;
    }
}
