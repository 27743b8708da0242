package io.mortise.sync.internal.engine;

import io.mortise.model.Ref;
import io.mortise.sync.internal.remote.Remote;
import java.util.Optional;

/** When a file that somebody gave may go out: after what people did before it on its ticket. */
public final class FileTurn {
    private final Ground ground;
    private final Sequence sequence;

    public FileTurn(Ground ground) {
        this.ground = ground;
        this.sequence = new Sequence(ground);
    }

    /**
     * @param millis until it is worth another look
     * @param why in a sentence for people
     */
    public record Wait(long millis, String why) {}

    /** @param given when it was; empty if it is its turn */
    public Optional<Wait> await(Remote remote, Ref ticket, long given) {
        return ground.store()
                .read(store -> sequence.turn(store, remote, ticket, given))
                .map(behind -> new Wait(behind.step().again(), behind.step().why()));
    }
}
