package io.mortise.records.internal;

import io.mortise.api.Refusal;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import java.util.List;
import java.util.Optional;

/** The record types there are. */
final class Lexicon {
    private static final List<EntityType> TYPES =
            List.of(Organization.TYPE, Location.TYPE, Contact.TYPE, Configuration.TYPE);

    Optional<EntityType> find(String name) {
        return TYPES.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    EntityType type(String name) {
        return find(name)
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "There are no records of type " + name + "."));
    }

    List<EntityType> all() {
        return TYPES;
    }
}
