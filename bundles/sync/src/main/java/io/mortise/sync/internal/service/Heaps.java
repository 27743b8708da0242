package io.mortise.sync.internal.service;

import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.model.EntityType;
import io.mortise.store.Link;
import io.mortise.store.Reading;
import io.mortise.store.Reading.Tally;
import io.mortise.sync.internal.engine.Key;
import io.mortise.sync.internal.engine.Pass;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What is left to do, as it stands in the store and in the passes that run. */
final class Heaps {
    /** What is put off for longer isn't waited for. */
    private static final Duration SOON = Duration.ofMinutes(5);

    private static final Set<Link.State> THERE = EnumSet.of(Link.State.LINKED, Link.State.FOUND);
    private static final Set<Link.Sync> UNSENT = EnumSet.of(Link.Sync.SYNCING, Link.Sync.NOT_YET_PUSHED);

    private final Progress progress;
    private final List<Tally> tally;

    Heaps(Progress progress, List<Tally> tally) {
        this.progress = progress;
        this.tally = tally;
    }

    /** Of all types of one connection. */
    List<Heap> of(Reading store, LiveRemote remote, Instant now) {
        List<Heap> heaps = new ArrayList<>();
        for (String type : remote.types()) {
            List<Feed> feeds = remote.lane(type).map(Lane::feeds).orElse(List.of());
            List<EntityType> parents =
                    feeds.stream().flatMap(feed -> feed.under().stream()).toList();
            if (!parents.isEmpty()) heaps.add(below(store, remote, type, parents, now));
            feeds.stream()
                    .filter(feed -> feed.isComplete() && feed.under().isEmpty())
                    .findFirst()
                    .flatMap(feed -> reading(remote, type, feed))
                    .ifPresent(heaps::add);
            heaps.add(sending(remote, type));
        }
        return heaps;
    }

    /** The whole list, while it is read; before its first reading nobody knows how long it is. */
    private Optional<Heap> reading(LiveRemote remote, String type, Feed feed) {
        if (remote.account().isPaused(type)) return Optional.empty();
        Optional<Pass> pass = progress.sweep(remote.id(), type);
        if (pass.isPresent() && !pass.get().isRunning()) return Optional.empty();
        OptionalLong left = pass.isPresent() ? unread(pass.get()) : OptionalLong.empty();
        long all = left.isPresent()
                ? Math.max(pass.get().total(), pass.get().counts().seen())
                : 0;
        return Optional.of(new Heap(remote, type, Heap.Sort.READ, left, all, List.of(), feed.limit()));
    }

    private static OptionalLong unread(Pass pass) {
        if (pass.judging()) return OptionalLong.of(0);
        if (pass.total() < 0) return OptionalLong.empty();
        return OptionalLong.of(Math.max(0, pass.total() - pass.counts().seen()));
    }

    /** What must be looked at alone first counts as well; in a first pass, each record that is still to come. */
    private Heap below(Reading store, LiveRemote remote, String type, List<EntityType> parents, Instant now) {
        Instant soon = now.plus(SOON);
        long waiting = store.dirtyCount(Key.below(type, "").toString(), soon);
        long coming = 0;
        long there = 0;
        boolean known = true;
        for (EntityType parent : parents) {
            waiting += store.dirtyCount(Key.look(parent.name(), "").toString(), soon);
            OptionalLong more = coming(remote, parent.name());
            known &= more.isPresent();
            coming += more.orElse(0);
            there += there(remote.id(), parent.name());
        }
        OptionalLong left = known ? OptionalLong.of(waiting + coming) : OptionalLong.empty();
        long all = known ? Math.max(there + coming, waiting) : 0;
        List<String> names = parents.stream().map(EntityType::name).toList();
        return new Heap(remote, type, Heap.Sort.BELOW, left, all, names, 1);
    }

    private OptionalLong coming(LiveRemote remote, String parent) {
        Optional<Pass> pass = progress.sweep(remote.id(), parent);
        if (pass.isEmpty()) return OptionalLong.empty();
        boolean first = pass.get().isRunning() && pass.get().complete() == 0;
        return first ? unread(pass.get()) : OptionalLong.of(0);
    }

    private Heap sending(LiveRemote remote, String type) {
        long unsent = unsent(remote.id(), type);
        OptionalLong left = OptionalLong.of(unsent);
        return new Heap(remote, type, Heap.Sort.SEND, left, unsent, List.of(), 1);
    }

    long unsent(String connection, String type) {
        return tally.stream()
                .filter(t -> t.connection().equals(connection) && t.type().equals(type))
                .filter(t -> t.asks() == Link.Asks.NOTHING && UNSENT.contains(t.sync()))
                .mapToLong(Tally::count)
                .sum();
    }

    long asking(String connection, String type, Set<Link.Asks> asks) {
        return tally.stream()
                .filter(t -> t.connection().equals(connection) && t.type().equals(type) && asks.contains(t.asks()))
                .mapToLong(Tally::count)
                .sum();
    }

    long all(String connection, String type) {
        return tally.stream()
                .filter(t -> t.connection().equals(connection) && t.type().equals(type))
                .mapToLong(Tally::count)
                .sum();
    }

    private long there(String connection, String type) {
        return tally.stream()
                .filter(t -> t.connection().equals(connection) && t.type().equals(type) && THERE.contains(t.state()))
                .mapToLong(Tally::count)
                .sum();
    }
}
