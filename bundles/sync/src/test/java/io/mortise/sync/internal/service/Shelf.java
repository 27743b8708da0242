package io.mortise.sync.internal.service;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.Session;
import io.mortise.connector.Write;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Part;
import io.mortise.model.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** A system from which technicians can be removed, as links and items of lists can at real ones. */
final class Shelf implements Connector {
    final TreeMap<String, String> names = new TreeMap<>();
    final List<String> removed = new ArrayList<>();
    Optional<Fault> atRemoval = Optional.empty();
    /** It does what is asked all the same. */
    boolean silent;

    private final String id;
    private final Part part;

    Shelf(String id, Part part) {
        this.id = id;
        this.part = part;
        names.put("1", "One");
        names.put("2", "Two");
    }

    @Override
    public Descriptor descriptor() {
        return Descriptor.of(id, "The " + id, part, c -> "https://127.0.0.1");
    }

    @Override
    public Session open(Connection c) {
        return () -> List.of(Lane.of(User.TYPE)
                .feeds(Feed.sweep(
                        q -> Page.last(names.keySet().stream().map(this::shown).toList())))
                .fetch(this::fetch)
                .create(this::create, User.NAME, User.EMAIL)
                .remove(this::remove));
    }

    private Observation shown(String key) {
        return Observation.of(
                User.TYPE,
                key,
                Fields.with()
                        .set(User.NAME, names.get(key))
                        .set(User.EMAIL, names.get(key).toLowerCase(Locale.ROOT) + "@example.com")
                        .set(EntityType.ACTIVE, true)
                        .build());
    }

    private Observation fetch(String key) throws Fault {
        if (!names.containsKey(key)) throw Fault.of(Fault.Remedy.FORGET, "there is none");
        return shown(key);
    }

    private Observation create(Write w) {
        String key = String.valueOf(100 + names.size());
        names.put(key, w.fields().get(User.NAME).orElseThrow());
        return shown(key);
    }

    private void remove(String key) throws Fault {
        if (atRemoval.isPresent() && !silent) throw atRemoval.get();
        if (names.remove(key) == null) throw Fault.of(Fault.Remedy.FORGET, "there is none");
        removed.add(key);
        if (atRemoval.isPresent()) throw atRemoval.get();
    }
}
