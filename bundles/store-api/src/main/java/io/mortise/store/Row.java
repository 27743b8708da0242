package io.mortise.store;

import io.mortise.model.Ref;
import java.time.Instant;
import java.util.Optional;

/**
 * A record of the hub as it is kept.
 *
 * @param version 1 when it is new, one more with each change
 * @param title what it is listed and sorted by
 * @param within the id of the organization that it lies in; for an organization its own id
 * @param words what it is found by: lower-case words, separated by blanks
 * @param fields the values as a JSON object by field name: what {@link Query} conditions look at
 * @param origins where each value comes from, in the engine's own JSON
 */
public record Row(
        Ref ref,
        long version,
        boolean active,
        String title,
        Optional<String> within,
        String words,
        String fields,
        String origins,
        Instant createdAt,
        Instant changedAt) {}
