package io.mortise.connector.bms.internal;

import io.mortise.connector.Observation;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Times;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What all of BMS's records carry besides their fields. */
final class Seen {
    private Seen() {}

    static String id(Json row) {
        return maybe(row).orElseThrow();
    }

    static Optional<String> maybe(Json row) {
        return Ids.read(row.at("id"));
    }

    static Optional<Instant> changedAt(Json row) {
        return Times.told(row.at("modifiedOn"));
    }

    static Observation of(EntityType type, String id, Mapping mapping, Json row, Consumer<Field<?>> unread) {
        return of(type, id, mapping.read(row, unread), row);
    }

    static Observation of(EntityType type, String id, Fields fields, Json row) {
        Observation seen = Observation.of(type, id, fields);
        seen = changedAt(row).map(seen::changedAt).orElse(seen);
        return row.at("modifiedBy").text().map(seen::changedBy).orElse(seen);
    }
}
