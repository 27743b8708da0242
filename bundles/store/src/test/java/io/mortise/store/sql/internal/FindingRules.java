package io.mortise.store.sql.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Ref;
import io.mortise.store.Query;
import io.mortise.store.Query.Condition;
import io.mortise.store.Row;
import io.mortise.store.memory.MemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whichever way rows are found, they are those that a plain look at all rows finds, in the same order. */
interface FindingRules {
    /** Of "ticket"; a "contact" has no lists. */
    Columns COLUMNS = new Columns(Map.of(
            "ticket",
            Map.of("status.key", "f1", "queue.key", "f2", "status.label", "o1", "due", "o2", "number", "o3")));

    /** Each way is taken with one of these. */
    List<Finding.Limits> LIMITS = List.of(
            Finding.Limits.USUAL,
            new Finding.Limits(0, 0, 0, 0),
            new Finding.Limits(0, 0, 30, 30),
            new Finding.Limits(0, 1000, 0, 0),
            new Finding.Limits(20, 40, 25, 10));

    /** Without a table. */
    Database empty();

    @Test
    default void everyWayFindsTheSame() {
        Random random = new Random(20261126);
        MemoryStore plain = new MemoryStore();
        try (Database database = empty()) {
            new Migrations(database, Migration.all(database.dialect()), java.time.Clock.systemUTC()).run();
            SqlStore store = new SqlStore(
                    database, COLUMNS, java.time.Clock.systemUTC(), new Ids(java.time.Clock.systemUTC(), 1));
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < 300; i++) rows.add(row(random, store.newId(), 1));
            rows.addAll(List.of(above("house", "1", "7"), above("house", "2", "8"), above("shed", "3", "7")));
            store.write(w -> done(() -> w.insert(rows)));
            plain.write(w -> done(() -> w.insert(rows)));
            List<Row> changed = rows.stream()
                    .filter(r -> r.ref().id().length() > 1 && random.nextInt(3) == 0)
                    .map(r -> of(r.ref().type(), row(random, r.ref().id(), 2)))
                    .toList();
            store.write(w -> done(() -> w.update(changed)));
            plain.write(w -> done(() -> w.update(changed)));
            for (int i = 0; i < 700; i++) same(database, plain, query(random, rows));
        }
    }

    private static String done(Runnable work) {
        work.run();
        return "";
    }

    private static void same(Database database, MemoryStore plain, Query query) {
        List<String> wanted = plain.<List<Row>>read(r -> r.rows(query)).stream()
                .map(row -> row.ref().id())
                .toList();
        long all = plain.<Long>read(r -> r.count(query));
        for (Finding.Limits limits : LIMITS)
            database.read(sql -> {
                List<Long> found = new Finding(sql, query, COLUMNS, limits).part();
                assertThat(found.stream().map(String::valueOf))
                        .as("%s %s", query, limits)
                        .containsExactlyElementsOf(wanted);
                for (long most : new long[] {3, 1000, Long.MAX_VALUE})
                    assertThat(new Finding(sql, query, COLUMNS, limits).count(most))
                            .as("%s %s", query, limits)
                            .isEqualTo(Math.min(all, most));
                return "";
            });
    }

    private static Query query(Random random, List<Row> rows) {
        Query query = Query.all(type(random), List.of(0, 3, 20, 500).get(random.nextInt(4)))
                .sort(
                        List.of("", Query.CHANGED, Query.CHANGED, "due", "status.label", "status.key", "other")
                                .get(random.nextInt(7)),
                        random.nextBoolean());
        if (random.nextInt(4) == 0) query = query.alsoInactive();
        if (random.nextInt(3) == 0) query = query.within(some(random, Set.of("1", "2", "3", "4", "nonsense")));
        if (random.nextInt(4) == 0) query = query.below(new Query.Above("house", some(random, Set.of("7", "8"))));
        List<Condition> where = new ArrayList<>();
        while (random.nextInt(2) == 0) where.add(condition(random));
        query = query.where(where);
        List<String> words = new ArrayList<>();
        while (random.nextInt(3) == 0) words.add(WORDS.get(random.nextInt(WORDS.size())));
        query = query.words(words);
        return random.nextInt(3) == 0 ? query.after(Optional.of(place(random, query, rows))) : query;
    }

    private static Query.Position place(Random random, Query query, List<Row> rows) {
        Row row = rows.get(random.nextInt(rows.size()));
        String value = query.sort().isEmpty()
                ? row.title()
                : query.sort().equals(Query.CHANGED) ? "" + row.changedAt().toEpochMilli() : "" + random.nextInt(4);
        return new Query.Position(value, row.ref().id());
    }

    private static Condition condition(Random random) {
        String path = List.of("status.key", "queue.key", "due", "number", "other", "status.label")
                .get(random.nextInt(6));
        Query.Test test = Query.Test.values()[random.nextInt(4)];
        List<String> values = test == Query.Test.IS
                ? List.copyOf(some(random, Set.of("0", "1", "2", "3", "")))
                : test == Query.Test.MISSING ? List.of() : List.of("" + random.nextInt(4));
        return new Condition(path, test, values);
    }

    private static Set<String> some(Random random, Set<String> all) {
        Set<String> some = new HashSet<>(all);
        some.removeIf(each -> random.nextInt(3) == 0);
        return some;
    }

    List<String> WORDS =
            List.of("a", "ab", "abc", "b'c", "\"", "\\", "b", "ü", "東", "*", "x:y", "-", "", "zz", "ab\u0001c");

    private static String type(Random random) {
        return random.nextInt(4) == 0 ? "contact" : "ticket";
    }

    /** In which others lie. */
    private static Row above(String type, String id, String within) {
        Instant at = Instant.ofEpochMilli(1_700_000_000_000L);
        return new Row(new Ref(type, id), 1, true, "Above", Optional.of(within), "", "{}", "{}", at, at);
    }

    private static Row of(String type, Row row) {
        return new Row(
                new Ref(type, row.ref().id()),
                row.version(),
                row.active(),
                row.title(),
                row.within(),
                row.words(),
                row.fields(),
                row.origins(),
                row.createdAt(),
                row.changedAt());
    }

    private static Row row(Random random, String id, long version) {
        StringBuilder fields = new StringBuilder("{\"rest\":[{\"due\":\"7\"}]");
        for (String name : List.of("status", "queue"))
            if (random.nextInt(4) > 0)
                fields.append(",\"%s\":{\"key\":\"%d\",\"label\":\"%d\",\"more\":{\"key\":9}}"
                        .formatted(name, random.nextInt(4), random.nextInt(4)));
        for (String name : List.of("due", "number", "other"))
            if (random.nextInt(3) > 0)
                fields.append(",\"%s\":\"%s\"".formatted(name, random.nextInt(4) == 0 ? "" : random.nextInt(4)));
        List<String> words = new ArrayList<>();
        for (String word : WORDS)
            if (!word.isEmpty() && random.nextInt(4) == 0) words.add(word + (random.nextBoolean() ? "d" : ""));
        Instant at = Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt(5));
        return new Row(
                new Ref(type(random), id),
                version,
                random.nextInt(5) > 0,
                "T" + random.nextInt(6),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of("" + (1 + random.nextInt(4))),
                String.join(" ", words),
                fields.append('}').toString(),
                "{}",
                at,
                at);
    }
}
