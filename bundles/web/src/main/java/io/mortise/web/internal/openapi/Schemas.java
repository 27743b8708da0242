package io.mortise.web.internal.openapi;

import io.mortise.api.Routes.Shape;
import io.mortise.model.Content;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** JSON Schemas of shapes; what has a name is told once, under that name. For one document; not thread-safe. */
final class Schemas {
    private static final Map<String, Object> BYTES = Map.of("type", "string", "format", "binary");

    private final Map<String, Object> named = new TreeMap<>();
    private final Map<String, Class<?>> owners = new TreeMap<>();
    private final Types types = new Types(this::record);

    Map<String, Object> all() {
        return named;
    }

    Map<String, Object> in(Shape<?> shape) {
        if (shape.java() == Content.class) return BYTES;
        if (shape.type().isEmpty()) return types.of(shape.java());
        EntityType type = shape.type().get();
        return object(Map.of("fields", fields(type)), List.of("fields"));
    }

    Map<String, Object> out(Shape<?> shape) {
        if (shape.java() == Content.class) return BYTES;
        Map<String, Object> one = shape.type().map(this::entity).orElseGet(() -> types.of(shape.java()));
        if (!shape.list()) return one;
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("items", Map.of("type", "array", "items", one));
        list.put("next", Map.of("type", List.of("string", "null"), "description", "give it as after; null at the end"));
        return object(list, List.of("items", "next"));
    }

    Map<String, Object> problem() {
        if (!named.containsKey("Problem")) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("type", Map.of("type", "string", "format", "uri-reference"));
            members.put("title", Map.of("type", "string"));
            members.put("status", Map.of("type", "integer"));
            members.put("detail", Map.of("type", "string", "description", "what is wrong and what to do"));
            members.put("instance", Map.of("type", "string", "format", "uri-reference"));
            members.put("fields", Map.of("type", "object", "additionalProperties", Map.of("type", "string")));
            members.put("current", Map.of("description", "how the record stands now"));
            members.put("incident", Map.of("type", "string", "description", "a number to quote"));
            named.put("Problem", object(members, List.of("type", "title", "status", "detail")));
        }
        return Types.ref("Problem");
    }

    private Map<String, Object> entity(EntityType type) {
        if (!named.containsKey(type.name())) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("id", Map.of("type", "string"));
            members.put("type", Map.of("type", "string", "const", type.name()));
            members.put("version", Map.of("type", "integer", "format", "int64"));
            members.put("lifecycle", Map.of("type", "string", "enum", List.of("ACTIVE", "DEACTIVATED")));
            members.put("fields", fields(type));
            List<String> always = List.copyOf(members.keySet());
            members.put("changedAt", Map.of("type", "string", "format", "date-time"));
            named.put(type.name(), object(members, always));
        }
        return Types.ref(type.name());
    }

    private Map<String, Object> fields(EntityType type) {
        String name = type.name() + ".fields";
        if (!named.containsKey(name)) {
            Map<String, Object> members = new LinkedHashMap<>();
            for (Field<?> field : type.fields()) members.put(field.name(), Kinds.schema(field));
            named.put(name, object(members, List.of()));
        }
        return Types.ref(name);
    }

    /** Its name is kept before its members are looked at, so that a record may hold itself. */
    private Map<String, Object> record(Class<?> type) {
        String name = name(type);
        if (owners.putIfAbsent(name, type) == null) {
            Map<String, Object> members = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                Type of = component.getGenericType();
                members.put(component.getName(), types.of(of));
                if (component.getType() != Optional.class) required.add(component.getName());
            }
            named.put(name, object(members, required));
        }
        return Types.ref(name);
    }

    private String name(Class<?> type) {
        String shortest = type.getEnclosingClass() == null
                ? type.getSimpleName()
                : type.getEnclosingClass().getSimpleName() + type.getSimpleName();
        boolean free = !owners.containsKey(shortest) || owners.get(shortest) == type;
        return free && !shortest.equals("Problem") ? shortest : type.getName().replace('$', '.');
    }

    private static Map<String, Object> object(Map<String, Object> members, List<String> required) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", members);
        if (!required.isEmpty()) schema.put("required", required);
        return schema;
    }
}
