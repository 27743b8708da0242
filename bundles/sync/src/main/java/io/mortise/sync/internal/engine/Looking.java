package io.mortise.sync.internal.engine;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.model.EntityType;
import io.mortise.store.Link;
import io.mortise.store.Writing;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.remote.Remote;
import java.util.Optional;

/** Fetches one record of a vendor to settle a doubt about it. */
final class Looking {
    /** Milliseconds until a system that isn't signed in is asked again. */
    private static final long AWAY = 5_000;

    private final Ground ground;
    private final Vanishing vanishing;
    private final Faults faults;

    Looking(Ground ground) {
        this.ground = ground;
        this.vanishing = new Vanishing(ground);
        this.faults = new Faults(ground);
    }

    /** For a found record that no record of ours stands for yet. */
    Step work(Key key) {
        Optional<Link> link = ground.store().read(store -> store.link(key.id()));
        Optional<Remote> remote = link.flatMap(l -> ground.remotes().find(l.connection()));
        if (link.isEmpty() || remote.isEmpty()) return Step.DONE;
        boolean open = ground.memory(key.type(), link.get().memory()).needFetch;
        return open ? look(remote.get(), ground.types().type(key.type()), link.get()) : Step.DONE;
    }

    /** Of a record that lists show in part and that is no doubt; one that was fetched meanwhile needs no other look. */
    Step rest(Key key) {
        Optional<Link> link = ground.store().read(store -> store.link(key.id()));
        Optional<Remote> remote = link.flatMap(l -> ground.remotes().find(l.connection()));
        if (link.isEmpty() || remote.isEmpty()) return Step.DONE;
        EntityType type = ground.types().type(key.type());
        return Observing.lacksRest(
                        remote.get(), ground.memory(key.type(), link.get().memory()), type)
                ? look(remote.get(), type, link.get())
                : Step.DONE;
    }

    Step look(Remote remote, EntityType type, Link link) {
        Memory memory = ground.memory(type.name(), link.memory());
        if (ground.now() < memory.retryAt) return Step.later(memory.retryAt - ground.now(), "tried again soon");
        Optional<Lane> lane = remote.lane(type.name());
        if (lane.isEmpty()) return Step.later(AWAY, remote.system() + " can't be asked at this moment");
        if (lane.get().fetch().isEmpty()) return Step.waits("seen again in the next list");
        long started = ground.now();
        String id = link.remoteId().orElseThrow();
        try {
            Observation seen =
                    remote.call(type.name(), l -> l.fetch().orElseThrow().of(id));
            if (seen.isGone()) return missing(remote, type, link);
            return ground.store().write(store -> take(store, remote, type, link.id(), seen, started));
        } catch (Fault fault) {
            return fault.remedy() == Fault.Remedy.FORGET
                    ? missing(remote, type, link)
                    : faults.delay(type, link.id(), fault);
        }
    }

    private Step missing(Remote remote, EntityType type, Link link) {
        try {
            return vanishing.missing(remote, type, link.id());
        } catch (Fault fault) {
            return faults.delay(type, link.id(), fault);
        }
    }

    private Step take(Writing store, Remote remote, EntityType type, String linkId, Observation seen, long started) {
        Optional<Link> link = store.link(linkId);
        if (link.isEmpty()) return Step.DONE;
        Observing observing = new Observing(ground, remote, type);
        Optional<Link> now = observing.again(link.get(), seen, started, Observing.How.FETCHED);
        now.ifPresent(l -> {
            store.put(l);
            observing.markFetched(store, link.get(), l);
        });
        boolean settled = !ground.memory(type.name(), now.orElse(link.get()).memory()).needFetch;
        return settled ? Step.DONE : Step.later(1, "looked at again");
    }
}
