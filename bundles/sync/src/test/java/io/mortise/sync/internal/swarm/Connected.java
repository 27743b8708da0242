package io.mortise.sync.internal.swarm;

import io.mortise.model.Part;
import io.mortise.sync.internal.remote.Remote;
import io.mortise.sync.internal.remote.Remotes;
import java.util.List;
import java.util.Optional;

/** The systems whose connector is here; one is away now and then, while it is replaced. */
final class Connected implements Remotes {
    private final List<Remote> remotes;
    private String away = "";

    Connected(List<Remote> remotes) {
        this.remotes = remotes;
    }

    boolean isWhole() {
        return away.isEmpty();
    }

    void without(String connection) {
        away = connection;
    }

    /** @return the one that was away, if any */
    Optional<Remote> back() {
        Optional<Remote> back = one(away);
        away = "";
        return back;
    }

    @Override
    public List<Remote> all() {
        return remotes.stream().filter(remote -> !remote.id().equals(away)).toList();
    }

    @Override
    public List<String> absent() {
        return away.isEmpty() ? List.of() : List.of(away);
    }

    @Override
    public Optional<Part> part(String id) {
        return one(id).map(Remote::part);
    }

    private Optional<Remote> one(String id) {
        return remotes.stream().filter(remote -> remote.id().equals(id)).findFirst();
    }
}
