package io.mortise.sync.internal.engine;

import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.store.Reading;
import java.util.Optional;
import java.util.Set;

/**
 * The record that another lies in. Of a type that lies in records of several types a link keeps the parent's type with
 * its id, since the vendors' ids of different types may be equal; the hub's never are.
 */
final class Within {
    private final EntityType type;

    Within(EntityType type) {
        this.type = type;
    }

    private Set<String> targets() {
        return type.within().orElseThrow().targets();
    }

    private boolean isPlain() {
        return targets().size() == 1;
    }

    /** What a link keeps of the vendor's parent. */
    String kept(Ref theirs) {
        return isPlain() ? theirs.id() : theirs.toString();
    }

    /** The vendor's parent that a link keeps; empty if it isn't known, or there can be none. */
    Optional<Ref> of(Link link) {
        if (type.within().isEmpty() || link.parent().isEmpty()) return Optional.empty();
        if (isPlain()) return Optional.of(new Ref(targets().iterator().next(), link.parent()));
        String[] parts = link.parent().split("/", 2);
        return Optional.of(new Ref(parts[0], parts[1]));
    }

    /** The hub's record of this id, whichever of the parents' types it has. */
    Optional<Ref> ours(Reading store, String id) {
        if (isPlain()) return Optional.of(new Ref(targets().iterator().next(), id));
        return targets().stream()
                .map(parent -> new Ref(parent, id))
                .filter(ref -> store.row(ref).isPresent())
                .findFirst();
    }

    /** The vendor's counterpart of the hub's record of this id. */
    Optional<Ref> theirs(Reading store, String connection, String id) {
        Translator translator = new Translator(store, connection);
        return targets().stream()
                .flatMap(parent -> translator.theirs(new Ref(parent, id)).stream())
                .findFirst();
    }
}
