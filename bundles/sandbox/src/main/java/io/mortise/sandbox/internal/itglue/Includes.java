package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.BadRequest;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code include=}: linkage goes into relationships, each included record once into the top-level array. */
final class Includes {
    private static final String ADAPTERS = "adapters-resources";
    private static final String INTERFACES = "configuration-interfaces";
    private static final String LOCATION = "location";

    private final Store store;
    private final Catalog catalog;

    Includes(Store store, Catalog catalog) {
        this.store = store;
        this.catalog = catalog;
    }

    /** The asked includes in kebab-case; one that the resource does not document is refused. */
    List<String> asked(Spec spec, Request request) {
        String text = request.query().get("include").orElse("");
        List<String> names = Stream.of(text.split(","))
                .map(name -> name.trim().replace('_', '-'))
                .filter(name -> !name.isEmpty())
                .toList();
        for (String name : names) {
            if (!spec.includes().contains(name)) {
                throw new BadRequest("Invalid include: " + name);
            }
        }
        return names;
    }

    ObjectNode relationships(Spec spec, Row row, List<String> include) {
        ObjectNode relationships = Json.object();
        for (String name : include) {
            ObjectNode relationship = relationships.putObject(name);
            List<ObjectNode> linkage = linkage(spec, row, name);
            if (name.equals(LOCATION)) {
                relationship.set("data", linkage.isEmpty() ? null : linkage.get(0));
            } else {
                relationship.set("data", Json.array(linkage.stream()));
            }
        }
        return relationships;
    }

    private List<ObjectNode> linkage(Spec spec, Row row, String include) {
        return switch (include) {
            case ADAPTERS -> row.text("psa-id").isEmpty() ? List.of() : List.of(link(row.id(), ADAPTERS));
            case INTERFACES ->
                interfacesOf(row).map(each -> link(each.id(), INTERFACES)).toList();
            case LOCATION ->
                row.text("location-id").isEmpty() ? List.of() : List.of(link(row.text("location-id"), "locations"));
            default -> List.of();
        };
    }

    private static ObjectNode link(String id, String type) {
        return Json.object().put("id", id).put("type", type);
    }

    private Stream<Row> interfacesOf(Row configuration) {
        return store.table(INTERFACES).stream()
                .filter(each -> each.text("configuration-id").equals(configuration.id()));
    }

    ArrayNode included(Spec spec, List<Row> rows, Request request, List<String> include, Documents documents) {
        Map<String, ObjectNode> found = new LinkedHashMap<>();
        for (Row row : rows) {
            for (String name : include) {
                for (ObjectNode link : linkage(spec, row, name)) {
                    found.computeIfAbsent(link.toString(), key -> resource(row, link, request, documents));
                }
            }
        }
        return Json.array(found.values().stream());
    }

    private ObjectNode resource(Row owner, ObjectNode link, Request request, Documents documents) {
        String type = link.get("type").asText();
        if (type.equals(ADAPTERS)) {
            ObjectNode resource = link.deepCopy();
            resource.putObject("attributes").put("remote-id", owner.text("psa-id"));
            resource.putObject("relationships");
            return resource;
        }
        return store.table(type)
                .find(link.get("id").asText())
                .map(row -> documents.resource(catalog.get(type), row, request, List.of()))
                .orElse(link);
    }
}
