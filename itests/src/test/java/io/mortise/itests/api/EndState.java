package io.mortise.itests.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mortise.itests.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What three simulated systems and the hub hold, a line for each record, in a form in which two runs can be compared:
 * ids become the names of what they stand for, times and order are left out.
 */
record EndState(List<String> lines) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Enough to tell records apart, whatever their system calls it. */
    private static final List<String> NAMES = List.of(
            "name",
            "accountName",
            "locationName",
            "OrgName",
            "ComputerName",
            "AssetName",
            "first-name",
            "firstName",
            "lastName",
            "serial-number",
            "serialNumber",
            "serial",
            "OrgRef");

    private static final Set<String> MOMENTS = Set.of(
            "createdOn",
            "modifiedOn",
            "createdBy",
            "modifiedBy",
            "id",
            "lastSeen",
            "online",
            "currentUser",
            "versions");
    private static final List<String> HUB = List.of("organizations", "locations", "contacts", "configurations");

    static EndState of(Product product) {
        List<String> lines = new ArrayList<>();
        for (Vendor vendor : Vendor.all(product)) lines.addAll(lines(vendor.everything()));
        Http admin = Hub.signedIn(product, "admin");
        Map<String, List<JsonNode>> hub = new TreeMap<>();
        for (String type : HUB) hub.put(type, Hub.all(admin, "/api/" + type + "?inactive=true", 200));
        lines.addAll(lines(hub));
        Hub.all(admin, "/api/sync/questions", 200)
                .forEach(question ->
                        lines.add("question " + question.path("kind").asText() + " "
                                + question.path("text").asText()));
        return new EndState(lines.stream().sorted().toList());
    }

    private static List<String> lines(Map<String, List<JsonNode>> records) {
        Map<String, String> names = new TreeMap<>();
        records.forEach(
                (type, all) -> all.forEach(record -> names.put(record.path("id").asText(), type + ":" + name(record))));
        List<String> lines = new ArrayList<>();
        records.forEach((type, all) -> all.forEach(record -> lines.add(
                type + " " + record.path("lifecycle").asText() + " " + comparable(record.path("fields"), names))));
        return lines;
    }

    private static String name(JsonNode record) {
        return String.join(
                "|",
                NAMES.stream()
                        .map(field -> record.path("fields").path(field).asText(""))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private static String comparable(JsonNode value, Map<String, String> names) {
        if (value.isArray()) {
            Stream<JsonNode> items = StreamSupport.stream(value.spliterator(), false);
            return items.map(item -> comparable(item, names)).sorted().toList().toString();
        }
        if (!value.isObject()) return names.getOrDefault(value.asText(), value.toString());
        if (value.has("type") && value.has("id") && value.size() == 2)
            return names.getOrDefault(value.path("id").asText(), value.toString());
        Map<String, String> fields = new TreeMap<>();
        JSON.<Map<String, JsonNode>>convertValue(value, new com.fasterxml.jackson.core.type.TypeReference<>() {})
                .forEach((field, inner) -> {
                    if (!MOMENTS.contains(field)) fields.put(field, comparable(inner, names));
                });
        return fields.toString();
    }

    /** The first lines that only one of the two has. */
    String difference(EndState other) {
        List<String> more = new ArrayList<>(lines);
        other.lines.forEach(more::remove);
        List<String> less = new ArrayList<>(other.lines);
        lines.forEach(less::remove);
        return more.size() + " only here:\n"
                + String.join("\n", more.stream().limit(8).toList()) + "\n" + less.size() + " only there:\n"
                + String.join("\n", less.stream().limit(8).toList());
    }
}
