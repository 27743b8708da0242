package io.mortise.sync.internal.service;

import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.store.Store;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The logins that reach every customer, with what they reached then: kept, so that a restart takes nothing from anybody
 * while it isn't known yet whom the system shows by now. Another login of the same person starts anew. Thread-safe.
 */
final class Wholes {
    static final String NAMESPACE = "login-whole";

    private final Store store;
    private final Json json;
    private final Clock clock;

    Wholes(Store store, Json json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /** What this login reached when it reached every customer last; empty if it doesn't. */
    Optional<Extent> find(Login login) {
        return store.read(s -> s.document(name(login), clock.instant()))
                .map(document -> json.read(document.json()))
                .filter(kept -> login.keys().equals(kept.get("keys")))
                .map(kept -> Extent.read(kept.get("reaches")));
    }

    void keep(Login login, Extent extent) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("keys", login.keys());
        out.put("reaches", extent.written());
        String text = json.write(out);
        store.<Void>write(s -> {
            Optional<Document> before = s.document(name(login), clock.instant());
            s.put(before.map(d -> d.next(text))
                    .orElseGet(() -> Document.of(NAMESPACE, login.connection(), login.user(), text)));
            return null;
        });
    }

    void forget(Login login) {
        store.<Void>writeDurably(s -> {
            s.remove(name(login));
            return null;
        });
    }

    private static Document.Name name(Login login) {
        return new Document.Name(NAMESPACE, login.connection(), login.user());
    }
}
