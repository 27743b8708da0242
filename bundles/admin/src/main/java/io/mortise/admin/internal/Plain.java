package io.mortise.admin.internal;

import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import java.util.List;
import java.util.Map;

/** A record's values as JSON. */
final class Plain {
    private static final List<EntityType> TYPES =
            List.of(Organization.TYPE, Location.TYPE, Contact.TYPE, Configuration.TYPE);

    private Plain() {}

    static Map<String, Object> of(Entity entity) {
        return TYPES.stream()
                .filter(type -> type.name().equals(entity.ref().type()))
                .findFirst()
                .map(type -> entity.fields().plain(type))
                .orElse(Map.of());
    }
}
