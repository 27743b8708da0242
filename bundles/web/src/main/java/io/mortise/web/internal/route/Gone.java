package io.mortise.web.internal.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Routes that have just left, and until when somebody waits for their successors. Guarded by its gate. */
final class Gone {
    private static final long WHILE_IT_DRAINS = Long.MAX_VALUE;

    private final Map<Owner, Long> until = new HashMap<>();

    void add(Owner owner) {
        until.put(owner, WHILE_IT_DRAINS);
    }

    /** @param at a System.nanoTime */
    void forget(Owner owner, long at) {
        until.put(owner, at);
    }

    /** Nanoseconds for which a successor is still hoped for; 0 or less when there was no such route. */
    long left(String method, List<String> words) {
        long now = System.nanoTime();
        until.values().removeIf(at -> at != WHILE_IT_DRAINS && at - now <= 0);
        long most = 0;
        for (Map.Entry<Owner, Long> one : until.entrySet()) {
            long left = one.getValue() == WHILE_IT_DRAINS ? WHILE_IT_DRAINS : one.getValue() - now;
            if (left > most && had(one.getKey(), method, words)) most = left;
        }
        return most;
    }

    private static boolean had(Owner owner, String method, List<String> words) {
        return owner.entries().stream()
                .anyMatch(e -> e.route().method().equals(method)
                        && e.path().match(words).isPresent());
    }
}
