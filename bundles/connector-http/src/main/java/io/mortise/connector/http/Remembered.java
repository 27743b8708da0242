package io.mortise.connector.http;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane.Call;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A vendor's short lists (countries, categories), read once and kept for ten minutes; read again sooner when what is
 * looked for isn't in them. For one session, hence for one thread.
 */
public final class Remembered<K, V> {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration WORTH_ANOTHER_LOOK = Duration.ofSeconds(30);

    private record Known<V>(V value, Instant at) {}

    private final Clock clock;
    private final Call<K, V> read;
    private final Map<K, Known<V>> known = new HashMap<>();

    public Remembered(Clock clock, Call<K, V> read) {
        this.clock = clock;
        this.read = read;
    }

    public V get(K key) throws Fault {
        return get(key, any -> true);
    }

    /** @param holds what the caller looks for */
    public V get(K key, Predicate<V> holds) throws Fault {
        Known<V> last = known.get(key);
        if (last != null) {
            Duration limit = holds.test(last.value) ? FRESH : WORTH_ANOTHER_LOOK;
            if (clock.instant().isBefore(last.at.plus(limit))) return last.value;
        }
        V value = read.of(key);
        known.put(key, new Known<>(value, clock.instant()));
        return value;
    }
}
