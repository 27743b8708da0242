package io.mortise.sync.internal.remote;

import io.mortise.model.Part;
import java.util.List;
import java.util.Optional;

/** The systems that are connected and switched on at this moment. */
@FunctionalInterface
public interface Remotes {
    /** In the order PSA, documentation, RMM, others; then by id. */
    List<Remote> all();

    /** Ids of connections that are switched on and aren't here at this moment: their connector is away or late. */
    default List<String> absent() {
        return List.of();
    }

    /** The part that a connection plays, its connector here or not; empty if it was never here. */
    default Optional<Part> part(String id) {
        return find(id).map(Remote::part);
    }

    default Optional<Remote> find(String id) {
        return all().stream().filter(r -> r.id().equals(id)).findFirst();
    }

    default List<Remote> with(String type) {
        return all().stream().filter(r -> r.lane(type).isPresent()).toList();
    }
}
