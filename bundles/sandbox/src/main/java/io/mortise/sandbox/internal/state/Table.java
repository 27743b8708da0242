package io.mortise.sandbox.internal.state;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The records of one type, in the order of their numeric ids. Guarded by its {@link Store}. */
public final class Table {
    private static final Comparator<String> NUMERIC =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final NavigableMap<String, Row> rows = new TreeMap<>(NUMERIC);
    private BigInteger highest;

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

    void restore(String id, Row row) {
        highest = highest.max(new BigInteger(id));
        if (row == null) {
            rows.remove(id);
        } else {
            rows.put(id, row);
        }
    }
}
