package io.mortise.sync.internal.remote;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which of a vendor's routes the calls for each type have taken. Thread-safe. */
final class Routed {
    private final Map<String, Set<String>> types = new ConcurrentHashMap<>();

    /** @param before what signing in took, which is nobody's */
    void note(String type, List<String> before, List<String> now) {
        Set<String> known = types.computeIfAbsent(type, t -> ConcurrentHashMap.newKeySet());
        for (String route : now) if (!before.contains(route)) known.add(route);
    }

    Set<String> of(String type) {
        return Set.copyOf(types.getOrDefault(type, Set.of()));
    }
}
