package io.mortise.sync.internal.engine;

import io.mortise.model.EntityType;
import java.util.List;

/** The record types that there are now, vendors' own fields included. */
@FunctionalInterface
public interface Types {
    /** Parents first: a type comes after every type that it refers to and lies within. */
    List<EntityType> all();

    /** @throws IllegalArgumentException if no installed bundle declares it */
    default EntityType type(String name) {
        return all().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no record type is called " + name));
    }

    /** Those that lie within records of this type. */
    default List<EntityType> inside(String name) {
        return all().stream()
                .filter(type -> type.within()
                        .map(field -> field.targets().contains(name))
                        .orElse(false))
                .toList();
    }
}
