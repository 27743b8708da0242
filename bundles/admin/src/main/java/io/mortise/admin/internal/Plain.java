package io.mortise.admin.internal;

import io.mortise.model.Declared;
import io.mortise.model.Entity;
import java.util.Map;

/** A record's values as JSON. */
final class Plain {
    private Plain() {}

    static Map<String, Object> of(Entity entity) {
        return Declared.type(entity.ref().type())
                .map(type -> entity.fields().plain(type))
                .orElse(Map.of());
    }
}
