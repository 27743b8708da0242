package io.mortise.store.sql.internal;

import io.mortise.store.Dirty;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table of what must be looked at again. */
final class DirtySet {
    private static final String SELECT = "SELECT item, priority, generation, not_before FROM dirty";
    private static final String MARK = "INSERT INTO dirty (item, priority, generation, not_before) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (item) DO UPDATE SET generation = excluded.generation,"
            + " priority = CASE WHEN excluded.priority < dirty.priority"
            + " THEN excluded.priority ELSE dirty.priority END,"
            + " not_before = CASE WHEN excluded.not_before < dirty.not_before"
            + " THEN excluded.not_before ELSE dirty.not_before END";
    private static final String LANES = "WITH RECURSIVE step (lane) AS ("
            + "SELECT (SELECT lane FROM dirty WHERE priority = ? ORDER BY lane LIMIT 1) UNION ALL"
            + " SELECT (SELECT d.lane FROM dirty d WHERE d.priority = ? AND d.lane > step.lane ORDER BY d.lane LIMIT 1)"
            + " FROM step WHERE step.lane IS NOT NULL) SELECT lane FROM step WHERE lane IS NOT NULL";
    /** Within a priority, as the index has it: text by code points. */
    private static final Comparator<Dirty> WAITING = Comparator.comparing(Dirty::notBefore)
            .thenComparing(dirty -> dirty.key().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Sql sql;

    DirtySet(Sql sql) {
        this.sql = sql;
    }

    /** Priority by priority and lane by lane, so that what waits for later is never read. */
    List<Dirty> due(Instant now, int from, int to, int limit) {
        List<Dirty> due = new ArrayList<>();
        for (int priority : priorities(from, to)) {
            if (due.size() == limit) break;
            due.addAll(first(priority, now, limit - due.size()));
        }
        return due;
    }

    /** As soon as there are enough, only what comes before the last of them is read of the lanes that are left. */
    private List<Dirty> first(int priority, Instant now, int limit) {
        List<Dirty> first = new ArrayList<>();
        Instant until = now;
        for (String lane : lanes(priority)) {
            first.addAll(due(priority, lane, until, limit));
            first.sort(WAITING);
            if (first.size() < limit) continue;
            first.subList(limit, first.size()).clear();
            until = first.get(limit - 1).notBefore();
        }
        return first;
    }

    List<Dirty> dueOfEach(Instant now, int from, int to, int each) {
        List<Dirty> due = new ArrayList<>();
        Map<String, Integer> left = new HashMap<>();
        for (int priority : priorities(from, to)) {
            List<Dirty> here = new ArrayList<>();
            for (String lane : lanes(priority)) {
                int most = left.getOrDefault(lane, each);
                List<Dirty> some = due(priority, lane, now, most);
                left.put(lane, most - some.size());
                here.addAll(some);
            }
            here.sort(WAITING);
            due.addAll(here);
        }
        return due;
    }

    private List<Dirty> due(int priority, String lane, Instant until, int limit) {
        return sql.list(
                SELECT + " WHERE priority = ? AND lane = ? AND not_before <= ? ORDER BY not_before, item LIMIT ?",
                DirtySet::dirty,
                priority,
                lane,
                until,
                limit);
    }

    Optional<Dirty> get(String key) {
        return sql.one(SELECT + " WHERE item = ?", DirtySet::dirty, key);
    }

    Optional<Instant> next() {
        return priorities(Integer.MIN_VALUE, Integer.MAX_VALUE).stream()
                .flatMap(priority -> lanes(priority).stream().flatMap(lane -> next(priority, lane).stream()))
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> next(int priority, String lane) {
        return sql.one(
                "SELECT not_before FROM dirty WHERE priority = ? AND lane = ? ORDER BY not_before LIMIT 1",
                Cells::time,
                priority,
                lane);
    }

    /** Those that there are, by steps along the index. */
    private List<Integer> priorities(int from, int to) {
        List<Integer> all = new ArrayList<>();
        Optional<Integer> next = after(from - 1L);
        while (next.isPresent() && next.get() <= to) {
            all.add(next.get());
            next = after(next.get());
        }
        return all;
    }

    private Optional<Integer> after(long priority) {
        return sql.one(
                "SELECT priority FROM dirty WHERE priority > ? ORDER BY priority LIMIT 1",
                c -> (int) c.number(),
                priority);
    }

    /** Those of one priority, by steps along the index. */
    private List<String> lanes(int priority) {
        return sql.list(LANES, Cells::text, priority, priority);
    }

    long count() {
        return sql.one("SELECT count(*) FROM dirty", Cells::number).orElseThrow();
    }

    /** A stretch of the primary key, as it is ordered by code points. */
    long count(String prefix, Instant until) {
        int last = prefix.length() - 1;
        String end = prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
        return sql.one(
                        "SELECT count(*) FROM dirty WHERE item >= ? AND item < ? AND not_before <= ?",
                        Cells::number,
                        prefix,
                        end,
                        until)
                .orElseThrow();
    }

    void mark(Collection<Dirty> keys, Ids ids) {
        TreeMap<String, Dirty> once = new TreeMap<>();
        for (Dirty key : keys) once.merge(key.key(), key, DirtySet::both);
        sql.changes(
                MARK,
                once.values().stream()
                        .map(d -> new Object[] {d.key(), d.priority(), ids.next(), d.notBefore()})
                        .toList());
    }

    private static Dirty both(Dirty a, Dirty b) {
        Instant earlier = a.notBefore().isBefore(b.notBefore()) ? a.notBefore() : b.notBefore();
        return Dirty.of(a.key(), Math.min(a.priority(), b.priority()), earlier);
    }

    void postpone(String key, long generation, Instant notBefore) {
        sql.change("UPDATE dirty SET not_before = ? WHERE item = ? AND generation = ?", notBefore, key, generation);
    }

    void remove(Collection<Dirty> keys) {
        sql.changes(
                "DELETE FROM dirty WHERE item = ? AND generation = ?",
                keys.stream()
                        .sorted(Comparator.comparing(Dirty::key))
                        .map(d -> new Object[] {d.key(), d.generation()})
                        .toList());
    }

    private static Dirty dirty(Cells cells) throws SQLException {
        return new Dirty(cells.text(), (int) cells.number(), cells.number(), cells.time());
    }
}
