package io.mortise.records.internal;

import io.mortise.model.Fields;
import io.mortise.model.Lookup;
import io.mortise.model.Ref;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import io.mortise.store.Store;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The hub's lists, kept as they change: whoever asks reads only what is new. Entries are never taken away. Thread-safe. */
final class Lists {
    private static final int PART = 5_000;
    private final Rows rows;
    private final Changes changes;
    private final Map<Ref, String> listed = new HashMap<>();
    /** By list, then by the entry's id. */
    private final Map<String, Map<Ref, Fields>> lists = new HashMap<>();

    Lists(Store store, Rows rows, Clock clock) {
        this.rows = rows;
        this.changes = new Changes(store, clock, Lookup.TYPE.name(), PART);
    }

    synchronized Entries entries(String list) {
        boolean more = true;
        while (more) {
            List<Row> some = changes.next();
            some.forEach(this::put);
            more = changes.isFull(some);
        }
        return Entries.of(lists.getOrDefault(list, Map.of()));
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
