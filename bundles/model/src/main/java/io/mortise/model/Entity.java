package io.mortise.model;

import java.util.Optional;

/** One record of the hub as it stood at {@code version}. Versions of a record only grow; compare them for equality. */
public record Entity(Ref ref, long version, Fields fields) {
    public String id() {
        return ref.id();
    }

    public <T> Optional<T> get(Field<T> field) {
        return fields.get(field);
    }

    public boolean isActive() {
        return fields.get(EntityType.ACTIVE).orElse(true);
    }
}
