package io.mortise.sync.internal.service;

import io.mortise.api.Caller;
import io.mortise.api.Reach;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.api.Slice;
import io.mortise.connector.Lane;
import io.mortise.model.Declared;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.store.Dirty;
import io.mortise.store.Json;
import io.mortise.store.Link;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import io.mortise.sync.internal.engine.Beholding;
import io.mortise.sync.internal.engine.Key;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where a record lies that something is asked about live. */
final class Homes {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    /** At least so long between two rounds: they take the store's one writer. */
    private static final Duration REST = Duration.ofMillis(50);

    private final Engine engine;
    private final Reach reach;
    private final Rows rows = new Rows(new Json());

    /** @param remote as the tenant is connected to it: only asked what it offers */
    record Home(LiveRemote remote, String remoteId) {
        String system() {
            return remote.system();
        }
    }

    Homes(Engine engine, Reach reach) {
        this.engine = engine;
        this.reach = reach;
    }

    /** @throws Refusal NOT_FOUND if there is no such record, or none that the caller may know of */
    EntityType type(Caller caller, Ref ref) {
        return Declared.type(ref.type())
                .filter(type -> caller.may(Right.read(type)))
                .filter(type ->
                        find(ref).filter(row -> maySee(caller, type, row)).isPresent())
                .filter(type -> reach.hidden(caller, List.of(ref)).isEmpty())
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no such " + ref.type() + "."));
    }

    /** What hangs on something is seen by who may see that. */
    private boolean maySee(Caller caller, EntityType type, Row row) {
        return type.within()
                .flatMap(fields(row)::get)
                .flatMap(above -> Declared.type(above.type()))
                .filter(above -> !caller.may(Right.read(above)))
                .isEmpty();
    }

    private Optional<Row> find(Ref ref) {
        return Slice.isId(ref.id()) ? engine.store().read(s -> s.row(ref)) : Optional.empty();
    }

    Entity entity(Ref ref) {
        Row row = find(ref).orElseThrow();
        return new Entity(
                row.ref(),
                row.version(),
                fields(row).but().set(EntityType.CHANGED_AT, row.changedAt()).build());
    }

    Fields fields(Ref ref) {
        return fields(find(ref).orElseThrow());
    }

    private Fields fields(Row row) {
        return rows.fields(Declared.type(row.ref().type()).orElseThrow(), row);
    }

    /** The first connected system that has the record and can do this with its type. */
    Home of(Ref ref, Predicate<Lane> can) {
        return of(ref, ref.type(), can);
    }

    /** @param type of what is asked for, which may be another than that of the record that it is about */
    Home of(Ref ref, String type, Predicate<Lane> can) {
        List<Link> links = engine.store().read(s -> s.links(ref)).stream()
                .filter(link -> link.state() == Link.State.LINKED)
                .toList();
        if (links.isEmpty())
            throw new Refusal(Reason.UNAVAILABLE, "This " + ref.type() + " is at no connected system now.");
        for (LiveRemote remote : engine.network().open())
            for (Link link : links)
                if (link.connection().equals(remote.id())
                        && remote.lane(type).filter(can).isPresent())
                    return new Home(remote, link.remoteId().orElseThrow());
        throw new Refusal(
                Reason.UNAVAILABLE,
                "No system that has this " + ref.type() + " offers that, or it isn't connected at this moment.");
    }

    /** Reads it anew everywhere; what takes too long comes by itself. */
    void refresh(Ref ref) {
        Instant deadline = Instant.now().plus(PATIENCE);
        engine.turn().forPerson(() -> {
            new Beholding(engine.ground()).look(ref);
            engine.store().read(s -> s.dirty(Key.record(ref).toString())).ifPresent(key -> now(key, deadline));
        });
    }

    /** Waits until a mark is due that is still there after it was worked on. @return false if that is too late */
    boolean awaitDue(Dirty key, Instant deadline) {
        Instant next = Instant.now().plus(REST);
        Instant due = key.notBefore().isAfter(next) ? key.notBefore() : next;
        if (!due.isBefore(deadline)) return false;
        try {
            Thread.sleep(Duration.between(Instant.now(), due).toMillis() + 1);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void now(Dirty key, Instant deadline) {
        try {
            engine.workers().now(key, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
