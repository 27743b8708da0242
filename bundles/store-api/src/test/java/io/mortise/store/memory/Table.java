package io.mortise.store.memory;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A sorted map with a draft on top that others don't see before it is committed. */
final class Table<K, V> {
    private final NavigableMap<K, V> kept;
    private final NavigableMap<K, Optional<V>> draft;
    /** What was there before, of all that has changed since the last {@link #settle}. */
    private final NavigableMap<K, Optional<V>> unsettled;

    Table(Comparator<? super K> order) {
        this(new TreeMap<>(order), new TreeMap<>(order));
    }

    private Table(NavigableMap<K, V> kept, NavigableMap<K, Optional<V>> unsettled) {
        this.kept = kept;
        this.unsettled = unsettled;
        this.draft = new TreeMap<>(kept.comparator());
    }

    Table<K, V> draft() {
        return new Table<>(kept, unsettled);
    }

    Optional<V> get(K key) {
        Optional<V> drafted = draft.isEmpty() ? null : draft.get(key);
        return drafted != null ? drafted : Optional.ofNullable(kept.get(key));
    }

    void put(K key, V value) {
        draft.put(key, Optional.of(value));
    }

    void remove(K key) {
        draft.put(key, Optional.empty());
    }

    void commit() {
        draft.keySet().forEach(key -> unsettled.putIfAbsent(key, Optional.ofNullable(kept.get(key))));
        draft.forEach(this::keep);
        draft.clear();
    }

    void settle() {
        unsettled.clear();
    }

    void fallBack() {
        unsettled.forEach(this::keep);
        unsettled.clear();
    }

    private void keep(K key, Optional<V> value) {
        value.ifPresentOrElse(v -> kept.put(key, v), () -> kept.remove(key));
    }

    Iterable<V> all() {
        return () -> draft.isEmpty()
                ? kept.values().iterator()
                : new Merged<>(kept.entrySet().iterator(), draft.entrySet().iterator(), kept.comparator());
    }

    /** From the key on, itself included if it is there. */
    Iterable<V> from(K key) {
        return () -> draft.isEmpty()
                ? kept.tailMap(key, true).values().iterator()
                : new Merged<>(
                        kept.tailMap(key, true).entrySet().iterator(),
                        draft.tailMap(key, true).entrySet().iterator(),
                        kept.comparator());
    }

    private static final class Merged<K, V> implements Iterator<V> {
        private final Iterator<Map.Entry<K, V>> old;
        private final Iterator<Map.Entry<K, Optional<V>>> drafted;
        private final Comparator<? super K> order;
        private Map.Entry<K, V> nextOld;
        private Map.Entry<K, Optional<V>> nextDrafted;

        Merged(
                Iterator<Map.Entry<K, V>> old,
                Iterator<Map.Entry<K, Optional<V>>> drafted,
                Comparator<? super K> order) {
            this.old = old;
            this.drafted = drafted;
            this.order = order;
            nextOld = step(old);
            nextDrafted = step(drafted);
            skipRemoved();
        }

        @Override
        public boolean hasNext() {
            return nextOld != null || nextDrafted != null;
        }

        @Override
        public V next() {
            V value;
            if (draftedComesFirst()) {
                value = nextDrafted.getValue().orElseThrow();
                nextDrafted = step(drafted);
            } else {
                value = nextOld.getValue();
                nextOld = step(old);
            }
            skipRemoved();
            return value;
        }

        /** Drops what the draft replaces or removes. */
        private void skipRemoved() {
            while (nextDrafted != null) {
                int sign = nextOld == null ? 1 : order.compare(nextOld.getKey(), nextDrafted.getKey());
                if (sign == 0) nextOld = step(old);
                boolean removed = sign >= 0 && nextDrafted.getValue().isEmpty();
                if (!removed && sign != 0) return;
                if (removed) nextDrafted = step(drafted);
            }
        }

        private boolean draftedComesFirst() {
            return nextDrafted != null
                    && (nextOld == null || order.compare(nextDrafted.getKey(), nextOld.getKey()) < 0);
        }

        private static <T> T step(Iterator<T> iterator) {
            return iterator.hasNext() ? iterator.next() : null;
        }
    }
}
