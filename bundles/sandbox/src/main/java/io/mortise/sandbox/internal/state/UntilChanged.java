package io.mortise.sandbox.internal.state;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Values that stay the same until a record of the store changes. Guarded by its {@link Store}. */
public final class UntilChanged<K, V> {
    private final Store store;
    private final Map<K, V> values = new HashMap<>();
    private long revision = -1;

    public UntilChanged(Store store) {
        this.store = store;
    }

    public V get(K key, Supplier<V> made) {
        if (revision != store.revision()) values.clear();
        revision = store.revision();
        return values.computeIfAbsent(key, any -> made.get());
    }
}
