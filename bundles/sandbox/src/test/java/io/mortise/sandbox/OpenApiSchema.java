package io.mortise.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares an answer with a schema of an OpenAPI document: every field there, none too many, each of its type. */
final class OpenApiSchema {
    private final JsonNode schemas;
    private final List<String> faults = new ArrayList<>();

    OpenApiSchema(JsonNode document) {
        this.schemas = document.at("/components/schemas");
    }

    List<String> faults(JsonNode value, JsonNode schema) {
        faults.clear();
        check("", value, schema);
        return List.copyOf(faults);
    }

    private JsonNode resolved(JsonNode schema) {
        String ref = schema.path("$ref").asText("");
        return ref.isEmpty() ? schema : schemas.path(ref.substring(ref.lastIndexOf('/') + 1));
    }

    private void check(String place, JsonNode value, JsonNode given) {
        JsonNode schema = resolved(given);
        if (value.isNull()) {
            // A reference cannot say that it may be null, and error and result are null by turns.
            if (!schema.path("nullable").asBoolean() && !given.has("$ref")) {
                faults.add(place + " is null");
            }
            return;
        }
        switch (schema.path("type").asText("")) {
            case "object" -> object(place, value, schema);
            case "array" -> array(place, value, schema);
            default -> plain(place, value, schema);
        }
    }

    private void object(String place, JsonNode value, JsonNode schema) {
        if (!value.isObject()) {
            faults.add(place + " is no object");
            return;
        }
        if (!schema.has("properties")) {
            return;
        }
        JsonNode properties = schema.get("properties");
        value.fieldNames().forEachRemaining(name -> {
            if (!properties.has(name)) {
                faults.add(place + "/" + name + " is unknown");
            }
        });
        properties.properties().forEach(property -> {
            if (value.has(property.getKey())) {
                check(place + "/" + property.getKey(), value.get(property.getKey()), property.getValue());
            } else {
                faults.add(place + "/" + property.getKey() + " is missing");
            }
        });
    }

    private void array(String place, JsonNode value, JsonNode schema) {
        if (!value.isArray()) {
            faults.add(place + " is no array");
            return;
        }
        for (JsonNode item : value) {
            check(place + "/*", item, schema.get("items"));
        }
    }

    private void plain(String place, JsonNode value, JsonNode schema) {
        boolean fits = switch (schema.path("type").asText("")) {
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "string" -> value.isTextual() && format(value.asText(), schema);
            default -> true;
        };
        if (!fits) {
            faults.add(place + " is " + value.getNodeType().name().toLowerCase(Locale.ROOT) + " " + value
                    + " instead of " + schema);
        }
    }

    private static boolean format(String text, JsonNode schema) {
        return switch (schema.path("format").asText("")) {
            case "date-time" -> text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
            case "date-span" -> text.matches("\\d\\d:\\d\\d:\\d\\d");
            case "uuid" -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            default -> true;
        };
    }
}
