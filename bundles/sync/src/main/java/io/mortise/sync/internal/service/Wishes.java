package io.mortise.sync.internal.service;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What people want read anew and hasn't been begun, by connection: it outlives a connector that is replaced, a save and a
 * pause. Thread-safe.
 */
final class Wishes {
    private static final String ALL = "*";
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    void everything(String connection) {
        open.add(key(connection, ALL));
    }

    /** Everything is these types. */
    void spell(String connection, List<String> types) {
        if (!open.contains(key(connection, ALL))) return;
        types.forEach(type -> open.add(key(connection, type)));
        open.remove(key(connection, ALL));
    }

    boolean has(String connection, String type) {
        return open.contains(key(connection, type));
    }

    void grant(String connection, String type) {
        open.remove(key(connection, type));
    }

    void forget(String connection) {
        open.removeIf(key -> key.startsWith(key(connection, "")));
    }

    private static String key(String connection, String type) {
        return connection + "/" + type;
    }
}
