package io.mortise.web.internal.openapi;

import io.mortise.model.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Schemas of the Java types that a record's components may have; records themselves are asked for by name. */
final class Types {
    private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(Double.class, Map.of("type", "number")),
            Map.entry(BigDecimal.class, Map.of("type", "number")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
            Map.entry(LocalTime.class, Map.of("type", "string")),
            Map.entry(Duration.class, Map.of("type", "string", "format", "duration")),
            Map.entry(URI.class, Map.of("type", "string", "format", "uri-reference")),
            Map.entry(Secret.class, Map.of("type", "string", "writeOnly", true)));

    private final Function<Class<?>, Map<String, Object>> records;

    Types(Function<Class<?>, Map<String, Object>> records) {
        this.records = records;
    }

    static Map<String, Object> ref(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /** A type that no rule knows is any JSON. */
    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) return of((Class<?>) generic.getRawType(), generic);
        if (!(type instanceof Class<?> plain)) return Map.of();
        if (PLAIN.containsKey(plain)) return PLAIN.get(plain);
        if (plain.isRecord()) return records.apply(plain);
        if (plain.isEnum()) {
            List<String> names = Arrays.stream(plain.getEnumConstants())
                    .map(Object::toString)
                    .toList();
            return Map.of("type", "string", "enum", names);
        }
        return Map.of();
    }

    private Map<String, Object> of(Class<?> raw, ParameterizedType generic) {
        Type[] parts = generic.getActualTypeArguments();
        if (raw == Optional.class) return Map.of("anyOf", List.of(of(parts[0]), Map.of("type", "null")));
        if (Set.class.isAssignableFrom(raw)) return Map.of("type", "array", "uniqueItems", true, "items", of(parts[0]));
        if (Collection.class.isAssignableFrom(raw)) return Map.of("type", "array", "items", of(parts[0]));
        if (Map.class.isAssignableFrom(raw)) return Map.of("type", "object", "additionalProperties", of(parts[1]));
        return raw.isRecord() ? records.apply(raw) : Map.of();
    }
}
