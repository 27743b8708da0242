package io.mortise.access.internal;

import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.store.Store;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who there is: people that were set up, kept in the store, and demo people for as long as the sandbox is here. */
final class Users {
    private static final String NAMESPACE = "user";
    private final Store store;
    private final Json json;
    private final Clock clock;
    private final List<DemoUser> demo = new CopyOnWriteArrayList<>();

    Users(Store store, Json json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    void add(DemoUser user) {
        if (user.user().isPresent()) demo.add(user);
    }

    void remove(DemoUser user) {
        demo.remove(user);
    }

    Optional<User> find(String id) {
        Optional<User> shown = demo.stream()
                .flatMap(d -> d.user().stream())
                .filter(u -> u.id().equals(id))
                .findFirst();
        if (shown.isPresent()) return shown;
        return store.read(s -> s.document(new Document.Name(NAMESPACE, "", id), clock.instant()))
                .map(this::read);
    }

    boolean isEmpty() {
        return demo.isEmpty()
                && store.read(s -> s.documents(NAMESPACE, "", clock.instant())).isEmpty();
    }

    void add(User user) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", user.name());
        out.put("email", user.email());
        out.put("role", user.role().shown());
        out.put("password", user.password());
        out.put("active", user.active());
        store.<Void>writeDurably(s -> {
            s.put(Document.of(NAMESPACE, "", user.id(), json.write(out)));
            return null;
        });
    }

    private User read(Document document) {
        Map<String, Object> in = json.read(document.json());
        return new User(
                document.name().key(),
                (String) in.get("name"),
                (String) in.get("email"),
                Role.of((String) in.get("role")),
                (String) in.get("password"),
                (Boolean) in.get("active"));
    }
}
