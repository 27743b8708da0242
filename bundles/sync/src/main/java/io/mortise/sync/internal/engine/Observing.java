package io.mortise.sync.internal.engine;

import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.store.Dirty;
import io.mortise.store.Link;
import io.mortise.store.Writing;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.reconcile.Evidence;
import io.mortise.sync.internal.remote.Remote;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes one thing that a vendor showed into its link. Facts only: what follows from it is decided later. */
final class Observing {
    enum How {
        LISTED,
        /** Fetched alone: it settles doubts; where nothing can be fetched, a list does. */
        FETCHED
    }

    private final Ground ground;
    private final Remote remote;
    private final EntityType type;

    Observing(Ground ground, Remote remote, EntityType type) {
        this.ground = ground;
        this.remote = remote;
        this.type = type;
    }

    /** @return the link of a record never seen before */
    Link first(Observation seen, long started) {
        Memory memory = new Memory();
        merge(memory, seen, started, How.LISTED);
        memory.needFetch = (seen.isHint() || seen.isPartial()) && canFetch();
        Link link = Links.found(
                ground.store().newId(), remote.id(), type.name(), seen.ref().id(), parent(memory), fingerprint(seen));
        return Links.seen(
                link, link.parent(), link.fingerprint(), page(link, seen), ground.memory(type.name(), memory));
    }

    /**
     * @param started when the request that showed it began
     * @return the link as it is now, if that is anything new
     */
    Optional<Link> again(Link link, Observation seen, long started, How how) {
        Memory memory = ground.memory(type.name(), link.memory());
        boolean shows = !seen.isHint() && !seen.isGone();
        boolean doubted = memory.needFetch && !canFetch();
        if (shows && how == How.LISTED && link.state() != Link.State.GONE && !doubted && known(memory, seen))
            return noted(link, seen);
        if (!shows || tooOld(memory, started, how)) return doubt(link, memory);
        Fields before = memory.observed;
        boolean moved = merge(memory, seen, started, how);
        // A list's row that looks as it did before something else was learned is news: the old print must not hide it.
        String other = moved && rowsDiffer(before, memory.observed) ? "" : link.fingerprint();
        boolean open = memory.needFetch && !canFetch();
        String fingerprint = how == How.LISTED && !open ? fingerprint(seen) : other;
        if (how == How.LISTED && seen.isPartial() && canFetch() && !fingerprint.equals(link.fingerprint()))
            memory.needFetch = true;
        Link now = Links.seen(link, parent(memory), fingerprint, page(link, seen), ground.memory(type.name(), memory));
        boolean settles = how == How.FETCHED || !canFetch();
        if (link.state() == Link.State.GONE) now = settles ? back(now) : needsLook(now, memory);
        boolean same = !moved && now.equals(link);
        return same ? Optional.empty() : Optional.of(now);
    }

    /** Marks what must be looked at because of this link, and what must be read below it. */
    void mark(Writing store, Link link, Priority priority) {
        mark(store, List.of(link), priority);
    }

    /** The same of many, in one go. */
    void mark(Writing store, List<Link> links, Priority priority) {
        Scope scope = new Scope(store, remote.id(), type);
        List<Dirty> marks = new ArrayList<>();
        for (Link link : links) {
            Memory memory = ground.memory(type.name(), link.memory());
            // what is fetched alone first comes here again then; somebody may be working on it
            boolean soon = priority.compareTo(Priority.CHANGE) <= 0;
            if (!memory.needFetch)
                marks.addAll(Below.marks(ground, remote, link, soon ? Priority.CHANGE : Priority.SWEEP));
            if (!memory.needFetch && lacksRest(remote, memory, type))
                marks.add(ground.dirty(Key.rest(type.name(), link.id()), Priority.REST));
            itself(scope, link, memory, priority).ifPresent(marks::add);
        }
        store.mark(marks);
    }

    /** Is there more new than what only a fetch shows? */
    private boolean rowsDiffer(Fields before, Fields now) {
        Set<Field<?>> alone = remote.lane(type.name()).map(Lane::alone).orElse(Set.of());
        return type.fields().stream()
                .filter(field -> !alone.contains(field) && now.mentions(field))
                .anyMatch(field -> !before.mentions(field) || !before.get(field).equals(now.get(field)));
    }

    /** The same after a fetch; what only a fetch shows tells of nothing new below it. */
    void markFetched(Writing store, Link before, Link now) {
        Memory was = ground.memory(type.name(), before.memory());
        Memory is = ground.memory(type.name(), now.memory());
        if (!was.needFetch && !rowsDiffer(was.observed, is.observed))
            itself(new Scope(store, remote.id(), type), now, is, Priority.CHANGE)
                    .ifPresent(store::mark);
        else mark(store, now, Priority.CHANGE);
    }

    private Optional<Dirty> itself(Scope scope, Link link, Memory memory, Priority priority) {
        if (link.record().isPresent())
            return Optional.of(
                    ground.dirty(Key.record(new Ref(type.name(), link.record().get())), priority));
        if (memory.needFetch) return Optional.of(ground.dirty(Key.look(type.name(), link.id()), Priority.HINT));
        return scope.of(link).map(place -> ground.dirty(Key.match(type.name(), place), Priority.CHANGE));
    }

    /** Has nobody fetched yet what only a fetch shows? */
    static boolean lacksRest(Remote remote, Memory memory, EntityType type) {
        return remote.lane(type.name())
                .filter(lane -> lane.fetch().isPresent() && !lane.alone().isEmpty())
                .map(lane -> lane.alone().stream().noneMatch(memory.observed::mentions))
                .orElse(false);
    }

    /** A whole list lacks it: it is looked up alone before anything follows. */
    void suspect(Writing store, Link link) {
        Memory memory = ground.memory(type.name(), link.memory());
        memory.needFetch = true;
        Link now = Links.memory(link, ground.memory(type.name(), memory));
        store.put(now);
        mark(store, now, Priority.SWEEP);
    }

    /** A list may show what was so a while ago; what we have learned or done since counts for more. */
    private boolean tooOld(Memory memory, long started, How how) {
        if (how == How.FETCHED) return memory.fence > 0 && started <= memory.fence;
        return asOf(started, how) <= Math.max(memory.fence, memory.confirmed);
    }

    private long asOf(long started, How how) {
        return how == How.FETCHED ? started : started - remote.timing().search().toMillis();
    }

    /** Does it show nothing but what is known already? Then it doesn't matter how old it is. */
    private boolean known(Memory memory, Observation seen) {
        for (Field<?> field : type.fields()) {
            boolean differs = seen.fields().mentions(field)
                    && !field.isFleeting()
                    && !(memory.observed.mentions(field)
                            && memory.observed.get(field).equals(seen.fields().get(field)));
            if (differs) return false;
        }
        return seen.revision().map(memory.revision::equals).orElse(true)
                && memory.locked.size() == seen.locked().size();
    }

    private Optional<Link> noted(Link link, Observation seen) {
        String fingerprint = fingerprint(seen);
        return fingerprint.equals(link.fingerprint())
                ? Optional.empty()
                : Optional.of(Links.seen(link, link.parent(), fingerprint, link.page(), link.memory()));
    }

    private Optional<Link> doubt(Link link, Memory memory) {
        if (memory.needFetch || !canFetch()) return Optional.empty();
        memory.needFetch = true;
        return Optional.of(Links.memory(link, ground.memory(type.name(), memory)));
    }

    private boolean merge(Memory memory, Observation seen, long started, How how) {
        boolean moved = false;
        Fields.Builder observed = memory.observed.but();
        for (Field<?> field : type.fields()) {
            if (!seen.fields().mentions(field)) continue;
            boolean differs = !memory.observed.mentions(field)
                    || !memory.observed.get(field).equals(seen.fields().get(field));
            if (!differs) continue;
            moved |= !field.isFleeting();
            memory.evidence.put(field.name(), new Evidence(memory.confirmed, ground.now()));
            observed.copy(field, seen.fields());
        }
        memory.observed = observed.build();
        moved |= locks(memory, seen);
        memory.revision = seen.revision().orElse(memory.revision);
        memory.changedBy = seen.changedBy().orElse(moved ? "" : memory.changedBy);
        memory.confirmed = Math.max(memory.confirmed, asOf(started, how));
        boolean settles = !canFetch() && asOf(started, how) > memory.unclearUntil;
        if (how == How.FETCHED || settles) {
            memory.needFetch = false;
            memory.missingSince = 0;
            memory.retryAt = 0;
        }
        return moved;
    }

    private static boolean locks(Memory memory, Observation seen) {
        var before = new java.util.TreeMap<>(memory.locked);
        memory.locked.clear();
        seen.locked().forEach((field, why) -> memory.locked.put(field.name(), why));
        return !before.equals(memory.locked);
    }

    private Link back(Link gone) {
        return Links.trouble(
                Links.state(gone, Link.State.LINKED, gone.memory()), Link.Sync.SYNCING, Link.Asks.NOTHING, "");
    }

    private Link needsLook(Link gone, Memory memory) {
        memory.needFetch = canFetch();
        return Links.memory(gone, ground.memory(type.name(), memory));
    }

    private String parent(Memory memory) {
        return type.within()
                .flatMap(memory.observed::get)
                .map(new Within(type)::kept)
                .orElse("");
    }

    String fingerprint(Observation seen) {
        boolean revisionCounts = remote.lane(type.name())
                .map(lane -> lane.claimed(Lane.Claim.IF_MATCH) || lane.claimed(Lane.Claim.RISING_REVISION))
                .orElse(false);
        return ground.fingerprint().of(type, seen, remote.mapping(), revisionCounts);
    }

    private boolean canFetch() {
        return remote.lane(type.name()).flatMap(Lane::fetch).isPresent();
    }

    private static String page(Link link, Observation seen) {
        return seen.page().map(URI::toString).orElse(link.page());
    }
}
