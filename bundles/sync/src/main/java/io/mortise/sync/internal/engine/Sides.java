package io.mortise.sync.internal.engine;

import io.mortise.connector.Lane;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Part;
import io.mortise.store.Link;
import io.mortise.store.Reading;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.reconcile.Side;
import io.mortise.sync.internal.remote.Remote;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A link as one side of a reconciliation. */
final class Sides {
    private final Reading store;
    private final EntityType type;

    Sides(Reading store, EntityType type) {
        this.store = store;
        this.type = type;
    }

    Side of(Remote remote, Memory memory) {
        return of(remote, memory, new Translator(store, remote.id()));
    }

    /** @param translator of this remote; what it has translated before it need not look up again */
    Side of(Remote remote, Memory memory, Translator translator) {
        return new Side(
                remote.id(),
                remote.part(),
                remote.speaks(),
                translator.inward(type, memory.observed, remote.wording()),
                memory.agreed,
                memory.evidence,
                memory.pending,
                writable(remote, memory),
                shows(remote, type),
                memory.changedBy);
    }

    /** One that can't be asked at this moment: it shows what it last agreed to, so it neither moves nor is written to. */
    static Side away(String connection, Part part, Memory memory) {
        Map<String, Object> shown = new TreeMap<>();
        memory.agreed.forEach((field, pair) -> shown.put(field, pair.remote()));
        return new Side(
                connection,
                part,
                true,
                shown,
                memory.agreed,
                memory.evidence,
                memory.pending,
                Set.of(),
                Side.Shows.EXACTLY,
                memory.changedBy);
    }

    private Set<String> writable(Remote remote, Memory memory) {
        Set<String> writable = new TreeSet<>();
        remote.lane(type.name()).ifPresent(lane -> lane.changeable().forEach(field -> writable.add(field.name())));
        writable.removeAll(memory.locked.keySet());
        return writable;
    }

    static Side.Shows shows(Remote remote, EntityType type) {
        Optional<Lane> lane = remote.lane(type.name());
        if (lane.isEmpty()) return Side.Shows.EXACTLY;
        return (field, given) -> {
            if (given == null) return null;
            Object said = given instanceof Choice ours ? remote.wording().shown(type.name(), field, ours) : given;
            return type.field(field).map(f -> shown(lane.get(), f, said)).orElse(said);
        };
    }

    @SuppressWarnings("unchecked") // the value is of the field that it was read from
    private static <T> Object shown(Lane lane, Field<T> field, Object given) {
        return lane.shown(field, (T) given);
    }

    static boolean isLinked(Link link) {
        return link.state() == Link.State.LINKED;
    }
}
