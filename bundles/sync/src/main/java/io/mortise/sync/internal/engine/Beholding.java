package io.mortise.sync.internal.engine;

import io.mortise.connector.Observation;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Dirty;
import io.mortise.store.Link;
import io.mortise.sync.internal.remote.Remote;
import java.util.List;
import java.util.Optional;

/** What a person wants to see as it is now. */
public final class Beholding {
    private final Ground ground;
    private final Intake intake;
    private final Looking looking;

    public Beholding(Ground ground) {
        this.ground = ground;
        this.intake = new Intake(ground);
        this.looking = new Looking(ground);
    }

    /** Fetches the record everywhere where it is; a system that doesn't answer is left out. */
    public void look(Ref ref) {
        EntityType type = ground.types().type(ref.type());
        for (Link link : ground.store().read(store -> store.links(ref)))
            if (link.state() == Link.State.LINKED)
                ground.remotes().find(link.connection()).ifPresent(remote -> {
                    looking.look(remote, type, link);
                    first(remote, link);
                });
    }

    /** What lies below it and waits to be read is read before that of others. */
    private void first(Remote remote, Link link) {
        List<Dirty> below = Below.marks(ground, remote, link, Priority.PERSON);
        ground.store().<Void>write(store -> {
            store.mark(below.stream()
                    .filter(key -> store.dirty(key.key()).isPresent())
                    .toList());
            return null;
        });
    }

    /** Something that has just been made there. */
    public void made(Remote remote, EntityType type, Observation seen, long started) {
        ground.store()
                .<Object>write(store -> intake.observe(store, remote, type, List.of(seen), started, Priority.PERSON));
    }

    /** What has to be done until what was found is a record here; empty when it is one, or nothing is to do. */
    public Optional<Dirty> next(String connection, EntityType type, String remoteId) {
        return ground.store().read(store -> {
            Optional<Link> link = store.link(connection, type.name(), remoteId);
            if (link.isEmpty() || link.get().record().isPresent()) return Optional.empty();
            Optional<Dirty> look =
                    store.dirty(Key.look(type.name(), link.get().id()).toString());
            return look.isPresent()
                    ? look
                    : new Scope(store, connection, type)
                            .of(link.get())
                            .flatMap(scope ->
                                    store.dirty(Key.match(type.name(), scope).toString()));
        });
    }
}
