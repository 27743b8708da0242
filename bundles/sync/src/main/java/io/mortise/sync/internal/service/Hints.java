package io.mortise.sync.internal.service;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Types of one system that it has told changes of itself. However often it does, they are looked at once, and again after a
 * while. Thread-safe; one thread takes.
 */
final class Hints {
    /** Milliseconds between two looks: a vendor's limit is soon spent on it. */
    static final long PROVEN = 1_000;
    /** Where anybody may have called. */
    static final long UNPROVEN = 10_000;

    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final Map<String, Long> looked = new HashMap<>();

    /** @param apart milliseconds between two looks that follow from such calls */
    void tell(Set<String> types, long apart) {
        types.forEach(type -> told.merge(type, apart, Math::min));
    }

    boolean isAny() {
        return !told.isEmpty();
    }

    /** Is a look due? Then it is expected to follow: what is told from now on is another one's. */
    boolean take(String type, long now) {
        Long apart = told.get(type);
        if (apart == null || now < looked.getOrDefault(type, 0L) + apart) return false;
        told.remove(type);
        looked.put(type, now);
        return true;
    }
}
