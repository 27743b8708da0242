package io.mortise.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Values by field, immutable, each in its canonical form. A field is in one of three states: not mentioned, mentioned
 * as none, or a value. In an observation "not mentioned" means the vendor didn't show it; in an edit or a write it
 * means leave it alone, and none means clear it.
 */
public final class Fields {
    public static final Fields NONE = new Fields(new TreeMap<>());
    private static final Object CLEARED = new Object();
    private final TreeMap<String, Object> values;

    private Fields(TreeMap<String, Object> values) {
        this.values = values;
    }

    public static Builder with() {
        return new Builder(new TreeMap<>());
    }

    public static <T> Fields of(Field<T> field, T value) {
        return with().set(field, value).build();
    }

    public Builder but() {
        return new Builder(new TreeMap<>(values));
    }

    /** These, and in their place what {@code over} mentions, none among it. */
    public Fields overlaid(Fields over) {
        TreeMap<String, Object> all = new TreeMap<>(values);
        all.putAll(over.values);
        return new Fields(all);
    }

    /** What is mentioned of some fields. */
    public Fields only(Collection<? extends Field<?>> fields) {
        Builder some = with();
        for (Field<?> field : fields) if (mentions(field)) some.copy(field, this);
        return some.build();
    }

    public <T> Optional<T> get(Field<T> field) {
        return field.in(mentions(field) && values.get(field.name()) != CLEARED ? values.get(field.name()) : null);
    }

    public boolean mentions(Field<?> field) {
        return values.containsKey(field.name());
    }
    /** The names mentioned, in order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** The JSON form: one entry per mentioned field of the type, null for none. Secrets are left out. */
    public Map<String, Object> plain(EntityType type) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (Field<?> f : type.fields()) if (mentions(f) && !f.isSecret()) out.put(f.name(), plain(f));
        return out;
    }
    /** The inverse of {@link #plain}. An unknown name or a value of the wrong kind is an IllegalArgumentException that says which. */
    public static Fields read(EntityType type, Map<String, ?> plain) {
        Builder b = with();
        plain.forEach((name, v) -> b.read(
                type.field(name).orElseThrow(() -> new IllegalArgumentException(type.name() + " has no " + name)), v));
        return b.build();
    }

    private <T> Object plain(Field<T> f) {
        return get(f).map(f.kind()::plain).orElse(null);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Fields f && f.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
    /** Names only: values may be personal. */
    @Override
    public String toString() {
        return "Fields" + values.keySet();
    }

    /** Not thread-safe; one {@link #build}. */
    public static final class Builder {
        private final TreeMap<String, Object> values;

        private Builder(TreeMap<String, Object> values) {
            this.values = values;
        }
        /** Empty text and empty collections count as none. */
        public <T> Builder set(Field<T> field, T value) {
            T canonical = field.canonical(value);
            values.put(field.name(), field.kind().isNone(canonical) ? CLEARED : canonical);
            return this;
        }
        /** Mentions the field: its value, or none. What mappings use. */
        public <T> Builder set(Field<T> field, Optional<? extends T> value) {
            return value.isPresent() ? set(field, value.get()) : clear(field);
        }

        public Builder clear(Field<?> field) {
            values.put(field.name(), CLEARED);
            return this;
        }

        /** Mentions the field: its value in {@code from}, or none. */
        public Builder copy(Field<?> field, Fields from) {
            values.put(field.name(), from.values.getOrDefault(field.name(), CLEARED));
            return this;
        }

        private <T> void read(Field<T> f, Object v) {
            if (v == null) clear(f);
            else set(f, f.kind().value(v));
        }

        public Fields build() {
            return new Fields(new TreeMap<>(values));
        }
    }
}
