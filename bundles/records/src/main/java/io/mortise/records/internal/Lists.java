package io.mortise.records.internal;

import io.mortise.model.Fields;
import io.mortise.model.Lookup;
import io.mortise.model.Ref;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import io.mortise.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The hub's lists, kept as they change: whoever asks reads only what is new. All is read anew each hour, since an entry that
 * was written by a clock far behind ours is missed otherwise. Entries are never taken away. Thread-safe.
 */
final class Lists {
    private static final int PART = 5_000;
    private static final Duration GOOD = Duration.ofHours(1);
    private final Store store;
    private final Rows rows;
    private final Clock clock;
    private Optional<Kept> kept = Optional.empty();

    Lists(Store store, Rows rows, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.clock = clock;
    }

    synchronized Entries entries(String list) {
        Instant now = clock.instant();
        Kept good = kept.filter(k -> k.since.plus(GOOD).isAfter(now)).orElseGet(() -> new Kept(now));
        good.follow();
        kept = Optional.of(good);
        return Entries.of(good.lists.getOrDefault(list, Map.of()));
    }

    private final class Kept {
        private final Instant since;
        private final Changes changes = new Changes(store, clock, Lookup.TYPE.name(), PART);
        private final Map<Ref, String> listed = new HashMap<>();
        /** By list, then by the entry's id. */
        private final Map<String, Map<Ref, Fields>> lists = new HashMap<>();

        Kept(Instant since) {
            this.since = since;
        }

        void follow() {
            boolean more = true;
            while (more) {
                List<Row> some = changes.next();
                some.forEach(this::put);
                more = changes.isFull(some);
            }
        }

        private void put(Row row) {
            Fields entry = rows.fields(Lookup.TYPE, row);
            Optional<String> list = entry.get(Lookup.LIST);
            String before = list.isPresent() ? listed.put(row.ref(), list.get()) : listed.remove(row.ref());
            if (before != null) lists.get(before).remove(row.ref());
            list.ifPresent(name -> lists.computeIfAbsent(name, n -> new TreeMap<>(Comparator.comparing(Ref::id)))
                    .put(row.ref(), entry));
        }
    }
}
