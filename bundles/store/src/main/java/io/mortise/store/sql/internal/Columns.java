package io.mortise.store.sql.internal;

import io.mortise.model.Declared;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which paths of which types lie in columns of the table of lists. Values that many rows share have an index by last
 * change, values that have an order have one in that order.
 *
 * @param byType by type and path, the column
 */
record Columns(Map<String, Map<String, String>> byType) {
    /** A database index takes no more than some 2,700 bytes. */
    private static final int INDEXED = 200;

    static final List<String> SHARED = List.of("f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8");
    static final List<String> ORDERED = List.of("o1", "o2", "o3", "o4", "o5", "o6", "o7", "o8");

    /** What the model's types say. */
    static Columns declared() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (EntityType type : Declared.TYPES) {
            Map<String, String> columns = new LinkedHashMap<>();
            for (Field<?> field : type.fields()) if (field.isIndexed()) add(columns, field);
            if (!columns.isEmpty()) all.put(type.name(), Map.copyOf(columns));
        }
        return new Columns(Map.copyOf(all));
    }

    private static void add(Map<String, String> columns, Field<?> field) {
        switch (field.kind().name()) {
            case "choice" -> {
                columns.put(field.name() + ".key", next(columns, SHARED, field));
                columns.put(field.name() + ".label", next(columns, ORDERED, field));
            }
            case "ref" -> columns.put(field.name() + ".id", next(columns, SHARED, field));
            default -> columns.put(field.name(), next(columns, ORDERED, field));
        }
    }

    private static String next(Map<String, String> taken, List<String> columns, Field<?> field) {
        return columns.stream()
                .filter(column -> !taken.containsValue(column))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no column is left to index " + field));
    }

    boolean has(String type) {
        return byType.containsKey(type);
    }

    Map<String, String> of(String type) {
        return byType.getOrDefault(type, Map.of());
    }

    Optional<String> column(String type, String path) {
        return Optional.ofNullable(of(type).get(path));
    }

    /** Equal texts mean equal contents of the columns. */
    String signature(String type) {
        return of(type).entrySet().stream()
                .map(each -> each.getValue() + "=" + each.getKey())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** What a column holds of a text. */
    static String indexed(String text) {
        return text.codePointCount(0, text.length()) <= INDEXED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, INDEXED));
    }
}
