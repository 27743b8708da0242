package io.mortise.sync.internal.link;

import io.mortise.model.EntityType;
import io.mortise.store.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Memories by their text. One link is looked at by several steps in a row, which is mostly reading the same text again:
 * what was read last is kept, and each reader gets a copy. Thread-safe.
 */
public final class Memories {
    private static final int MOST = 500;
    /** Characters; what is longer is seldom, and costs too much to keep. */
    private static final int LONGEST = 4_096;

    private final Json json;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    /** @param type as it was then: one of the same name may know other fields by now */
    private record Known(EntityType type, Memory memory) {}

    public Memories(Json json) {
        this.json = json;
    }

    public Memory read(EntityType type, String text) {
        if (text.length() > LONGEST) return parsed(type, text);
        Known last;
        synchronized (known) {
            last = known.get(text);
        }
        if (last != null && last.type == type) return last.memory.copy();
        Memory memory = parsed(type, text);
        synchronized (known) {
            known.put(text, new Known(type, memory));
        }
        return memory.copy();
    }

    private Memory parsed(EntityType type, String text) {
        return new MemoryJson(json, type).read(text);
    }

    public String write(EntityType type, Memory memory) {
        return new MemoryJson(json, type).write(memory);
    }
}
