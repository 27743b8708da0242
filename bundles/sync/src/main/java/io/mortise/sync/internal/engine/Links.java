package io.mortise.sync.internal.engine;

import io.mortise.store.Link;
import io.mortise.store.Link.Asks;
import io.mortise.store.Link.State;
import io.mortise.store.Link.Sync;
import java.time.Instant;
import java.util.Optional;

/** Changed copies of links, named after what happened. */
final class Links {
    private Links() {}

    static Link found(String id, String connection, String type, String remoteId, String parent, String fingerprint) {
        return new Link(
                id,
                connection,
                type,
                Optional.of(remoteId),
                Optional.empty(),
                State.FOUND,
                parent,
                fingerprint,
                "",
                Sync.NOT_YET_PUSHED,
                "Waits to be matched",
                Asks.NOTHING,
                Optional.empty(),
                "");
    }

    static Link absent(String id, String connection, String type, String record) {
        return new Link(
                id,
                connection,
                type,
                Optional.empty(),
                Optional.of(record),
                State.ABSENT,
                "",
                "",
                "",
                Sync.NOT_YET_PUSHED,
                "",
                Asks.NOTHING,
                Optional.empty(),
                "");
    }

    static Link seen(Link l, String parent, String fingerprint, String page, String memory) {
        return new Link(
                l.id(),
                l.connection(),
                l.type(),
                l.remoteId(),
                l.record(),
                l.state(),
                parent,
                fingerprint,
                page,
                l.sync(),
                l.trouble(),
                l.asks(),
                l.syncedAt(),
                memory);
    }

    static Link memory(Link l, String memory) {
        return seen(l, l.parent(), l.fingerprint(), l.page(), memory);
    }

    /** Ours and theirs are one; whether they agree is for the next look to say. */
    static Link linked(Link l, String record, String memory) {
        return new Link(
                l.id(),
                l.connection(),
                l.type(),
                l.remoteId(),
                Optional.of(record),
                State.LINKED,
                l.parent(),
                l.fingerprint(),
                l.page(),
                Sync.SYNCING,
                "",
                Asks.NOTHING,
                l.syncedAt(),
                memory);
    }

    static Link named(Link l, String remoteId, String parent, String page) {
        return new Link(
                l.id(),
                l.connection(),
                l.type(),
                Optional.of(remoteId),
                l.record(),
                l.state(),
                parent,
                l.fingerprint(),
                page,
                l.sync(),
                l.trouble(),
                l.asks(),
                l.syncedAt(),
                l.memory());
    }

    static Link state(Link l, State state, String memory) {
        return new Link(
                l.id(),
                l.connection(),
                l.type(),
                l.remoteId(),
                l.record(),
                state,
                l.parent(),
                l.fingerprint(),
                l.page(),
                l.sync(),
                l.trouble(),
                l.asks(),
                l.syncedAt(),
                memory);
    }

    static Link trouble(Link l, Sync sync, Asks asks, String trouble) {
        return new Link(
                l.id(),
                l.connection(),
                l.type(),
                l.remoteId(),
                l.record(),
                l.state(),
                l.parent(),
                l.fingerprint(),
                l.page(),
                sync,
                trouble,
                asks,
                l.syncedAt(),
                l.memory());
    }

    static Link synced(Link l, Instant at) {
        return new Link(
                l.id(),
                l.connection(),
                l.type(),
                l.remoteId(),
                l.record(),
                l.state(),
                l.parent(),
                l.fingerprint(),
                l.page(),
                Sync.SYNCED,
                "",
                Asks.NOTHING,
                Optional.of(at),
                l.memory());
    }
}
