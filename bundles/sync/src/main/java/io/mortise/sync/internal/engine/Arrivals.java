package io.mortise.sync.internal.engine;

import io.mortise.model.Ref;
import io.mortise.store.Document;
import io.mortise.store.Link;
import io.mortise.store.Writing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Records of which a system has yet to hear, noted while it can't be asked: its links don't know of them. */
final class Arrivals {
    private static final String NAMESPACE = "arrival";
    private final Ground ground;
    private final Readiness readiness;

    Arrivals(Ground ground) {
        this.ground = ground;
        this.readiness = new Readiness(ground);
    }

    /** @return a step for each system that has come back while this was noted */
    List<Step> await(Ref ref) {
        List<String> away = readiness.away();
        if (away.isEmpty()) return List.of();
        ground.store().<Void>write(store -> {
            Set<String> known = new TreeSet<>();
            for (Link link : store.links(ref)) known.add(link.connection());
            for (String connection : away) if (!known.contains(connection)) note(store, connection, ref);
            return null;
        });
        return readiness.away().equals(away) ? List.of() : List.of(Step.later(1, "it is here again"));
    }

    private void note(Writing store, String connection, Ref ref) {
        Document.Name name =
                new Document.Name(NAMESPACE, connection, Key.record(ref).toString());
        boolean noted = store.document(name, Instant.ofEpochMilli(ground.now())).isPresent();
        if (!noted) store.put(Document.of(NAMESPACE, connection, name.key(), "{}"));
    }

    /** It is here: what was noted for it is looked at. */
    void wake(Writing store, String connection) {
        List<Document> noted = store.documents(NAMESPACE, connection, Instant.ofEpochMilli(ground.now()));
        store.mark(noted.stream()
                .map(document -> ground.dirty(Key.parse(document.name().key()), Priority.CHANGE))
                .toList());
        if (!noted.isEmpty()) store.removeAll(NAMESPACE, connection);
    }
}
