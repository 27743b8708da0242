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
import io.mortise.sync.internal.service.OwnLogins.Own;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A file that a person puts on a record: sent on as it comes, once. */
final class Upload {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Longer than the gate waits for its turn and then for the answer; it knows whether the file may have arrived. */
    private static final Duration SENDING = Duration.ofSeconds(30);

    private final Engine engine;
    private final Homes homes;
    private final LiveCall call;
    private final Watchbook book;

    Upload(Engine engine, Homes homes, LiveCall call, Watchbook book) {
        this.engine = engine;
        this.homes = homes;
        this.call = call;
        this.book = book;
    }

    Saved of(Caller caller, EntityType type, Fields fields, Content content) {
        LiveService.require(caller, Right.edit(type));
        Field<Ref> within = type.within().orElseThrow(() -> new IllegalArgumentException(type + " hangs on nothing"));
        Ref parent = fields.get(within)
                .orElseThrow(() -> Refusal.invalid("Say what it belongs to.", Map.of(within.name(), "is needed")));
        EntityType above = homes.type(caller, parent);
        if (content.name().isBlank())
            throw Refusal.invalid("The file has no name.", Map.of("name", "is needed, in Content-Disposition"));
        Homes.Home home = homes.of(
                parent,
                type.name(),
                lane -> lane.upload().isPresent() && lane.parents().contains(above));
        Own own = engine.ownLogins().open(caller, home.remote());
        // who mustn't see the record is told so before the file leaves, and a login that ended is renewed
        call.of(own, above.name(), lane -> lane.fetch().orElseThrow().of(home.remoteId()));
        long started = engine.ground().now();
        Fields theirs = fields.but().set(within, Ref.to(above, home.remoteId())).build();
        AtomicBoolean begun = new AtomicBoolean();
        Observation made = call.of(own, type.name(), SENDING, lane -> {
            if (begun.getAndSet(true)) throw Fault.of(Fault.Remedy.RETRY, "The login ended while the file was sent");
            return send(lane, theirs, content);
        });
        book.tell(caller, parent, "uploaded", content.name() + " attached, by the own login at " + home.system());
        return saved(home, type, made, started);
    }

    private Observation send(Lane lane, Fields fields, Content content) throws Fault {
        String key = engine.store().newId();
        return lane.upload()
                .orElseThrow()
                .of(new Write(Optional.empty(), fields, Optional.empty(), key, Optional.empty(), Optional.of(content)));
    }

    private Saved saved(Homes.Home home, EntityType type, Observation made, long started) {
        Beholding beholding = new Beholding(engine.ground());
        String id = made.ref().id();
        engine.turn().forPerson(() -> {
            beholding.made(home.remote(), type, made, started);
            Instant deadline = Instant.now().plus(PATIENCE);
            for (Optional<Dirty> next = beholding.next(home.remote().id(), type, id);
                    next.isPresent() && Instant.now().isBefore(deadline);
                    next = beholding.next(home.remote().id(), type, id)) homes.now(next.get(), deadline);
        });
        Ref ref = engine.store()
                .read(s -> s.link(home.remote().id(), type.name(), id))
                .flatMap(Link::record)
                .map(record -> new Ref(type.name(), record))
                .orElseThrow(() -> new Refusal(
                        Reason.UNAVAILABLE,
                        home.system() + " has the file. It will show here as soon as what was there before is read."));
        return new Saved(homes.entity(ref), true, List.of(new Saved.At(home.system(), Saved.State.SAVED, "")));
    }
}
