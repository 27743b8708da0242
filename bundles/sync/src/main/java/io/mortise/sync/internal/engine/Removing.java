package io.mortise.sync.internal.engine;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.store.Row;
import io.mortise.store.Writing;
import io.mortise.sync.internal.engine.Outward.Said;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.reconcile.Cell;
import io.mortise.sync.internal.reconcile.Hub;
import io.mortise.sync.internal.remote.Remote;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes away there what a person has taken away here: links and items of lists, which are no records of their own to
 * people. Everything else is deactivated, never erased. What is restored is made anew.
 */
final class Removing {
    private static final String ACTIVE = EntityType.ACTIVE.name();

    private final Ground ground;

    Removing(Ground ground) {
        this.ground = ground;
    }

    static boolean isMeant(Remote remote, EntityType type, Said said) {
        return Boolean.FALSE.equals(said.values().get(ACTIVE)) && removes(remote, type);
    }

    /** What one system has lost isn't taken away from another for that. */
    static void onlyByAPerson(Remote remote, EntityType type, Hub hub, Map<String, Object> owed) {
        boolean persons = Optional.ofNullable(hub.cells().get(ACTIVE))
                .filter(cell -> cell.source().equals(Cell.HERE) && !cell.by().isEmpty())
                .isPresent();
        if (!persons && removes(remote, type)) owed.remove(ACTIVE);
    }

    private static boolean removes(Remote remote, EntityType type) {
        return remote.lane(type.name()).flatMap(Lane::remove).isPresent();
    }

    Step remove(Remote remote, EntityType type, Link link) throws Fault {
        String id = link.remoteId().orElseThrow();
        try {
            remote.call(type.name(), lane -> {
                lane.remove().orElseThrow().of(id);
                return true;
            });
        } catch (Fault fault) {
            if (fault.remedy() != Fault.Remedy.FORGET) throw fault; // otherwise it has been taken away already
        }
        ground.store().<Void>write(store -> {
            store.link(link.id()).filter(Sides::isLinked).ifPresent(now -> store.put(gone(remote, type, now)));
            return null;
        });
        return Step.DONE;
    }

    private Link gone(Remote remote, EntityType type, Link link) {
        Memory memory = ground.memory(type.name(), link.memory());
        memory.forgetWrites();
        memory.needFetch = false;
        memory.missingSince = 0;
        Link gone = Links.state(link, Link.State.GONE, ground.memory(type.name(), memory));
        return Links.trouble(
                gone, Link.Sync.ORPHANED, Link.Asks.NOTHING, "It was removed from " + remote.system() + " as well");
    }

    /** An active record is made anew where it was taken away: nothing of what was there counts, and nobody is asked. */
    void restore(EntityType type, Row row) {
        boolean ever = ground.remotes().with(type.name()).stream().anyMatch(remote -> removes(remote, type));
        if (!ever || !row.active()) return;
        if (gone(ground.store().read(store -> store.links(row.ref())), type).isEmpty()) return;
        ground.store().<Void>write(store -> {
            boolean active = store.row(row.ref()).filter(Row::active).isPresent();
            if (active) gone(store.links(row.ref()), type).forEach(link -> wanted(store, type, row.ref(), link));
            return null;
        });
    }

    private void wanted(Writing store, EntityType type, Ref ref, Link gone) {
        store.unlink(List.of(gone.id()));
        Memory memory = new Memory();
        memory.approved = true;
        Link absent = Links.absent(ground.store().newId(), gone.connection(), type.name(), ref.id());
        store.put(Links.memory(absent, ground.memory(type.name(), memory)));
        store.mark(ground.dirty(Key.record(ref), Priority.CHANGE)); // what is under way now took it for there
    }

    private List<Link> gone(List<Link> links, EntityType type) {
        return links.stream()
                .filter(link -> link.state() == Link.State.GONE)
                .filter(link -> ground.remotes()
                        .find(link.connection())
                        .filter(remote -> removes(remote, type))
                        .isPresent())
                .toList();
    }
}
