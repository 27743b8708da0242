package io.mortise.sync.internal.engine;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Entry;
import io.mortise.store.Link;
import io.mortise.store.Row;
import io.mortise.store.Writing;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.reconcile.Cell;
import io.mortise.sync.internal.reconcile.Evidence;
import io.mortise.sync.internal.reconcile.Hub;
import io.mortise.sync.internal.remote.Remote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * A vendor's record isn't there any more. Believed only when two looks, some time apart, say so, and others can still be
 * read. Nothing is deleted:
 * the record is deactivated and kept, here and at every system that can say it.
 */
final class Vanishing {
    /** Milliseconds until what a person must speak about is looked at again without a word. */
    private static final long HELD = 1_800_000;

    private static final String UNSEEN = "not found there; the next whole list will tell";

    private final Ground ground;
    private final Rows rows;
    private final Canary canary;
    private final Brake brake;

    Vanishing(Ground ground) {
        this.ground = ground;
        this.rows = new Rows(ground);
        this.canary = new Canary(ground);
        this.brake = new Brake(ground);
    }

    /** One look found nothing. May call the vendor: not to be called inside a transaction. */
    Step missing(Remote remote, EntityType type, String linkId) throws Fault {
        long proof = remote.timing().proof().toMillis();
        Optional<Link> link = ground.store().read(store -> store.link(linkId));
        if (link.isEmpty()) return Step.DONE;
        Memory memory = ground.memory(type.name(), link.get().memory());
        boolean fetches = remote.lane(type.name()).flatMap(Lane::fetch).isPresent();
        if (memory.missingSince == 0) return suspect(type, linkId, proof, fetches);
        if (!fetches) return Step.waits(UNSEEN);
        long rest = memory.missingSince + proof - ground.now();
        if (rest > 0) return Step.later(rest, "not found there; looked for again");
        return canary.sings(remote, type, link.get())
                ? proved(remote, type, linkId)
                : hidden(remote, type, linkId, proof);
    }

    /** Nothing around it can be read either: that is no proof, and people should know. */
    private Step hidden(Remote remote, EntityType type, String linkId, long proof) {
        String why =
                remote.system() + " shows neither this nor what is around it: does the account still have its rights?";
        return still(linkId, (store, link) -> {
            Memory memory = ground.memory(type.name(), link.memory());
            memory.retryAt = ground.now() + proof;
            Link.Asks asks = link.asks();
            Link now = Links.memory(link, ground.memory(type.name(), memory));
            store.put(Links.trouble(now, Link.Sync.ERROR, asks, why));
            return Step.later(proof, why);
        });
    }

    private Step suspect(EntityType type, String linkId, long proof, boolean fetches) {
        return still(linkId, (store, link) -> {
            Memory memory = ground.memory(type.name(), link.memory());
            memory.missingSince = ground.now();
            memory.needFetch = fetches;
            memory.retryAt = fetches ? ground.now() + proof : 0;
            store.put(Links.memory(link, ground.memory(type.name(), memory)));
            return fetches ? Step.later(proof, "not found there; looked for again") : Step.waits(UNSEEN);
        });
    }

    /** It has been proved; only if very much is missing at once, a person must say so as well. */
    Step proved(Remote remote, EntityType type, String linkId) {
        boolean holds = ground.store().read(store -> brake.holds(store, remote.id(), type.name()));
        return holds ? held(remote, type, linkId) : gone(remote, type, linkId);
    }

    private Step held(Remote remote, EntityType type, String linkId) {
        String why = "Very much is missing at " + remote.system() + " at once: a person must say whether it is gone";
        return still(linkId, (store, link) -> {
            Memory memory = ground.memory(type.name(), link.memory());
            memory.retryAt = ground.now() + HELD;
            Link now = Links.memory(link, ground.memory(type.name(), memory));
            store.put(Links.trouble(now, Link.Sync.ERROR, link.asks(), why));
            return Step.later(HELD, why);
        });
    }

    private Step gone(Remote remote, EntityType type, String linkId) {
        return still(linkId, (store, link) -> {
            if (link.record().isEmpty()) {
                store.unlink(List.of(link.id()));
                return Step.DONE;
            }
            Memory memory = ground.memory(type.name(), link.memory());
            memory.needFetch = false;
            memory.missingSince = 0;
            if (link.state() == Link.State.GONE) { // looked at again, and still gone
                store.put(Links.memory(link, ground.memory(type.name(), memory)));
                return Step.DONE;
            }
            memory.forgetWrites();
            Ref ref = new Ref(type.name(), link.record().get());
            memory.deactivated = deactivate(store, remote, type, ref) || Returning.isLost(ground, store, ref);
            Link gone = Links.state(link, Link.State.GONE, ground.memory(type.name(), memory));
            store.put(Links.trouble(gone, Link.Sync.ORPHANED, Link.Asks.NOTHING, "It is gone at " + remote.system()));
            return Step.DONE;
        });
    }

    /** While the vendor was asked, the link may have given way to another. */
    private Step still(String linkId, BiFunction<Writing, Link, Step> then) {
        return ground.store()
                .write(store ->
                        store.link(linkId).map(link -> then.apply(store, link)).orElse(Step.DONE));
    }

    /** @return false if it isn't active anyway */
    private boolean deactivate(Writing store, Remote remote, EntityType type, Ref ref) {
        Row row = store.row(ref).orElseThrow();
        if (!row.active()) return false;
        Instant now = Instant.ofEpochMilli(ground.now());
        Hub hub = rows.hub(type, row);
        Map<String, Cell> cells = new TreeMap<>(hub.cells());
        Evidence when = new Evidence(ground.now(), ground.now());
        cells.put(EntityType.ACTIVE.name(), new Cell(false, when, remote.id(), ""));
        store.update(rows.next(type, row, new Hub(cells, hub.frozen()), now));
        store.tell(new Entry(
                ground.store().newId(),
                now,
                ref,
                "deactivated",
                "{\"active\":true}",
                "{\"active\":false}",
                remote.id(),
                "",
                "It is gone at " + remote.system() + "; the record is kept"));
        store.mark(ground.dirty(Key.record(ref), Priority.CHANGE));
        return true;
    }
}
