package io.mortise.sync.internal.service;

import io.mortise.model.Ref;
import io.mortise.model.Standing;
import java.util.List;
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
    /** In the place of a list of organizations. */
    private static final String ALL = "all";

    Extent {
        some = some.map(Set::copyOf);
    }

    static Extent of(Standing standing) {
        return new Extent(
                standing.reach().map(refs -> refs.stream().map(Ref::id).collect(Collectors.toSet())));
    }

    /** To be kept as JSON, in a stable order. */
    Object written() {
        return some.<Object>map(ids -> List.copyOf(new TreeSet<>(ids))).orElse(ALL);
    }

    static Extent read(Object written) {
        if (written.equals(ALL)) return new Extent(Optional.empty());
        return new Extent(
                Optional.of(((List<?>) written).stream().map(String.class::cast).collect(Collectors.toSet())));
    }
}
