package io.mortise.connector.continuum.internal;

import io.mortise.connector.Observation;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Sight;
import io.mortise.connector.http.Times;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a record of one type carries besides its fields.
 *
 * @param id the name of its id
 * @param changed the name of the time of its last change
 */
record Seen(EntityType type, String id, String changed, Mapping mapping) {
    Optional<String> id(Json row) {
        return Ids.read(row.at(id));
    }

    Sight sight() {
        return new Sight(type, this::id, this::changedAt, this::observe);
    }

    private Optional<Instant> changedAt(Json row) {
        return Times.told(row.at(changed));
    }

    private Observation observe(Json row, Consumer<Field<?>> unread) {
        Observation seen = Observation.of(type, id(row).orElseThrow(), mapping.read(row, unread));
        return changedAt(row).map(seen::changedAt).orElse(seen);
    }

    /** The part of a row under this name; none if it isn't told, unreadable if it is no object. */
    static Json part(Json row, String name) {
        Json part = row.at(name);
        if (!part.isNone() && (part.isList() || part.text().isPresent() || part.isFlag()))
            throw new IllegalArgumentException("not an object");
        return part;
    }
}
