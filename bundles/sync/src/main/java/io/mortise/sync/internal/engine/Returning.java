package io.mortise.sync.internal.engine;

import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Entry;
import io.mortise.store.Link;
import io.mortise.store.Reading;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.reconcile.Cell;
import io.mortise.sync.internal.reconcile.Evidence;
import io.mortise.sync.internal.reconcile.Hub;
import io.mortise.sync.internal.remote.Remote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was deactivated for no other reason than that systems had lost it is active again when the last of them shows it
 * again.
 */
final class Returning {
    private final Ground ground;
    private final Ref ref;
    private final Optional<Link> lost;
    private final List<Entry> entries = new ArrayList<>();
    private Hub hub;

    /** @param links all of the record */
    Returning(Ground ground, Ref ref, Hub hub, List<Link> links) {
        this.ground = ground;
        this.ref = ref;
        this.hub = hub;
        this.lost = lost(ground, links).findFirst();
    }

    /** Is there another system whose loss would have deactivated it, too? */
    static boolean isLost(Ground ground, Reading store, Ref ref) {
        return lost(ground, store.links(ref)).findAny().isPresent();
    }

    private static Stream<Link> lost(Ground ground, List<Link> links) {
        return links.stream()
                .filter(link -> link.state() == Link.State.GONE)
                .filter(link -> ground.memory(link.type(), link.memory()).deactivated);
    }

    /** @param memory of a link whose partner is there */
    void at(Remote remote, Memory memory) {
        if (!memory.deactivated) return;
        memory.deactivated = false;
        Cell active = hub.cells().get(EntityType.ACTIVE.name());
        boolean ours = active != null
                && Boolean.FALSE.equals(active.value())
                && active.source().equals(remote.id())
                && active.by().isEmpty();
        boolean there = !memory.observed.get(EntityType.ACTIVE).equals(Optional.of(false));
        if (!ours || !there) return;
        boolean back = lost.isEmpty();
        Evidence now = new Evidence(ground.now(), ground.now());
        put(
                back
                        ? new Cell(true, now, remote.id(), "")
                        : new Cell(false, active.evidence(), lost.get().connection(), ""));
        if (back) tell(remote);
    }

    private void put(Cell active) {
        Map<String, Cell> cells = new TreeMap<>(hub.cells());
        cells.put(EntityType.ACTIVE.name(), active);
        hub = new Hub(cells, hub.frozen());
    }

    private void tell(Remote remote) {
        entries.add(new Entry(
                ground.store().newId(),
                Instant.ofEpochMilli(ground.now()),
                ref,
                "reactivated",
                "{\"active\":false}",
                "{\"active\":true}",
                remote.id(),
                "",
                "It is at " + remote.system() + " again"));
    }

    Hub hub() {
        return hub;
    }

    List<Entry> entries() {
        return entries;
    }
}
