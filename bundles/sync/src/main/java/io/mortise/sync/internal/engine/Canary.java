package io.mortise.sync.internal.engine;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Link;
import io.mortise.store.LinkQuery;
import io.mortise.store.Reading;
import io.mortise.sync.internal.remote.Remote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lost rights look like deletion: everything answers "not found". Before one record is believed to be gone, another
 * one must be readable: the organization that it lies in, or else its neighbour in the list.
 */
final class Canary {
    private static final int NEIGHBOURS = 3;
    private final Ground ground;

    Canary(Ground ground) {
        this.ground = ground;
    }

    /** True as well when there is nothing else to ask for. */
    boolean sings(Remote remote, EntityType type, Link missing) throws Fault {
        List<Ref> others = ground.store().read(store -> others(store, remote, type, missing));
        for (Ref other : others) if (reads(remote, other)) return true;
        return others.isEmpty();
    }

    private List<Ref> others(Reading store, Remote remote, EntityType type, Link missing) {
        Optional<Ref> parent = parent(store, remote, type, missing);
        if (parent.isPresent()) return List.of(parent.get());
        LinkQuery linked = LinkQuery.of(remote.id(), type.name(), Link.State.LINKED);
        List<Link> links = new ArrayList<>(store.links(linked, missing.id(), NEIGHBOURS));
        if (links.size() < NEIGHBOURS) links.addAll(store.links(linked, "", NEIGHBOURS));
        return links.stream()
                .filter(link -> !link.id().equals(missing.id()))
                .map(link -> new Ref(type.name(), link.remoteId().orElseThrow()))
                .distinct()
                .toList();
    }

    private Optional<Ref> parent(Reading store, Remote remote, EntityType type, Link missing) {
        return new Within(type)
                .of(missing)
                .filter(parent ->
                        remote.lane(parent.type()).flatMap(Lane::fetch).isPresent())
                .filter(parent -> store.link(remote.id(), parent.type(), parent.id())
                        .filter(link -> link.state() != Link.State.GONE)
                        .isPresent());
    }

    private static boolean reads(Remote remote, Ref theirs) throws Fault {
        try {
            return !remote.call(theirs.type(), l -> l.fetch().orElseThrow().of(theirs.id()))
                    .isGone();
        } catch (Fault fault) {
            if (fault.remedy() == Fault.Remedy.FORGET) return false;
            throw fault;
        }
    }
}
