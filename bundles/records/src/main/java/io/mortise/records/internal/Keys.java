package io.mortise.records.internal;

import io.mortise.api.Caller;
import io.mortise.api.Once;
import io.mortise.api.Refusal;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.store.Reading;
import io.mortise.store.Row;
import io.mortise.store.Writing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** What was made under a person's key, so that asking again makes nothing new. */
final class Keys {
    private static final String NAMESPACE = "once";
    private final Json json;

    Keys(Json json) {
        this.json = json;
    }

    /** What is there already; INVALID if the key stands for something else. */
    Optional<Row> made(Reading store, Caller caller, EntityType type, Once once, Instant now) {
        return store.document(name(caller, once), now)
                .map(document -> json.read(document.json()))
                .map(kept -> ref(kept, type, once))
                .flatMap(store::row);
    }

    private static Ref ref(Map<String, Object> kept, EntityType type, Once once) {
        if (!type.name().equals(kept.get("type")) || !once.asked().equals(kept.get("asked")))
            throw new Refusal(
                    Refusal.Reason.INVALID,
                    "This Idempotency-Key was used for another request. Take a new key for each thing that you make.");
        return Ref.to(type, (String) kept.get("id"));
    }

    void keep(Writing store, Caller caller, Once once, Ref made, Instant now) {
        String kept = json.write(Map.of("type", made.type(), "id", made.id(), "asked", once.asked()));
        Document.Name name = name(caller, once);
        store.put(new Document(name, 1, kept, Optional.of(now.plus(Once.DAYS, ChronoUnit.DAYS))));
    }

    private static Document.Name name(Caller caller, Once once) {
        return new Document.Name(NAMESPACE, caller.id(), once.key());
    }
}
