package io.mortise.sync.internal.engine;

import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.store.Reading;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.remote.Wording;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The border between a vendor's words and the hub's: references become ours by the link table, choices meet by their
 * label. What can't be translated is left out, which means unknown: nothing passes through.
 */
final class Translator {
    private final Reading store;
    private final String connection;
    private final Map<Ref, Optional<Ref>> seen = new HashMap<>();

    /** Lives as long as the transaction of {@code store}. */
    Translator(Reading store, String connection) {
        this.store = store;
        this.connection = connection;
    }

    /** What the vendor showed, in the hub's terms. */
    Map<String, Object> inward(EntityType type, Fields observed, Wording wording) {
        Map<String, Object> ours = new TreeMap<>();
        Values.of(type, observed).forEach((field, value) -> {
            if (value instanceof Ref theirs) our(theirs).ifPresent(ref -> ours.put(field, ref));
            else if (value instanceof Set<?> set && set.stream().anyMatch(Ref.class::isInstance))
                all(set, this::our).ifPresent(refs -> ours.put(field, refs));
            else if (value instanceof Choice choice)
                wording.inward(type.name(), field, choice).ifPresent(c -> ours.put(field, c));
            else ours.put(field, value);
        });
        return ours;
    }

    /** The hub's record of a vendor's reference, once it is linked. */
    Optional<Ref> our(Ref theirs) {
        return seen.computeIfAbsent(
                theirs,
                ref -> store.link(connection, ref.type(), ref.id())
                        .filter(link -> link.state() == Link.State.LINKED || link.state() == Link.State.GONE)
                        .flatMap(Link::record)
                        .map(id -> new Ref(ref.type(), id)));
    }

    /** The vendor's reference of a hub's record, once it is linked there. */
    Optional<Ref> theirs(Ref our) {
        return store.links(our).stream()
                .filter(link -> link.connection().equals(connection) && link.state() == Link.State.LINKED)
                .findFirst()
                .flatMap(Link::remoteId)
                .map(id -> new Ref(our.type(), id));
    }

    private static Optional<Set<Ref>> all(Set<?> refs, Function<Ref, Optional<Ref>> translated) {
        Set<Ref> all = new LinkedHashSet<>();
        for (Object ref : refs) {
            Optional<Ref> one = translated.apply((Ref) ref);
            if (one.isEmpty()) return Optional.empty();
            all.add(one.get());
        }
        return Optional.of(all);
    }
}
