package io.mortise.sandbox.internal.state;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The records of one type, in the order of their numeric ids. Guarded by its {@link Store}. */
public final class Table {
    private static final Comparator<String> NUMERIC =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final NavigableMap<String, Row> rows = new TreeMap<>(NUMERIC);
    /** By field: what was asked for once is asked for with each record of a large world. */
    private final Map<String, Map<String, NavigableMap<String, Row>>> indexes = new HashMap<>();

    private BigInteger highest;
    private long changes;

    Table(String firstId) {
        this.highest = new BigInteger(firstId).subtract(BigInteger.ONE);
    }

    public Optional<Row> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    public Collection<Row> rows() {
        return Collections.unmodifiableCollection(rows.values());
    }

    public Stream<Row> stream() {
        return rows.values().stream();
    }

    /** Those whose field says this, in their order. They must not be changed while they are gone through. */
    public Stream<Row> with(String field, String text) {
        NavigableMap<String, Row> found =
                indexes.computeIfAbsent(field, this::index).get(text);
        return found == null ? Stream.empty() : found.values().stream();
    }

    private Map<String, NavigableMap<String, Row>> index(String field) {
        Map<String, NavigableMap<String, Row>> index = new HashMap<>();
        rows.values().forEach(row -> add(index, field, row));
        return index;
    }

    private static void add(Map<String, NavigableMap<String, Row>> index, String field, Row row) {
        index.computeIfAbsent(row.text(field), text -> new TreeMap<>(NUMERIC)).put(row.id(), row);
    }

    private static void remove(Map<String, NavigableMap<String, Row>> index, String field, Row row) {
        NavigableMap<String, Row> alike = index.get(row.text(field));
        alike.remove(row.id());
        if (alike.isEmpty()) index.remove(row.text(field));
    }

    /** The records whose ids come after the given one; all of them after an empty id. */
    public Collection<Row> after(String id) {
        return rows.tailMap(id, false).values();
    }

    public int size() {
        return rows.size();
    }

    /** An id is never given twice, also not after a deletion. */
    String nextId() {
        highest = highest.add(BigInteger.ONE);
        return highest.toString();
    }

    /** How many there were since the start. */
    long changes() {
        return changes;
    }

    void restore(String id, Row row) {
        changes++;
        highest = highest.max(new BigInteger(id));
        Row before = row == null ? rows.remove(id) : rows.put(id, row);
        indexes.forEach((field, index) -> {
            if (before != null) remove(index, field, before);
            if (row != null) add(index, field, row);
        });
    }
}
