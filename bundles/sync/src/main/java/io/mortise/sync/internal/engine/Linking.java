package io.mortise.sync.internal.engine;

import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Dirty;
import io.mortise.store.Document;
import io.mortise.store.Entry;
import io.mortise.store.Link;
import io.mortise.store.Link.Asks;
import io.mortise.store.Link.Sync;
import io.mortise.store.LinkQuery;
import io.mortise.store.Row;
import io.mortise.store.Writing;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.reconcile.Hub;
import io.mortise.sync.internal.reconcile.Plan;
import io.mortise.sync.internal.reconcile.Reconcile;
import io.mortise.sync.internal.remote.Remote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Ties what was found to a record of the hub, makes a record of it, or asks a person. Inside a transaction. */
final class Linking {
    private static final String WAITERS = "waiters";
    private final Ground ground;
    private final Rows rows;

    Linking(Ground ground) {
        this.ground = ground;
        this.rows = new Rows(ground);
    }

    /** @param by the person who said so; "" if it follows from the facts */
    void link(Writing store, Remote remote, EntityType type, Link found, String record, String by) {
        Memory memory = ground.memory(type.name(), found.memory());
        memory.candidates.clear();
        store.links(new Ref(type.name(), record)).stream()
                .filter(link -> link.connection().equals(remote.id()))
                .forEach(old -> replace(store, type, old, memory));
        Link linked = Links.linked(found, record, ground.memory(type.name(), memory));
        store.put(linked);
        tell(store, new Ref(type.name(), record), "matched", remote, "Linked with " + remote.system(), by);
        arrived(store, remote, type, linked, true);
    }

    /** What a create of ours sent is still on its way as far as the new partner is concerned: it is known again as ours. */
    private void replace(Writing store, EntityType type, Link old, Memory memory) {
        Memory before = ground.memory(type.name(), old.memory());
        if (before.intent != null)
            before.intent.body().forEach((field, value) -> {
                if (value != null)
                    memory.pending
                            .computeIfAbsent(field, f -> new LinkedHashSet<>())
                            .add(value);
            });
        memory.unclearUntil = Math.max(memory.unclearUntil, before.unclearUntil);
        memory.deactivated |= before.deactivated;
        store.unlink(List.of(old.id()));
    }

    /** @param by the person who said so; "" if it follows from the facts */
    void bear(Writing store, Remote remote, EntityType type, List<Link> found, String by) {
        Translator translator = new Translator(store, remote.id());
        List<Row> rows = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        List<Entry> told = new ArrayList<>();
        for (Link each : found) {
            Memory memory = ground.memory(type.name(), each.memory());
            memory.candidates.clear();
            Ref ref = new Ref(type.name(), ground.store().newId());
            Plan plan = new Reconcile(type, r -> java.util.Optional.empty())
                    .plan(Hub.EMPTY, List.of(new Sides(store, type).of(remote, memory, translator)));
            memory.agreed.putAll(plan.agreed().get(remote.id()));
            Instant now = Instant.ofEpochMilli(ground.now());
            rows.add(this.rows.first(type, ref, plan.hub(), now));
            Link linked = Links.linked(each, ref.id(), ground.memory(type.name(), memory));
            links.add(Links.synced(linked, now));
            told.add(entry(ref, "created", remote, "Taken in from " + remote.system(), by));
        }
        store.insert(rows);
        store.put(links);
        store.tell(told);
        links.forEach(link -> arrived(store, remote, type, link, true));
    }

    void ask(Writing store, EntityType type, Link found, String why, List<String> candidates) {
        Memory memory = ground.memory(type.name(), found.memory());
        memory.candidates.clear();
        memory.candidates.addAll(candidates);
        Link asking = Links.trouble(found, Sync.NOT_YET_PUSHED, Asks.MATCH, why);
        Link now = Links.memory(asking, ground.memory(type.name(), memory));
        if (!now.equals(found)) store.put(now);
    }

    /**
     * Something is linked: what waited for it goes on.
     *
     * @param open whether there may be something left to do about it itself
     */
    void arrived(Writing store, Remote remote, EntityType type, Link linked, boolean open) {
        Ref ref = new Ref(type.name(), linked.record().orElseThrow());
        List<Dirty> marks = new ArrayList<>();
        if (open) marks.add(ground.dirty(Key.record(ref), Priority.FIRST));
        for (EntityType child : foundInside(store, type, linked))
            marks.add(ground.dirty(Key.match(child.name(), ref.id()), Priority.CHANGE));
        String owner = remote.id() + "/" + ref;
        List<Document> waiters = store.documents(WAITERS, owner, Instant.ofEpochMilli(ground.now()));
        for (Document waiter : waiters)
            marks.add(ground.dirty(Key.parse(waiter.name().key()), Priority.CHANGE));
        store.mark(marks);
        if (!waiters.isEmpty()) store.removeAll(WAITERS, owner);
    }

    /** What was found inside it there had no place in the hub until now; where nothing was, there is nothing to match. */
    private List<EntityType> foundInside(Writing store, EntityType type, Link linked) {
        Ref theirs = new Ref(type.name(), linked.remoteId().orElseThrow());
        LinkQuery found = LinkQuery.of(linked.connection(), "", Link.State.FOUND);
        List<EntityType> children = ground.types().inside(type.name());
        boolean none = children.stream()
                .map(child -> new Within(child).kept(theirs))
                .distinct()
                .allMatch(parent -> store.links(found.under(parent), "", 1).isEmpty());
        return none ? List.of() : children;
    }

    /** Wakes {@code waiter} as soon as {@code awaited} is linked there; at once if it is already. */
    void await(Writing store, Remote remote, Ref awaited, Ref waiter) {
        if (new Translator(store, remote.id()).theirs(awaited).isPresent()) {
            store.mark(ground.dirty(Key.record(waiter), Priority.CHANGE));
            return;
        }
        Key key = Key.record(waiter);
        Document waiting = Document.of(WAITERS, remote.id() + "/" + awaited, key.toString(), "{}");
        boolean known = store.document(waiting.name(), Instant.ofEpochMilli(ground.now()))
                .isPresent();
        if (!known) store.put(waiting);
    }

    void tell(Writing store, Ref ref, String event, Remote remote, String text, String by) {
        store.tell(entry(ref, event, remote, text, by));
    }

    private Entry entry(Ref ref, String event, Remote remote, String text, String by) {
        Instant now = Instant.ofEpochMilli(ground.now());
        return new Entry(ground.store().newId(), now, ref, event, "{}", "{}", remote.id(), by, text);
    }
}
