package io.mortise.web.internal.events;

import io.mortise.api.Events;
import io.mortise.model.Declared;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import java.util.Map;
import java.util.Set;

/** Tells browsers that a record has changed; they read it again with their own rights. */
public final class RecordWatcher implements Events.Watcher {
    private final Events events;

    public RecordWatcher(Events events) {
        this.events = events;
    }

    @Override
    public Set<EntityType> types() {
        return Set.copyOf(Declared.TYPES);
    }

    @Override
    public void changed(Ref ref, long version) {
        events.tell(
                "record.changed", ref, Map.of("type", ref.type(), "id", ref.id(), "version", Long.toString(version)));
    }
}
