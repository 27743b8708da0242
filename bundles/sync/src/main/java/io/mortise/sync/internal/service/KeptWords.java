package io.mortise.sync.internal.service;

import io.mortise.model.Choice;
import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.store.Store;
import io.mortise.sync.internal.remote.Wording;
import io.mortise.sync.internal.remote.Wording.Pair;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What admins have said about systems' words: a document for each word. Thread-safe. */
final class KeptWords {
    static final String NAMESPACE = "wording";
    private final Store store;
    private final Json json;
    private final Clock clock;

    KeptWords(Store store, Json json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    Wording of(String connection) {
        Wording wording = Wording.NONE;
        List<Document> kept = store.read(s -> s.documents(NAMESPACE, connection, clock.instant()));
        for (Document document : kept) {
            Map<String, Object> in = json.read(document.json());
            Pair pair = new Pair(choice(in, "ours"), choice(in, "theirs"), (Boolean) in.get("inward"));
            wording = wording.with((String) in.get("type"), (String) in.get("field"), pair);
        }
        return wording;
    }

    void save(String connection, String type, String field, Wording wording) {
        store.<Void>writeDurably(s -> {
            String start = type + "." + field + "/";
            for (Document old : s.documents(NAMESPACE, connection, clock.instant()))
                if (old.name().key().startsWith(start)) s.remove(old.name());
            for (Pair pair : wording.of(type, field)) {
                Document.Name name = new Document.Name(
                        NAMESPACE, connection, start + pair.ours().key());
                String text = json.write(plain(type, field, pair));
                Optional<Document> before = s.document(name, clock.instant());
                s.put(before.map(d -> d.next(text))
                        .orElseGet(() -> Document.of(NAMESPACE, connection, name.key(), text)));
            }
            return null;
        });
    }

    private static Map<String, Object> plain(String type, String field, Pair pair) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", type);
        out.put("field", field);
        out.put("ours", pair.ours().key());
        out.put("oursLabel", pair.ours().label());
        out.put("theirs", pair.theirs().key());
        out.put("theirsLabel", pair.theirs().label());
        out.put("inward", pair.inward());
        return out;
    }

    private static Choice choice(Map<String, Object> in, String name) {
        return new Choice((String) in.get(name), (String) in.get(name + "Label"));
    }
}
