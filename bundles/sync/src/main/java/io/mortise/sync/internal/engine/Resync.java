package io.mortise.sync.internal.engine;

import io.mortise.model.Ref;
import io.mortise.store.Dirty;
import io.mortise.store.Link;
import io.mortise.store.LinkQuery;
import io.mortise.sync.internal.remote.Remote;
import java.util.ArrayList;
import java.util.List;

/**
 * Derives all work of one connection from what is known of its links, in small steps. Done when a system arrives: while
 * it was away, what it was owed was forgotten, and a mark can be lost in no other way. What is equal costs no request.
 */
public final class Resync {
    private static final int STEP = 500;
    private final Ground ground;

    public Resync(Ground ground) {
        this.ground = ground;
    }

    public void of(Remote remote) {
        for (String type : remote.types()) of(remote, type);
        ground.store().<Void>write(store -> {
            new Arrivals(ground).wake(store, remote.id());
            return null;
        });
    }

    private void of(Remote remote, String type) {
        Depth depth = new Depth(ground, remote, ground.types().type(type));
        String last = "";
        List<Link> part;
        do {
            String after = last;
            part = ground.store().<List<Link>>write(store -> {
                List<Link> links = store.links(LinkQuery.of(remote.id(), type), after, STEP);
                Observing observing =
                        new Observing(ground, remote, ground.types().type(type));
                List<Dirty> records = new ArrayList<>();
                for (Link link : links) {
                    if (link.record().isEmpty()) observing.mark(store, link, Priority.SWEEP);
                    else {
                        records.add(ground.dirty(
                                Key.record(new Ref(type, link.record().get())), Priority.SWEEP));
                        depth.deepen(store, link);
                    }
                }
                store.mark(records);
                return links;
            });
            if (!part.isEmpty()) last = part.get(part.size() - 1).id();
        } while (part.size() == STEP);
        depth.keep();
    }
}
