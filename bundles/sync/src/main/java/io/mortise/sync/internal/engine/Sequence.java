package io.mortise.sync.internal.engine;

import io.mortise.connector.Lane;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Ref;
import io.mortise.store.Dirty;
import io.mortise.store.Link;
import io.mortise.store.Query;
import io.mortise.store.Reading;
import io.mortise.store.Row;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.reconcile.Cell;
import io.mortise.sync.internal.reconcile.Pair;
import io.mortise.sync.internal.remote.Remote;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What people did to a ticket and below it reaches a system in the order in which they did it, also after an outage: time
 * that was logged before the ticket was closed is there before the status that closes it. What is older goes first, so
 * that no two wait for each other; what waits for a person, or for something else than this system, holds nothing up.
 */
final class Sequence {
    /** Milliseconds: what is looked at again later than that waits for something else. */
    private static final long SOON = 120_000;
    /** Milliseconds. An outage that takes longer is no reason to hold back a ticket for a note that is never taken. */
    private static final long PATIENCE = Duration.ofHours(4).toMillis();
    /** Milliseconds: what is older has its turn, and then this. */
    private static final long BEHIND = 200;

    private static final int MOST = 200;

    private final Ground ground;
    private final Rows rows;

    Sequence(Ground ground) {
        this.ground = ground;
        this.rows = new Rows(ground);
    }

    /**
     * Something that a person did and that the system has yet to get.
     *
     * @param at when the person did it
     * @param next when it is tried again
     */
    private record Earlier(long at, long next) {}

    /**
     * Takes out of {@code owed} what a person changed after something below the record that isn't there yet.
     *
     * @return the step that brings it, if anything had to wait
     */
    Optional<Step> holdBack(Remote remote, EntityType type, Ref ref, Map<String, Object> owed) {
        if (type.within().isEmpty()) return Optional.empty(); // what lies in an organization is no work on it
        return ground.store().read(store -> {
            Map<String, Long> edits = edits(store, type, ref);
            edits.keySet().retainAll(owed.keySet());
            if (edits.isEmpty()) return Optional.empty();
            Optional<Earlier> below = below(store, remote, ref);
            boolean waits = below.isPresent()
                    && owed.keySet().removeIf(field -> edits.getOrDefault(field, -1L) >= below.get().at);
            return waits ? below.map(this::after) : Optional.empty();
        });
    }

    /** @return what a new record has to wait for, if people did something to its parent, or made something there, before it */
    Optional<Step> turn(Reading store, Remote remote, Row row, Ref parent) {
        EntityType type = ground.types().type(parent.type());
        long made = row.createdAt().toEpochMilli();
        if (type.within().isEmpty() || !isMadeHere(row)) return Optional.empty();
        return owed(store, remote, type, parent)
                .filter(earlier -> earlier.at < made)
                .or(() -> below(store, remote, parent).filter(earlier -> earlier.at < made))
                .map(this::after);
    }

    private Step after(Earlier earlier) {
        long again = Math.min(Math.max(0, earlier.next - ground.now()), SOON) + BEHIND;
        return Step.later(again, "waits for what was done before it");
    }

    /** When a person changed them here, by field. */
    private Map<String, Long> edits(Reading store, EntityType type, Ref ref) {
        Map<String, Long> edits = new TreeMap<>();
        cells(store, type, ref).forEach((field, cell) -> {
            if (cell.source().equals(Cell.HERE))
                edits.put(field, cell.evidence().hi());
        });
        return edits;
    }

    private Map<String, Cell> cells(Reading store, EntityType type, Ref ref) {
        return store.row(ref).map(row -> rows.hub(type, row).cells()).orElse(Map.of());
    }

    private boolean isMadeHere(Row row) {
        Collection<Cell> cells =
                rows.hub(ground.types().type(row.ref().type()), row).cells().values();
        return cells.stream().anyMatch(cell -> cell.source().equals(Cell.HERE));
    }

    /** The oldest thing below it that is on its way there. */
    private Optional<Earlier> below(Reading store, Remote remote, Ref parent) {
        long since = ground.now() - PATIENCE;
        return ground.types().inside(parent.type()).stream()
                .filter(child -> remote.lane(child.name()).flatMap(Lane::create).isPresent())
                .map(child -> Query.all(child.name(), MOST).within(Set.of(parent.id())))
                .flatMap(query -> store.rows(query.sort(Query.CHANGED, true)).stream())
                .filter(row -> row.createdAt().toEpochMilli() > since)
                .flatMap(row -> onItsWay(store, remote, row).stream())
                .min(Comparator.comparingLong(Earlier::at));
    }

    private Optional<Earlier> onItsWay(Reading store, Remote remote, Row row) {
        Optional<Link> link = at(store, remote, row.ref());
        boolean free = link.map(Sequence::isFree).orElse(true);
        Optional<Dirty> mark = store.dirty(Key.record(row.ref()).toString());
        if (!free || mark.isEmpty() || !isMadeHere(row)) return Optional.empty();
        long retryAt =
                link.map(l -> ground.memory(l.type(), l.memory()).retryAt).orElse(0L);
        long next = mark.get().notBefore().toEpochMilli();
        boolean soon = retryAt > ground.now() || next - ground.now() <= SOON;
        return soon ? Optional.of(new Earlier(row.createdAt().toEpochMilli(), next)) : Optional.empty();
    }

    private static boolean isFree(Link link) {
        boolean there = link.state() == Link.State.LINKED || link.state() == Link.State.GONE;
        return !there && link.asks() == Link.Asks.NOTHING && link.sync() != Link.Sync.DISABLED;
    }

    /** The oldest change of the record itself that is on its way there. */
    private Optional<Earlier> owed(Reading store, Remote remote, EntityType type, Ref ref) {
        Optional<Link> link = at(store, remote, ref).filter(l -> l.sync() == Link.Sync.SYNCING);
        if (link.isEmpty()) return Optional.empty();
        Memory memory = ground.memory(type.name(), link.get().memory());
        Map<String, Cell> cells = cells(store, type, ref);
        Map<String, Long> edits = edits(store, type, ref);
        edits.keySet().retainAll(writable(remote, type, memory));
        edits.entrySet()
                .removeIf(e -> e.getValue() < ground.now() - PATIENCE
                        || isThere(cells.get(e.getKey()), memory.agreed.get(e.getKey())));
        long next = Math.max(memory.retryAt, memory.unclearUntil);
        return edits.values().stream().min(Long::compare).map(at -> new Earlier(at, next));
    }

    private static Set<String> writable(Remote remote, EntityType type, Memory memory) {
        Set<String> fields = new HashSet<>();
        remote.lane(type.name())
                .ifPresent(lane -> lane.changeable().stream().map(Field::name).forEach(fields::add));
        fields.removeAll(memory.locked.keySet());
        fields.removeAll(memory.held.keySet());
        return fields;
    }

    private static boolean isThere(Cell cell, Pair agreed) {
        return agreed == null ? cell.value() == null : agreed.holds(cell.value());
    }

    private static Optional<Link> at(Reading store, Remote remote, Ref ref) {
        return store.links(ref).stream()
                .filter(link -> link.connection().equals(remote.id()))
                .findFirst();
    }
}
