package io.mortise.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A small piece of JSON under a name: a cursor, a connection, a user, a session.
 *
 * @param version 1 when it is new, one more with each change
 * @param until when it stops to exist
 */
public record Document(Name name, long version, String json, Optional<Instant> until) {
    /** @param owner whose it is; "" for the platform's own */
    public record Name(String namespace, String owner, String key) {
        public Name {
            namespace = Text.keepable(namespace);
            owner = Text.keepable(owner);
            key = Text.keepable(key);
        }
    }

    public Document {
        json = Text.keepableJson(json);
        until = until.map(t -> t.truncatedTo(ChronoUnit.MILLIS));
    }

    /** A first version. */
    public static Document of(String namespace, String owner, String key, String json) {
        return new Document(new Name(namespace, owner, key), 1, json, Optional.empty());
    }

    public Document next(String json) {
        return new Document(name, version + 1, json, until);
    }

    public Document until(Instant end) {
        return new Document(name, version, json, Optional.of(end));
    }
}
