package io.mortise.sync.internal.engine;

import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Entry;
import io.mortise.store.Link;
import io.mortise.store.Link.Asks;
import io.mortise.store.Link.Sync;
import io.mortise.store.Row;
import io.mortise.store.Writing;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.link.Values;
import io.mortise.sync.internal.reconcile.Cell;
import io.mortise.sync.internal.reconcile.Evidence;
import io.mortise.sync.internal.reconcile.Hub;
import io.mortise.sync.internal.remote.Remote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a person says to a question of the engine: match, create, leave alone, try again. */
public final class Answers {
    private static final String MATCH = "match:";
    private final Ground ground;
    private final Linking linking;
    private final Rows rows;

    public Answers(Ground ground) {
        this.ground = ground;
        this.linking = new Linking(ground);
        this.rows = new Rows(ground);
    }

    /**
     * @param linkId the link that asks
     * @param answer {@code match:<record>}, {@code create}, {@code ignore}, {@code retry} or {@code drop}
     * @return false if it doesn't ask any more, or the answer has become impossible
     */
    public boolean give(String linkId, String answer, String by) {
        return ground.store().<Boolean>writeDurably(store -> {
            Optional<Link> link = store.link(linkId).filter(l -> l.asks() != Asks.NOTHING);
            Optional<Remote> remote = link.flatMap(l -> ground.remotes().find(l.connection()));
            return remote.isPresent() && give(store, remote.get(), link.get(), answer, by);
        });
    }

    private boolean give(Writing store, Remote remote, Link link, String answer, String by) {
        EntityType type = ground.types().type(link.type());
        if (answer.startsWith(MATCH)) return match(store, remote, type, link, answer.substring(MATCH.length()), by);
        Memory memory = ground.memory(type.name(), link.memory());
        switch (answer) {
            case "create" -> memory.approved = true;
            case "ignore" -> memory.ignored = true;
            case "retry" -> again(store, type, link, memory, by);
            case "drop" -> memory.undone.clear();
            default -> {
                return false;
            }
        }
        String kept = ground.memory(type.name(), memory);
        if (answer.equals("create") && link.state() == Link.State.FOUND) {
            wake(store, type, link);
            linking.bear(store, remote, type, List.of(Links.memory(link, kept)), by);
            return true;
        }
        Sync sync = answer.equals("ignore") ? Sync.DISABLED : Sync.SYNCING;
        store.put(Links.memory(Links.trouble(link, sync, Asks.NOTHING, ""), kept));
        link.record().ifPresent(id -> {
            Ref ref = new Ref(type.name(), id);
            store.mark(ground.dirty(Key.record(ref), Priority.PERSON));
            linking.tell(store, ref, "answered", remote, "Answered at " + remote.system() + ": " + answer, by);
        });
        wake(store, type, link);
        return true;
    }

    /** What was refused is wanted once more; what was put back because of it, by whom it was wanted. */
    private void again(Writing store, EntityType type, Link link, Memory memory, String by) {
        link.record()
                .flatMap(id -> store.row(new Ref(type.name(), id)))
                .ifPresent(row -> wanted(store, type, row, memory, by));
        memory.undone.clear();
        memory.refused.clear();
        memory.retryAt = 0;
        memory.tries = 0;
    }

    private void wanted(Writing store, EntityType type, Row row, Memory memory, String by) {
        if (memory.undone.isEmpty()) return;
        Hub hub = rows.hub(type, row);
        Map<String, Cell> cells = new TreeMap<>(hub.cells());
        Map<String, Object> before = new TreeMap<>();
        Map<String, Object> after = new TreeMap<>();
        Evidence now = new Evidence(ground.now(), ground.now());
        memory.undone.forEach((field, wanted) -> {
            before.put(field, Values.plain(type, field, hub.value(field)));
            after.put(field, wanted.value());
            cells.put(field, new Cell(Values.value(type, field, wanted.value()), now, Cell.HERE, wanted.by()));
        });
        Instant at = Instant.ofEpochMilli(ground.now());
        store.update(rows.next(type, row, new Hub(cells, hub.frozen()), at));
        String was = ground.json().write(before);
        String is = ground.json().write(after);
        store.tell(
                new Entry(ground.store().newId(), at, row.ref(), "edited", was, is, Cell.HERE, by, "Wanted once more"));
    }

    private boolean match(Writing store, Remote remote, EntityType type, Link link, String record, String by) {
        Ref ref = new Ref(type.name(), record);
        boolean taken = store.links(ref).stream()
                .anyMatch(l -> l.connection().equals(remote.id()) && l.state() == Link.State.LINKED);
        if (link.state() != Link.State.FOUND || taken || store.row(ref).isEmpty()) return false;
        wake(store, type, link);
        linking.link(store, remote, type, link, record, by);
        return true;
    }

    /** Records that this one could have been waited for the answer, and so did others found beside it. */
    private void wake(Writing store, EntityType type, Link link) {
        for (String candidate : ground.memory(type.name(), link.memory()).candidates)
            store.mark(ground.dirty(Key.record(new Ref(type.name(), candidate)), Priority.PERSON));
        new Scope(store, link.connection(), type)
                .of(link)
                .ifPresent(scope -> store.mark(ground.dirty(Key.match(type.name(), scope), Priority.PERSON)));
    }
}
