package io.mortise.sync.internal.engine;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Dirty;
import io.mortise.store.Link;
import io.mortise.store.LinkQuery;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.remote.Remote;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads what a system only shows below one record (a ticket's notes): again whenever that record is new or has changed,
 * those that look as if somebody works on them first. One record is read in one go, so that nothing of a place in it has
 * to be kept.
 */
final class Below {
    private static final int ALL = 10_000;
    private static final int MOST_PAGES = 50;
    /** Milliseconds until a system that can't be asked is thought of again: thousands may wait for it. */
    private static final long AWAY = 300_000;

    private static final long REFUSED = 3_600_000;

    private final Ground ground;
    private final Intake intake;

    Below(Ground ground) {
        this.ground = ground;
        this.intake = new Intake(ground);
    }

    /** What must be read below this link. */
    static List<Dirty> marks(Ground ground, Remote remote, Link parent, Priority priority) {
        return keys(ground, remote, parent, any -> true)
                .map(key -> ground.dirty(key, priority))
                .toList();
    }

    /** What may have changed below it without moving it, to be read once more in its turn. */
    static List<Dirty> rotated(Ground ground, Remote remote, Link parent) {
        return keys(ground, remote, parent, Feed::isQuiet)
                .map(key -> ground.dirty(Key.again(key), Priority.REST))
                .toList();
    }

    private static Stream<Key> keys(Ground ground, Remote remote, Link parent, Predicate<Feed> which) {
        return ground.types().inside(parent.type()).stream()
                .filter(child ->
                        feed(remote, child.name(), parent.type()).filter(which).isPresent())
                .map(child -> Key.below(child.name(), parent.id()));
    }

    private static Optional<Feed> feed(Remote remote, String child, String parent) {
        return remote.lane(child).stream()
                .map(Lane::feeds)
                .flatMap(List::stream)
                .filter(feed -> feed.under()
                        .map(EntityType::name)
                        .filter(parent::equals)
                        .isPresent())
                .findFirst();
    }

    Step work(Key key) {
        Optional<Link> parent =
                ground.store().read(store -> store.link(key.id())).filter(Below::isThere);
        if (parent.isEmpty()) return Step.DONE;
        Optional<Remote> remote = ground.remotes().find(parent.get().connection());
        Optional<Feed> feed =
                remote.flatMap(r -> feed(r, key.type(), parent.get().type()));
        if (feed.isEmpty())
            return Step.later(AWAY + ground.random().nextLong(AWAY), "its system can't be asked at this moment");
        try {
            boolean news = read(remote.get(), ground.types().type(key.type()), feed.get(), parent.get());
            if (feed.get().isUnsure() && (news || key.kind() == Key.Kind.BELOW)) again(key);
            return Step.DONE;
        } catch (Fault fault) {
            return again(fault);
        }
    }

    /** What was shown may have been a part; one that may be so each time is asked for some minutes later. */
    private void again(Key key) {
        long wait = key.kind() == Key.Kind.AGAIN ? AWAY + ground.random().nextLong(AWAY) : 0;
        ground.store().<Void>write(store -> {
            store.mark(ground.dirty(Key.again(key), Priority.REST, wait));
            return null;
        });
    }

    private static boolean isThere(Link link) {
        return link.state() == Link.State.LINKED || link.state() == Link.State.FOUND;
    }

    private Step again(Fault fault) {
        return switch (fault.remedy()) {
            case FORGET -> Step.DONE;
            case ASK_ADMIN -> Step.later(REFUSED, fault.getMessage());
            default -> Step.later(Math.max(fault.after().toMillis(), ground.backoff(6)), fault.getMessage());
        };
    }

    /** @return whether it showed something new, or lacked something known */
    private boolean read(Remote remote, EntityType type, Feed feed, Link parent) throws Fault {
        long started = ground.now();
        Set<String> seen = new HashSet<>();
        Ref of = new Ref(parent.type(), parent.remoteId().orElseThrow());
        Feed.Cursor cursor = Feed.Cursor.START;
        long created = 0;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Feed.Query query = new Feed.Query(cursor, feed.limit(), Optional.of(of));
            Page page = remote.call(
                    type.name(), lane -> Intake.same(lane, feed).read().of(query));
            created += ground.store()
                    .write(store -> intake.observe(store, remote, type, page.items(), started, Priority.CHANGE))
                    .created();
            for (Observation item : page.items()) seen.add(item.ref().id());
            if (page.isLast()) {
                boolean missing = judge(remote, type, of, seen, started);
                return missing || created > 0;
            }
            cursor = page.next();
        }
        throw Fault.of(Fault.Remedy.REPORT, "There is too much below one " + parent.type());
    }

    /** What was below it and isn't shown any more is looked up alone. */
    private boolean judge(Remote remote, EntityType type, Ref of, Set<String> seen, long started) {
        if (remote.lane(type.name()).flatMap(Lane::fetch).isEmpty()) return false;
        Observing observing = new Observing(ground, remote, type);
        LinkQuery below = LinkQuery.of(remote.id(), type.name(), Link.State.LINKED, Link.State.FOUND)
                .under(new Within(type).kept(of));
        boolean missing = ground.store().read(store -> store.links(below, "", ALL)).stream()
                .anyMatch(link -> isSuspect(type, link, seen, started));
        if (!missing) return false;
        ground.store().<Void>write(store -> {
            for (Link link : store.links(below, "", ALL))
                if (isSuspect(type, link, seen, started)) observing.suspect(store, link);
            return null;
        });
        return true;
    }

    private boolean isSuspect(EntityType type, Link link, Set<String> seen, long started) {
        if (seen.contains(link.remoteId().orElse(""))) return false;
        Memory memory = ground.memory(type.name(), link.memory());
        return memory.confirmed < started && !memory.needFetch;
    }
}
