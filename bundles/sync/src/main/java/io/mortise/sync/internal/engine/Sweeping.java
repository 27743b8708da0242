package io.mortise.sync.internal.engine;

import io.mortise.store.Document;
import io.mortise.store.Link;
import io.mortise.store.LinkQuery;
import io.mortise.store.Reading;
import io.mortise.store.Writing;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.remote.Remote;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * After a sweep has shown everything there is: what it didn't mention is suspect, no more. Each suspect is looked up
 * alone before anything follows. Goes through the links in small steps; an interrupted one goes on where it stopped.
 */
final class Sweeping {
    private static final int STEP = 500;
    private final Ground ground;

    Sweeping(Ground ground) {
        this.ground = ground;
    }

    static String owner(Pass pass) {
        return owner(pass, pass.number());
    }

    static String owner(Pass pass, long number) {
        return pass.connection() + "/" + pass.type() + "/" + pass.feed() + "/" + number;
    }

    Pass judge(Remote remote, Pass pass) {
        return ground.store().write(store -> {
            Set<String> seen = seen(store, pass);
            LinkQuery linked = LinkQuery.of(pass.connection(), pass.type(), Link.State.LINKED, Link.State.FOUND);
            List<Link> links = store.links(linked, pass.judged(), STEP);
            Observing observing = new Observing(ground, remote, ground.types().type(pass.type()));
            for (Link link : links)
                if (!seen.contains(link.remoteId().orElse(""))) suspect(store, observing, pass, link);
            boolean more = links.size() == STEP;
            Pass next = more ? pass.judging(links.get(STEP - 1).id()) : pass.end(ground.now());
            if (!more) finish(store, pass);
            Document document = next.document(ground.json());
            store.put(document);
            return Pass.read(ground.json(), document);
        });
    }

    private Set<String> seen(Reading store, Pass pass) {
        Set<String> seen = new HashSet<>();
        for (Document page : store.documents(Intake.SEEN, owner(pass), Instant.ofEpochMilli(ground.now())))
            ((List<?>) ground.json().read(page.json()).get("ids")).forEach(id -> seen.add((String) id));
        return seen;
    }

    private void suspect(Writing store, Observing observing, Pass pass, Link link) {
        Memory memory = ground.memory(pass.type(), link.memory());
        if (memory.confirmed >= pass.started() || memory.needFetch) return;
        memory.needFetch = true;
        Link now = Links.memory(link, ground.memory(pass.type(), memory));
        store.put(now);
        observing.mark(store, now, Priority.SWEEP);
    }

    private void finish(Writing store, Pass pass) {
        store.removeAll(Intake.SEEN, owner(pass));
    }
}
