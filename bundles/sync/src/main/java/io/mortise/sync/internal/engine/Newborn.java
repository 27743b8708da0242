package io.mortise.sync.internal.engine;

import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.store.Reading;
import io.mortise.store.Writing;
import io.mortise.sync.internal.engine.Outward.Said;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.reconcile.Evidence;
import io.mortise.sync.internal.remote.Remote;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** An intent whose create was answered, as a link; and whether that is the end of it. Inside a transaction. */
final class Newborn {
    private final Ground ground;
    private final Acknowledging acknowledging;
    private final Readiness readiness;

    Newborn(Ground ground) {
        this.ground = ground;
        this.acknowledging = new Acknowledging(ground);
        this.readiness = new Readiness(ground);
    }

    /** @param open whether what the vendor made of it is anything else than what was wanted */
    record Child(Link link, boolean open) {}

    /** Does every system have it that could be given it? Otherwise one may have waited for this. */
    boolean isEverywhere(Reading store, EntityType type, Link born) {
        if (!readiness.away().isEmpty()) return false;
        Set<String> there = new TreeSet<>();
        for (Link link : store.links(new Ref(type.name(), born.record().orElseThrow())))
            if (link.state() == Link.State.LINKED || link.state() == Link.State.GONE) there.add(link.connection());
        return ground.remotes().with(type.name()).stream()
                .filter(remote -> remote.lane(type.name()).flatMap(Lane::create).isPresent())
                .allMatch(remote -> there.contains(remote.id()));
    }

    Child of(Writing store, Remote remote, EntityType type, Link link, Said said, Observation made, boolean repeated) {
        Memory memory = ground.memory(type.name(), link.memory());
        long since = memory.intent.since();
        boolean open = repeated || made.isHint() || !said.held().isEmpty() || !takesAll(remote, type);
        memory.intent = null;
        memory.inTurn = false;
        memory.approved = false;
        if (repeated) {
            // It may be the first try's child, changed by people since: a look, not an acknowledgement.
            said.values()
                    .forEach((field, value) -> memory.pending
                            .computeIfAbsent(field, f -> new LinkedHashSet<>())
                            .add(value));
            memory.observed = made.fields();
            made.fields().names().forEach(field -> memory.evidence.put(field, new Evidence(since, ground.now())));
            memory.needFetch = canFetch(remote, type);
        } else {
            open |= acknowledging.take(store, remote, type, memory, said, made, memory.observed);
            open |= !memory.refused.isEmpty() || !memory.held.isEmpty() || !memory.undone.isEmpty();
            memory.needFetch = made.isHint();
            memory.forgetWrites();
        }
        memory.fence = ground.now();
        memory.revision = made.revision().orElse("");
        String page = made.page().map(Object::toString).orElse("");
        String parent = type.within()
                .flatMap(memory.observed::get)
                .map(new Within(type)::kept)
                .orElse("");
        Link named = Links.named(link, made.ref().id(), parent, page);
        Link linked = Links.linked(named, link.record().orElseThrow(), ground.memory(type.name(), memory));
        Link printed = Links.seen(linked, parent, print(remote, type, made, repeated), page, linked.memory());
        return new Child(Links.synced(printed, Instant.ofEpochMilli(ground.now())), open);
    }

    /** A list that shows the very same shows nothing new. */
    private String print(Remote remote, EntityType type, Observation made, boolean repeated) {
        boolean whole = !repeated && !made.isHint() && !made.isPartial();
        return whole ? new Observing(ground, remote, type).fingerprint(made) : "";
    }

    /** Can everything be said with a create that can be said at all? */
    private static boolean takesAll(Remote remote, EntityType type) {
        return remote.lane(type.name())
                .map(lane -> lane.creatable().containsAll(lane.updatable()))
                .orElse(false);
    }

    private static boolean canFetch(Remote remote, EntityType type) {
        return remote.lane(type.name()).flatMap(Lane::fetch).isPresent();
    }
}
