package io.mortise.sync.internal.engine;

import io.mortise.store.Dirty;
import io.mortise.store.Json;
import io.mortise.store.Store;
import io.mortise.sync.internal.link.Fingerprint;
import io.mortise.sync.internal.link.Memories;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.remote.Remotes;
import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * What every part of the engine stands on. Nothing else is reached for: the same classes run in the product and, with
 * another clock, chance, network and memory, in the simulator.
 */
public record Ground(
        Store store, Types types, Remotes remotes, Clock clock, RandomGenerator random, Json json, Memories memories) {
    public Ground(Store store, Types types, Remotes remotes, Clock clock, RandomGenerator random, Json json) {
        this(store, types, remotes, clock, random, json, new Memories(json));
    }

    public long now() {
        return clock.millis();
    }

    public Memory memory(String type, String text) {
        return memories.read(types.type(type), text);
    }

    public String memory(String type, Memory memory) {
        return memories.write(types.type(type), memory);
    }

    public Fingerprint fingerprint() {
        return new Fingerprint(json);
    }

    public Dirty dirty(Key key, Priority priority) {
        return dirty(key, priority, 0);
    }

    /** @param after milliseconds from now */
    public Dirty dirty(Key key, Priority priority, long after) {
        return Dirty.of(key.toString(), priority.ordinal(), Instant.ofEpochMilli(now() + after));
    }

    /** Full jitter: somewhere between nothing and twice as long with each try, up to a quarter of an hour. */
    public long backoff(int tries) {
        long most = Math.min(900_000L, 1_000L << Math.min(tries, 20));
        return random.nextLong(most) + 1;
    }
}
