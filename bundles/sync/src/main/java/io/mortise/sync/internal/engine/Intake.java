package io.mortise.sync.internal.engine;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.model.EntityType;
import io.mortise.store.Document;
import io.mortise.store.Link;
import io.mortise.store.Reading.Known;
import io.mortise.store.Stale;
import io.mortise.store.Writing;
import io.mortise.sync.internal.remote.Remote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads feeds page by page. A page and the cursor behind it are committed together; an unchanged record costs no
 * write; the same page twice does nothing the second time.
 */
public final class Intake {
    static final String SEEN = "seen";
    private final Ground ground;
    private final Sweeping sweeping;

    public Intake(Ground ground) {
        this.ground = ground;
        this.sweeping = new Sweeping(ground);
    }

    /**
     * One request, one transaction.
     *
     * @return the pass as it stands; ended when nothing is left to read or to judge
     */
    public Pass step(Remote remote, String typeName, Feed feed) throws Fault {
        Pass pass = last(remote, typeName, feed);
        if (pass.judging()) return sweeping.judge(remote, pass);
        Pass running = pass.isRunning() ? pass : pass.begin(ground.now(), feed.isComplete());
        long started = ground.now();
        try {
            Page page = read(remote, typeName, feed, running);
            return ground.store().write(store -> take(store, remote, feed, running, page, started));
        } catch (Fault fault) {
            if (fault.remedy() == Fault.Remedy.RESTART)
                return ground.store().write(store -> keep(store, running.begin(ground.now(), true)));
            if (fault.remedy() == Fault.Remedy.ASK_ADMIN) refused(running, fault.getMessage());
            throw fault;
        }
    }

    /** The feed's pass as it was kept last; not begun if there was none. */
    public Pass last(Remote remote, String typeName, Feed feed) {
        return ground.store().read(store -> Pass.load(store, ground.json(), remote.id(), typeName, feed, ground.now()));
    }

    /** Kept, because matching must know it after a restart as well. */
    private void refused(Pass running, String why) {
        if (!running.refused().equals(why)) ground.store().write(store -> keep(store, running.refuse(why)));
    }

    private Page read(Remote remote, String type, Feed feed, Pass pass) throws Fault {
        Feed.Query query = new Feed.Query(new Feed.Cursor(pass.cursor()), feed.limit(), Optional.empty());
        return remote.call(type, lane -> same(lane, feed).read().of(query));
    }

    /** The feed of the session that makes the call. */
    static Feed same(Lane lane, Feed feed) {
        return lane.feeds().stream()
                .filter(f -> f.name().equals(feed.name()))
                .findFirst()
                .orElseThrow();
    }

    private Pass take(Writing store, Remote remote, Feed feed, Pass pass, Page page, long started) {
        if (!isConnected(remote)) throw new Stale("connection " + remote.id());
        EntityType type = ground.types().type(pass.type());
        Priority priority = pass.complete() == 0 ? Priority.FIRST : Priority.CHANGE;
        Pass.Counts counts = observe(store, remote, type, page.items(), started, priority);
        if (feed.isComplete()) remember(store, pass, page);
        Pass next = pass.page(page.next().text(), page.total().orElse(-1), counts);
        if (!page.isLast()) return keep(store, next);
        return keep(store, feed.isComplete() ? next.judging("") : next.end(ground.now()));
    }

    /** It may have been removed while it was read: nothing of it may stay. */
    private boolean isConnected(Remote remote) {
        return ground.remotes().absent().contains(remote.id())
                || ground.remotes().find(remote.id()).isPresent();
    }

    private Pass keep(Writing store, Pass pass) {
        Document document = pass.document(ground.json());
        store.put(document);
        return Pass.read(ground.json(), document);
    }

    /** Everything a page shows; what is new or different is kept and marked. */
    Pass.Counts observe(
            Writing store, Remote remote, EntityType type, List<Observation> items, long started, Priority priority) {
        Observing observing = new Observing(ground, remote, type);
        Map<String, Observation> latest = new LinkedHashMap<>();
        items.forEach(item -> latest.put(item.ref().id(), item));
        Map<String, Known> known = store.known(remote.id(), type.name(), latest.keySet());
        List<Link> changed = new ArrayList<>();
        Map<String, Observation> differing = new LinkedHashMap<>();
        for (Observation seen : latest.values()) {
            Known before = known.get(seen.ref().id());
            if (before == null && !seen.isGone()) changed.add(observing.first(seen, started));
            else if (before != null && !unchanged(before, seen, observing)) differing.put(before.linkId(), seen);
        }
        long created = changed.size();
        store.linksById(differing.keySet())
                .forEach((id, link) -> observing
                        .again(link, differing.get(id), started, Observing.How.LISTED)
                        .ifPresent(changed::add));
        store.put(changed);
        observing.mark(store, changed, priority);
        long others = changed.size() - created;
        return new Pass.Counts(latest.size(), created, others, latest.size() - created - others);
    }

    private static boolean unchanged(Known before, Observation seen, Observing observing) {
        boolean plain = !seen.isHint() && !seen.isGone() && before.state() != Link.State.GONE;
        return plain && before.fingerprint().equals(observing.fingerprint(seen));
    }

    private void remember(Writing store, Pass pass, Page page) {
        List<String> ids = page.items().stream()
                .filter(item -> !item.isGone())
                .map(item -> item.ref().id())
                .toList();
        String owner = Sweeping.owner(pass);
        store.removeAll(SEEN, Sweeping.owner(pass, pass.number() - 1));
        store.put(Document.of(
                SEEN, owner, "%08d".formatted(pass.pages()), ground.json().write(Map.of("ids", ids))));
    }
}
