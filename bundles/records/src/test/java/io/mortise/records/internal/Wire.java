package io.mortise.records.internal;

import io.mortise.api.WriteThrough;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The engine's side, by hand. */
final class Wire implements WriteThrough {
    Pushed answer = new Pushed(List.of(), false);
    Runnable meanwhile = () -> {};
    Optional<List<Choice>> lists = Optional.empty();
    /** What the list was asked for of, last. */
    Fields given = Fields.NONE;

    @Override
    public Optional<List<Choice>> choices(EntityType type, Field<Choice> field, Fields of, Duration atMost) {
        given = of;
        return lists;
    }

    @Override
    public Pushed push(Ref ref, Set<String> fields, Duration atMost) {
        meanwhile.run();
        return answer;
    }

    @Override
    public String system(String connection) {
        return connection;
    }

    @Override
    public Optional<Part> part(String connection) {
        return connection.equals("vsa") ? Optional.of(Part.RMM) : Optional.empty();
    }

    void link(MemoryStore store, Ref ref, String connection) {
        Link link = new Link(
                store.newId(),
                connection,
                ref.type(),
                Optional.of("their-" + ref.id()),
                Optional.of(ref.id()),
                Link.State.LINKED,
                "",
                "",
                "",
                Link.Sync.SYNCED,
                "",
                Link.Asks.NOTHING,
                Optional.empty(),
                "");
        store.<Void>write(s -> {
            s.put(link);
            return null;
        });
    }
}
