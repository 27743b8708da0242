package io.mortise.sync.internal.link;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import java.util.Map;
import java.util.TreeMap;

/** Fields as a map of canonical Java values by name, null for none: the form that the pure parts work on. */
public final class Values {
    private Values() {}

    public static Map<String, Object> of(EntityType type, Fields fields) {
        Map<String, Object> values = new TreeMap<>();
        for (Field<?> field : type.fields())
            if (fields.mentions(field))
                values.put(field.name(), fields.get(field).orElse(null));
        return values;
    }

    /** Names that the type doesn't know are left out. */
    public static Fields fields(EntityType type, Map<String, Object> values) {
        Fields.Builder builder = Fields.with();
        for (Field<?> field : type.fields())
            if (values.containsKey(field.name())) set(builder, field, values.get(field.name()));
        return builder.build();
    }

    public static Object plain(EntityType type, String name, Object value) {
        return value == null ? null : plain(field(type, name), value);
    }

    /** The inverse of {@link #plain}, canonical. */
    public static Object value(EntityType type, String name, Object plain) {
        return plain == null ? null : canonical(field(type, name), plain);
    }

    @SuppressWarnings("unchecked") // the value came from a field of this name
    private static <T> void set(Fields.Builder builder, Field<T> field, Object value) {
        if (value == null) builder.clear(field);
        else builder.set(field, (T) value);
    }

    @SuppressWarnings("unchecked") // the value came from a field of this name
    private static <T> Object plain(Field<T> field, Object value) {
        return field.kind().plain((T) value);
    }

    private static <T> Object canonical(Field<T> field, Object plain) {
        return field.canonical(field.kind().value(plain));
    }

    private static Field<?> field(EntityType type, String name) {
        return type.field(name).orElseThrow(() -> new IllegalArgumentException(type + " has no " + name));
    }
}
