package io.mortise.sync.internal.engine;

import io.mortise.connector.Feed;
import io.mortise.store.Reading;
import io.mortise.sync.internal.remote.Remote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Has a system shown everything it has of a type at least once? Before that, nothing new is matched against it and
 * nothing is created there: both sides are loaded first.
 *
 * <p>A system whose account may not read a type (ASK_ADMIN), or isn't let in at all, would hold that type up everywhere, perhaps
 * for ever. Until it may, it counts for this type as one that isn't connected yet: the others are matched without it, while nothing of
 * that type is matched or created there, so nothing can be made twice. Once it may, its records meet the hub's as those
 * of any system that is connected late. What it had shown in whole before it was refused stays as it is. Records of
 * other types that refer to what it doesn't show are matched, and the reference stays unknown, which clears nothing;
 * records that lie within what it doesn't show wait.
 */
final class Readiness {
    private final Ground ground;

    Readiness(Ground ground) {
        this.ground = ground;
    }

    boolean everywhere(Reading store, String type) {
        boolean here = ground.remotes().all().stream()
                .allMatch(remote -> remote.lane(type).isPresent()
                        ? isThrough(store, remote, type)
                        : !remote.types().isEmpty() || before(store, remote.id(), type));
        return here && ground.remotes().absent().stream().allMatch(id -> before(store, id, type));
    }

    /** What those are called that hold the others up, with "and" between. */
    String awaited(Reading store, String type) {
        List<String> here = ground.remotes().with(type).stream()
                .filter(remote -> !isThrough(store, remote, type))
                .map(Remote::system)
                .toList();
        return here.isEmpty() ? "A system that can't be asked now" : String.join(" and ", here);
    }

    private boolean isThrough(Reading store, Remote remote, String type) {
        return at(store, remote, type) || remote.isRefused() || refuses(store, remote, type);
    }

    /** Ids of connections that are switched on and can't be asked at this moment. */
    List<String> away() {
        List<String> away = new ArrayList<>(ground.remotes().absent());
        ground.remotes().all().stream()
                .filter(remote -> remote.types().isEmpty())
                .forEach(remote -> away.add(remote.id()));
        return away;
    }

    /** One that can't be asked now: what it showed in an earlier life counts. */
    private boolean before(Reading store, String connection, String type) {
        List<Pass> passes = store.documents(Pass.NAMESPACE, connection, Instant.ofEpochMilli(ground.now())).stream()
                .map(document -> Pass.read(ground.json(), document))
                .toList();
        return !passes.isEmpty()
                && passes.stream()
                        .filter(pass -> pass.type().equals(type))
                        .allMatch(pass -> pass.complete() > 0 || !pass.refused().isEmpty());
    }

    boolean at(Reading store, Remote remote, String type) {
        return remote.lane(type).orElseThrow().feeds().stream()
                .filter(feed -> feed.isComplete() && feed.under().isEmpty())
                .allMatch(feed -> complete(store, remote, type, feed) > 0);
    }

    private boolean refuses(Reading store, Remote remote, String type) {
        return remote.lane(type).orElseThrow().feeds().stream()
                .filter(feed -> feed.isComplete() && feed.under().isEmpty())
                .map(feed -> load(store, remote, type, feed))
                .filter(pass -> pass.complete() == 0)
                .allMatch(pass -> !pass.refused().isEmpty());
    }

    /** When the last whole pass over everything or over all changes began; 0 if never. */
    long lastLook(Reading store, Remote remote, String type) {
        return remote.lane(type).orElseThrow().feeds().stream()
                .mapToLong(feed -> complete(store, remote, type, feed))
                .max()
                .orElse(0);
    }

    private long complete(Reading store, Remote remote, String type, Feed feed) {
        return load(store, remote, type, feed).complete();
    }

    private Pass load(Reading store, Remote remote, String type, Feed feed) {
        return Pass.load(store, ground.json(), remote.id(), type, feed, ground.now());
    }
}
