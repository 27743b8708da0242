package io.mortise.sync.internal.service;

import io.mortise.api.Caller;
import io.mortise.api.Records.Saved;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.model.Content;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.store.Dirty;
import io.mortise.store.Link;
import io.mortise.sync.internal.engine.Beholding;
import io.mortise.sync.internal.remote.LiveRemote;
import io.mortise.sync.internal.remote.Passage;
import io.mortise.sync.internal.service.OwnLogins.Own;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file that a person puts on a record: sent on as it comes, once. */
final class Upload {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Beyond what the gate gives the file itself, which knows whether it may have arrived: for its turn, and the answer. */
    private static final Duration AROUND = Duration.ofSeconds(30);

    private final Engine engine;
    private final Homes homes;
    private final LiveCall call;
    private final LiveCall files;
    private final Watchbook book;

    Upload(Engine engine, Homes homes, LiveCall call, LiveCall files, Watchbook book) {
        this.engine = engine;
        this.homes = homes;
        this.call = call;
        this.files = files;
        this.book = book;
    }

    Saved of(Caller caller, EntityType type, Fields fields, Content content) {
        Field<Ref> within = type.within().orElseThrow(() -> new IllegalArgumentException(type + " hangs on nothing"));
        Ref parent = fields.get(within)
                .orElseThrow(() -> Refusal.invalid("Say what it belongs to.", Map.of(within.name(), "is needed")));
        EntityType above = homes.type(caller, parent);
        Made made = book.told(caller, parent, "upload", () -> sent(caller, type, fields, content, parent, above));
        return saved(type, made);
    }

    /**
     * @param home where it is now
     * @param started when it wasn't there yet
     */
    private record Made(Homes.Home home, Observation seen, long started) {}

    private Made sent(Caller caller, EntityType type, Fields fields, Content content, Ref parent, EntityType above) {
        LiveService.require(caller, Right.edit(type));
        if (content.name().isBlank())
            throw Refusal.invalid("The file has no name.", Map.of("name", "is needed, in Content-Disposition"));
        Homes.Home home = homes.of(
                parent,
                type.name(),
                lane -> lane.upload().isPresent() && lane.parents().contains(above));
        Own own = admitted(caller, home, above);
        long started = engine.ground().now();
        Fields theirs = fields.but()
                .set(type.within().orElseThrow(), Ref.to(above, home.remoteId()))
                .build();
        Observation made = send(own, type, theirs, content);
        book.tell(caller, parent, "uploaded", content.name() + " attached, by the own login at " + home.system());
        return new Made(home, made, started);
    }

    /** Who mustn't see the record there is told so before a file leaves, and a login that ended is renewed. */
    Own admitted(Caller who, Homes.Home home, EntityType above) {
        Own own = engine.ownLogins().open(who, home.remote());
        call.of(own, above.name(), lane -> lane.fetch().orElseThrow().of(home.remoteId()));
        return own;
    }

    /** Once, without another try. */
    Observation send(Own own, EntityType type, Fields theirs, Content content) {
        return files.once(
                own, type.name(), Passage.whole(content.size()).plus(AROUND), lane -> write(lane, theirs, content));
    }

    private Observation write(Lane lane, Fields fields, Content content) throws Fault {
        String key = engine.store().newId();
        return lane.upload()
                .orElseThrow()
                .of(new Write(Optional.empty(), fields, Optional.empty(), key, Optional.empty(), Optional.of(content)));
    }

    private Saved saved(EntityType type, Made made) {
        Homes.Home home = made.home;
        settle(type, home.remote(), made.seen, made.started);
        Ref ref = record(type, home.remote().id(), made.seen.ref().id())
                .orElseThrow(() -> new Refusal(
                        Reason.UNAVAILABLE,
                        home.system() + " has the file. It will show here as soon as what was there before is read."));
        return new Saved(homes.entity(ref), true, List.of(new Saved.At(home.system(), Saved.State.SAVED, "")));
    }

    /** What it is here, once it is a record. */
    Optional<Ref> record(EntityType type, String connection, String id) {
        return engine.store()
                .read(s -> s.link(connection, type.name(), id))
                .flatMap(Link::record)
                .map(record -> new Ref(type.name(), record));
    }

    /** Until it is a record here, or what has to come first isn't due before patience ends. */
    void settle(EntityType type, LiveRemote remote, Observation seen, long started) {
        engine.turn().forPerson(() -> settling(type, remote, seen, started));
    }

    private void settling(EntityType type, LiveRemote remote, Observation seen, long started) {
        Beholding beholding = new Beholding(engine.ground());
        String id = seen.ref().id();
        beholding.made(remote, type, seen, started);
        Instant deadline = Instant.now().plus(PATIENCE);
        Optional<Dirty> next = beholding.next(remote.id(), type, id);
        while (next.isPresent()) {
            homes.now(next.get(), deadline);
            next = beholding.next(remote.id(), type, id);
            if (next.isPresent() && !homes.awaitDue(next.get(), deadline)) return;
        }
    }
}
