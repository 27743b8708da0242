package io.mortise.sync.internal.engine;

import io.mortise.connector.Lane;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.store.Reading;
import io.mortise.store.Row;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.link.Memory.Held;
import io.mortise.sync.internal.link.Memory.Refused;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.reconcile.Pair;
import io.mortise.sync.internal.remote.Remote;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How far the values that a person gave a record have come, read from what is kept: no call, no change. */
public final class Delivery {
    private final Ground ground;

    public Delivery(Ground ground) {
        this.ground = ground;
    }

    /** The worst that holds for one of the values comes first in this order. */
    public enum State {
        REFUSED,
        PENDING,
        SAVED
    }

    /**
     * @param why in a sentence for people; "" when saved
     * @param decides it refused a value about which no other system of the record ranks higher
     */
    public record At(String connection, State state, String why, boolean decides) {
        private At worse(At other) {
            At worst = other.state.ordinal() < state.ordinal() ? other : this;
            return new At(connection, worst.state, worst.why, decides || other.decides);
        }
    }

    /** @param fields names of those that were given; a system that takes none of them isn't told about */
    public List<At> of(Ref ref, Set<String> fields) {
        return ground.store().read(store -> {
            Optional<Row> row = store.row(ref);
            List<At> told = new ArrayList<>();
            if (row.isPresent())
                for (Link link : store.links(ref))
                    at(store, row.get(), link, fields).ifPresent(told::add);
            return told;
        });
    }

    private Optional<At> at(Reading store, Row row, Link link, Set<String> fields) {
        Optional<Remote> remote = ground.remotes().find(link.connection());
        if (link.state() == Link.State.GONE) return Optional.empty();
        if (remote.isEmpty()) return Optional.of(pending(link, "it isn't connected at this moment; it follows"));
        Optional<Lane> lane = remote.get().lane(link.type());
        if (lane.isEmpty()) return Optional.of(pending(link, "it can't be asked at this moment; it follows"));
        if (link.state() != Link.State.LINKED) return unborn(link, lane.get());
        EntityType type = ground.types().type(link.type());
        return lane.get().changeable().stream()
                .filter(field -> fields.contains(field.name()))
                .map(field -> at(store, type, row, link, remote.get(), field))
                .reduce(At::worse);
    }

    private static Optional<At> unborn(Link link, Lane lane) {
        if (lane.create().isEmpty()) return Optional.empty();
        boolean refused = link.asks() == Link.Asks.REFUSED;
        return Optional.of(
                refused
                        ? new At(link.connection(), State.REFUSED, link.trouble(), false)
                        : pending(link, link.trouble()));
    }

    private At at(Reading store, EntityType type, Row row, Link link, Remote remote, Field<?> field) {
        Memory memory = ground.memory(type.name(), link.memory());
        String name = field.name();
        Object value = new Rows(ground).hub(type, row).value(name);
        Object plain = Values.plain(type, name, value);
        if (means(memory.refused.get(name), plain)) {
            boolean decides = leads(store, row.ref(), remote, field);
            return new At(
                    link.connection(), State.REFUSED, memory.refused.get(name).why(), decides);
        }
        if (memory.locked.containsKey(name))
            return new At(link.connection(), State.REFUSED, memory.locked.get(name), false);
        Held held = memory.held.get(name);
        if (held != null && Objects.equals(held.value(), plain)) return pending(link, held.why());
        Pair pair = memory.agreed.get(name);
        boolean there = pair == null ? value == null : pair.holds(value);
        return there ? new At(link.connection(), State.SAVED, "", false) : pending(link, link.trouble());
    }

    private static boolean means(Refused kept, Object value) {
        return kept != null && Objects.equals(kept.value(), value);
    }

    private static At pending(Link link, String why) {
        return new At(link.connection(), State.PENDING, why.isEmpty() ? "goes on by itself" : why, false);
    }

    private boolean leads(Reading store, Ref ref, Remote remote, Field<?> field) {
        Set<Part> parts = store.links(ref).stream()
                .filter(Sides::isLinked)
                .flatMap(link -> ground.remotes().part(link.connection()).stream())
                .collect(Collectors.toSet());
        return Undoing.leads(field, remote.part(), parts);
    }
}
