package io.mortise.sync.internal.engine;

import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.store.Reading;
import java.util.Optional;

/** Where partners for a found record are looked for: among those of its organization. */
final class Scope {
    private final Translator translator;
    private final EntityType type;

    Scope(Reading store, String connection, EntityType type) {
        this.translator = new Translator(store, connection);
        this.type = type;
    }

    /** Id of the hub's record that it lies in; empty while that isn't matched. */
    Optional<String> of(Link link) {
        if (type.within().isEmpty()) return Optional.of(Key.EVERYWHERE);
        return new Within(type).of(link).flatMap(translator::our).map(Ref::id);
    }
}
