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
    static final String CHANGES = "rewording";
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
            wording = with(wording, json.read(document.json()));
        }
        return wording;
    }

    /** A change that has begun: how one field's words were, and how they are to be. */
    record Change(String connection, String type, String field, Wording before, Wording after) {}

    /** From here on it is finished, whatever comes between. */
    void begin(Change change) {
        store.<Void>writeDurably(s -> {
            String text = json.write(Map.of(
                    "type", change.type(),
                    "field", change.field(),
                    "before", plain(change, change.before()),
                    "after", plain(change, change.after())));
            Document.Name name = new Document.Name(CHANGES, change.connection(), CHANGES);
            Optional<Document> old = s.document(name, clock.instant());
            s.put(old.map(d -> d.next(text)).orElseGet(() -> Document.of(CHANGES, name.owner(), name.key(), text)));
            return null;
        });
    }

    /** Those that have begun and aren't finished. */
    List<Change> changes() {
        return store.read(s -> s.documents(CHANGES, "", clock.instant())).stream()
                .map(this::change)
                .toList();
    }

    private Change change(Document document) {
        Map<String, Object> in = json.read(document.json());
        return new Change(
                document.name().owner(),
                (String) in.get("type"),
                (String) in.get("field"),
                wording((List<?>) in.get("before")),
                wording((List<?>) in.get("after")));
    }

    @SuppressWarnings("unchecked") // as it was written
    private static Wording wording(List<?> pairs) {
        Wording wording = Wording.NONE;
        for (Object pair : pairs) wording = with(wording, (Map<String, Object>) pair);
        return wording;
    }

    private static Wording with(Wording wording, Map<String, Object> in) {
        Pair pair = new Pair(choice(in, "ours"), choice(in, "theirs"), (Boolean) in.get("inward"));
        return wording.with((String) in.get("type"), (String) in.get("field"), pair);
    }

    private static List<Map<String, Object>> plain(Change change, Wording wording) {
        return wording.of(change.type(), change.field()).stream()
                .map(pair -> plain(change.type(), change.field(), pair))
                .toList();
    }

    /** The words are kept, and the change is none any more. */
    void finish(Change change) {
        store.<Void>writeDurably(s -> {
            String start = change.type() + "." + change.field() + "/";
            for (Document old : s.documents(NAMESPACE, change.connection(), clock.instant()))
                if (old.name().key().startsWith(start)) s.remove(old.name());
            for (Pair pair : change.after().of(change.type(), change.field())) {
                String key = start + pair.ours().key();
                String text = json.write(plain(change.type(), change.field(), pair));
                s.put(Document.of(NAMESPACE, change.connection(), key, text));
            }
            s.remove(new Document.Name(CHANGES, change.connection(), CHANGES));
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
