package io.mortise.web.internal.openapi;

import io.mortise.model.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Schemas of a record's fields, by their kind; each may be null, which is none. */
final class Kinds {
    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Map<String, Object>> BY_NAME = Map.ofEntries(
            Map.entry("text", TEXT),
            Map.entry("rich", Map.of("type", "string", "contentMediaType", "text/html")),
            Map.entry("flag", Map.of("type", "boolean")),
            Map.entry("whole", Map.of("type", "integer", "format", "int64")),
            Map.entry("decimal", Map.of("type", "string", "pattern", "^-?\\d+(\\.\\d+)?$")),
            Map.entry("moment", Map.of("type", "string", "format", "date-time")),
            Map.entry("day", Map.of("type", "string", "format", "date")),
            Map.entry("time", Map.of("type", "string", "pattern", "^\\d\\d:\\d\\d$")),
            Map.entry("span", Map.of("type", "string", "format", "duration")),
            Map.entry("choice", pair("key", "label")),
            Map.entry("labelled", pair("value", "label")),
            Map.entry("ref", pair("type", "id")),
            Map.entry("secret", Map.of("type", "string", "writeOnly", true)),
            Map.entry("json", Map.of("type", "object")));

    private Kinds() {}

    static Map<String, Object> schema(Field<?> field) {
        Map<String, Object> schema =
                new LinkedHashMap<>(nullable(of(field.kind().name())));
        schema.put("title", field.label());
        if (field.isViewOnly()) schema.put("readOnly", true);
        return schema;
    }

    private static Map<String, Object> of(String kind) {
        if (kind.startsWith("set<")) return Map.of("type", "array", "uniqueItems", true, "items", of(inside(kind)));
        if (kind.startsWith("list<")) return Map.of("type", "array", "items", of(inside(kind)));
        return BY_NAME.getOrDefault(kind, Map.of());
    }

    private static String inside(String kind) {
        return kind.substring(kind.indexOf('<') + 1, kind.length() - 1);
    }

    private static Map<String, Object> nullable(Map<String, Object> schema) {
        Map<String, Object> either = new LinkedHashMap<>(schema);
        either.computeIfPresent("type", (name, type) -> List.of(type, "null"));
        return either;
    }

    private static Map<String, Object> pair(String first, String second) {
        return Map.of(
                "type", "object", "properties", Map.of(first, TEXT, second, TEXT), "required", List.of(first, second));
    }
}
