package io.mortise.sync.internal.engine;

import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Entry;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.reconcile.Cell;
import io.mortise.sync.internal.reconcile.Evidence;
import io.mortise.sync.internal.reconcile.Hub;
import io.mortise.sync.internal.remote.Remote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was deactivated for no other reason than that a system had lost it is active again when it is seen there again. */
final class Returning {
    private final Ground ground;
    private final Ref ref;
    private final List<Entry> entries = new ArrayList<>();
    private Hub hub;

    Returning(Ground ground, Ref ref, Hub hub) {
        this.ground = ground;
        this.ref = ref;
        this.hub = hub;
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
        if (!ours) return;
        Map<String, Cell> cells = new TreeMap<>(hub.cells());
        Evidence now = new Evidence(ground.now(), ground.now());
        cells.put(EntityType.ACTIVE.name(), new Cell(true, now, remote.id(), ""));
        hub = new Hub(cells, hub.frozen());
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
