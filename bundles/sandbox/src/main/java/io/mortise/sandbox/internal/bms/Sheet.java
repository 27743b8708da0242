package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A data transfer object: its fields in their order. A field is what the row stores under its name, else what the
 * labels make of the row, else what stands after its equals sign, else null.
 */
final class Sheet {
    private final Labels labels;
    private final Map<String, JsonNode> fields = new LinkedHashMap<>();

    /** @param text names, some with a JSON value: {@code name isActive=true} */
    Sheet(Labels labels, String text) {
        this.labels = labels;
        for (String field : text.trim().split("\\s+")) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], parts.length == 1 ? NullNode.instance : json(parts[1]));
        }
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    List<String> names() {
        return List.copyOf(fields.keySet());
    }

    Optional<String> named(String anyCase) {
        return fields.keySet().stream().filter(anyCase::equalsIgnoreCase).findFirst();
    }

    ObjectNode of(Row row) {
        ObjectNode view = Json.object();
        fields.keySet().forEach(field -> view.set(field, value(row, field)));
        return view;
    }

    JsonNode value(Row row, String field) {
        JsonNode stored = row.get(field);
        if (!stored.isMissingNode() && !stored.isNull()) {
            return stored;
        }
        return switch (field) {
            case "id" -> id(row.id());
            case "createdOn" -> TextNode.valueOf(row.createdAt().toString());
            case "modifiedOn" -> TextNode.valueOf(row.updatedAt().toString());
            case "modifiedBy" -> row.get("createdBy").isNumber() ? row.get("createdBy") : fields.get(field);
            default -> labels.of(row, field).orElse(fields.get(field));
        };
    }

    static JsonNode id(String id) {
        long number = Long.parseLong(id);
        return Json.value(number == (int) number ? (Object) (int) number : (Object) number);
    }
}
