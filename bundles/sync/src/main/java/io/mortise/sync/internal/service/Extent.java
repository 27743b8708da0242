package io.mortise.sync.internal.service;

import io.mortise.model.Ref;
import io.mortise.model.Standing;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which organizations a login reaches at its system.
 *
 * @param some the system's ids of them; empty: all
 */
record Extent(Optional<Set<String>> some) {
    Extent {
        some = some.map(Set::copyOf);
    }

    static Extent of(Standing standing) {
        return new Extent(
                standing.reach().map(refs -> refs.stream().map(Ref::id).collect(Collectors.toSet())));
    }

    /** In a stable order, to be kept. */
    Optional<Set<String>> sorted() {
        return some.map(TreeSet::new);
    }
}
