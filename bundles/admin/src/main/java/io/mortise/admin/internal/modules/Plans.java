package io.mortise.admin.internal.modules;

import io.mortise.api.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Files that were looked through and wait for a word. The oldest go when there are too many. Not thread-safe. */
final class Plans {
    private static final int MANY = 8;

    /** @param after how many changes had been made when it was looked through */
    private record Waiting(ModuleFile file, long after) {}

    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private long changes;

    String add(ModuleFile file) throws IOException {
        if (waiting.size() >= MANY) drop(waiting.keySet().iterator().next());
        String token = UUID.randomUUID().toString();
        waiting.put(token, new Waiting(file, changes));
        return token;
    }

    /** @throws Refusal when there is none, or the world has changed since */
    ModuleFile take(String token) throws IOException {
        Waiting one = waiting.get(token);
        if (one != null && one.after() == changes) return waiting.remove(token).file();
        drop(token);
        throw new Refusal(
                Refusal.Reason.STALE, "Other modules were changed since this file was looked at. Upload it again.");
    }

    void drop(String token) throws IOException {
        Waiting one = waiting.remove(token);
        if (one != null) Files.deleteIfExists(one.file().path());
    }

    void changed() {
        changes++;
    }
}
