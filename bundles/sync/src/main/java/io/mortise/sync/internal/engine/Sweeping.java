package io.mortise.sync.internal.engine;

import io.mortise.connector.Lane;
import io.mortise.model.EntityType;
import io.mortise.store.Dirty;
import io.mortise.store.Document;
import io.mortise.store.Link;
import io.mortise.store.LinkQuery;
import io.mortise.store.Reading;
import io.mortise.store.Writing;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.remote.Remote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * After a sweep has shown everything there is: what it didn't mention is suspect, no more. Each suspect is looked up
 * alone before anything follows. Not thread-safe. Goes through the links in small steps; an interrupted one goes on where it stopped.
 */
final class Sweeping {
    private static final int STEP = 500;
    /** In so many sweeps, each record's turn comes once to have read what changes quietly below it. */
    private static final int TURNS = 24;

    private final Ground ground;
    private final Vanishing vanishing;
    private final Brake brake;
    private Shown shown = Shown.NOTHING;

    Sweeping(Ground ground) {
        this.ground = ground;
        this.vanishing = new Vanishing(ground);
        this.brake = new Brake(ground);
    }

    /** The ids that a pass showed. */
    private record Shown(String owner, Set<String> ids) {
        static final Shown NOTHING = new Shown("", Set.of());
    }

    static String owner(Pass pass) {
        return owner(pass, pass.number());
    }

    static String owner(Pass pass, long number) {
        return pass.connection() + "/" + pass.type() + "/" + pass.feed() + "/" + number;
    }

    Pass judge(Remote remote, Pass pass) {
        EntityType type = ground.types().type(pass.type());
        boolean fetches = remote.lane(type.name()).flatMap(Lane::fetch).isPresent();
        boolean passing = isPassing(remote, pass);
        Set<String> seen = seen(pass);
        List<String> gone = new ArrayList<>();
        Pass next = ground.store().write(store -> {
            gone.clear();
            LinkQuery linked = LinkQuery.of(pass.connection(), pass.type(), Link.State.LINKED, Link.State.FOUND);
            List<Link> links = store.links(linked, pass.judged(), STEP);
            Observing observing = new Observing(ground, remote, type);
            if (!passing)
                brake.count(
                        store,
                        pass,
                        links.stream().filter(link -> misses(seen, pass, link)).count());
            for (Link link : links) {
                boolean shown = seen.contains(link.remoteId().orElse(""));
                if (fetches && !shown) suspect(store, observing, pass, link);
                if (!fetches && unlookable(store, observing, remote, pass, link, shown)) gone.add(link.id());
            }
            store.mark(turn(remote, pass, links, seen));
            boolean more = links.size() == STEP;
            Document document =
                    (more ? pass.judging(links.get(STEP - 1).id()) : pass.end(ground.now())).document(ground.json());
            if (!more) {
                brake.ended(store, pass);
                store.removeAll(Intake.SEEN, owner(pass));
            }
            store.put(document);
            return Pass.read(ground.json(), document);
        });
        gone.forEach(link -> vanishing.proved(remote, type, link));
        if (!next.judging()) shown = Shown.NOTHING;
        return next;
    }

    private static boolean isPassing(Remote remote, Pass pass) {
        return remote.lane(pass.type()).stream()
                .map(Lane::feeds)
                .flatMap(List::stream)
                .anyMatch(feed -> feed.name().equals(pass.feed()) && feed.isPassing());
    }

    /** What is to be read below those whose turn it is. */
    private List<Dirty> turn(Remote remote, Pass pass, List<Link> links, Set<String> seen) {
        return links.stream()
                .filter(link -> seen.contains(link.remoteId().orElse("")))
                .filter(link -> Math.floorMod(link.id().hashCode() + pass.number(), TURNS) == 0)
                .flatMap(link -> Below.rotated(ground, remote, link).stream())
                .toList();
    }

    private boolean misses(Set<String> seen, Pass pass, Link link) {
        return link.state() == Link.State.LINKED
                && !seen.contains(link.remoteId().orElse(""))
                && ground.memory(pass.type(), link.memory()).confirmed < pass.started();
    }

    /** Read once for all steps of a pass. */
    private Set<String> seen(Pass pass) {
        if (!shown.owner.equals(owner(pass)))
            shown = new Shown(owner(pass), ground.store().read(store -> seen(store, pass)));
        return shown.ids;
    }

    private Set<String> seen(Reading store, Pass pass) {
        Set<String> seen = new HashSet<>();
        for (Document page : store.documents(Intake.SEEN, owner(pass), Instant.ofEpochMilli(ground.now())))
            ((List<?>) ground.json().read(page.json()).get("ids")).forEach(id -> seen.add((String) id));
        return seen;
    }

    private void suspect(Writing store, Observing observing, Pass pass, Link link) {
        Memory memory = ground.memory(pass.type(), link.memory());
        if (memory.confirmed < pass.started() && !memory.needFetch) observing.suspect(store, link);
    }

    /** What can't be looked up alone is gone when a second whole list, some time later, lacks it as well. */
    private boolean unlookable(Writing store, Observing observing, Remote remote, Pass pass, Link link, boolean shown) {
        Memory memory = ground.memory(pass.type(), link.memory());
        long missing = memory.missingSince;
        if (shown ? missing == 0 : memory.confirmed >= pass.started()) return false;
        if (!shown && missing > 0)
            return pass.started() - missing >= remote.timing().proof().toMillis();
        memory.missingSince = shown ? 0 : ground.now();
        Link now = Links.memory(link, ground.memory(pass.type(), memory));
        store.put(now);
        if (shown) observing.mark(store, now, Priority.SWEEP);
        return false;
    }
}
