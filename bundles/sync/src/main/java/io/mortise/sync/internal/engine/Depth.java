package io.mortise.sync.internal.engine;

import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.store.Document;
import io.mortise.store.Link;
import io.mortise.store.Writing;
import io.mortise.sync.internal.remote.Remote;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How deep a connector goes into its records: what it reads below them, and which of their fields only a fetch shows. A
 * new version of it may go deeper; what is known already is then read that far, too, without being waited for to change.
 */
final class Depth {
    static final String NAMESPACE = "depth";

    private final Ground ground;
    private final Remote remote;
    private final EntityType type;
    private final Optional<Document> known;
    private final Set<String> below;
    private final Set<String> alone;
    private final Set<String> newBelow;
    private final boolean newAlone;

    Depth(Ground ground, Remote remote, EntityType type) {
        this.ground = ground;
        this.remote = remote;
        this.type = type;
        this.known = ground.store()
                .read(store -> store.document(
                        new Document.Name(NAMESPACE, remote.id(), type.name()), Instant.ofEpochMilli(ground.now())));
        this.below = below();
        this.alone = alone();
        // where nothing is noted it is either new or read to its depth
        this.newBelow = known.isEmpty() ? Set.of() : fresh(below, "below");
        this.newAlone = known.isPresent() && !fresh(alone, "alone").isEmpty();
    }

    private Set<String> below() {
        return ground.types().inside(type.name()).stream()
                .map(EntityType::name)
                .filter(child -> remote.lane(child).stream()
                        .map(Lane::feeds)
                        .flatMap(List::stream)
                        .map(Feed::under)
                        .anyMatch(parent -> parent.equals(Optional.of(type))))
                .collect(Collectors.toSet());
    }

    private Set<String> alone() {
        return remote.lane(type.name()).map(Lane::alone).orElse(Set.of()).stream()
                .map(Field::name)
                .collect(Collectors.toSet());
    }

    private Set<String> fresh(Set<String> all, String name) {
        Set<String> fresh = new HashSet<>(all);
        known.map(doc -> (List<?>) ground.json().read(doc.json()).get(name)).ifPresent(fresh::removeAll);
        return fresh;
    }

    /** What of a record known already hasn't been read yet. */
    void deepen(Writing store, Link link) {
        for (String child : newBelow) store.mark(ground.dirty(Key.below(child, link.id()), Priority.SWEEP));
        if (newAlone) store.mark(ground.dirty(Key.rest(type.name(), link.id()), Priority.REST));
    }

    /** To be called when all of them have been marked; a crash before lets it begin anew. */
    void keep() {
        if (known.isPresent() && newBelow.isEmpty() && !newAlone) return;
        String json = ground.json().write(Map.of("below", List.copyOf(below), "alone", List.copyOf(alone)));
        ground.store().<Void>write(store -> {
            store.put(known.map(doc -> doc.next(json))
                    .orElseGet(() -> Document.of(NAMESPACE, remote.id(), type.name(), json)));
            return null;
        });
    }
}
