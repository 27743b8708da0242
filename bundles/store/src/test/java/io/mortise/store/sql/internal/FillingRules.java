package io.mortise.store.sql.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Ref;
import io.mortise.store.Query;
import io.mortise.store.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is there already gets into lists when a type begins to say so. */
interface FillingRules {
    Columns NONE = new Columns(Map.of());
    Columns BY_QUEUE = new Columns(Map.of("ticket", Map.of("queue", "f1")));
    Columns BY_DAY = new Columns(Map.of("ticket", Map.of("day", "f1", "queue", "f2")));

    /** Without a table. */
    Database empty();

    private Database database() {
        Database database = empty();
        new Migrations(database, Migration.all(database.dialect()), Clock.systemUTC()).run();
        return database;
    }

    private static void insert(Database database, Columns columns, int from, int to) {
        List<Row> rows = IntStream.range(from, to)
                .mapToObj(i -> new Row(
                        new Ref("ticket", "" + i),
                        1,
                        true,
                        "t" + i,
                        Optional.empty(),
                        "",
                        "{\"queue\":\"q" + i % 10 + "\",\"day\":\"d" + i % 100 + "\"}",
                        "{}",
                        Instant.EPOCH,
                        Instant.EPOCH))
                .toList();
        database.write(sql -> {
            new Entities(sql, columns).insert(rows);
            return "";
        });
    }

    private static long count(Database database, Columns columns, String path, String value) {
        Query query = Query.all("ticket", 1).where(List.of(new Query.Condition(path, Query.Test.IS, List.of(value))));
        return database.<Long>read(sql -> new Entities(sql, columns).count(query, 100_000));
    }

    private static long listed(Database database) {
        return database.<Long>read(
                sql -> sql.one("SELECT count(*) FROM listed", Cells::number).orElseThrow());
    }

    @Test
    default void aFieldThatBecomesIndexedIsReadFromAllRows() {
        try (Database database = database()) {
            insert(database, NONE, 1, 2501);
            assertThat(listed(database)).isZero();
            new Filling(database, BY_QUEUE).run();
            assertThat(count(database, BY_QUEUE, "queue", "q3")).isEqualTo(250);
            insert(database, BY_QUEUE, 3000, 3100);
            new Filling(database, BY_DAY).run();
            assertThat(count(database, BY_DAY, "queue", "q3")).isEqualTo(260);
            assertThat(count(database, BY_DAY, "day", "d7")).isEqualTo(26);
        }
    }

    @Test
    default void whatWasInterruptedGoesOn() {
        try (Database database = database()) {
            insert(database, NONE, 1, 2501);
            new Filling(database, BY_QUEUE).run();
            database.write(sql -> {
                sql.change("UPDATE listing SET filled_to = 1000");
                return sql.change("DELETE FROM listed WHERE id > 1000");
            });
            new Filling(database, BY_QUEUE).run();
            assertThat(listed(database)).isEqualTo(2500);
            assertThat(count(database, BY_QUEUE, "queue", "q3")).isEqualTo(250);
        }
    }

    @Test
    default void whatIsFilledIsNotReadAgain() {
        try (Database database = database()) {
            insert(database, NONE, 1, 11);
            new Filling(database, BY_QUEUE).run();
            database.write(sql -> sql.change("DELETE FROM listed"));
            new Filling(database, BY_QUEUE).run();
            assertThat(listed(database)).isZero();
        }
    }

    @Test
    default void aTypeThatHasNoIndexedFieldsAnyMoreLeaves() {
        try (Database database = database()) {
            insert(database, NONE, 1, 11);
            new Filling(database, BY_QUEUE).run();
            new Filling(database, NONE).run();
            assertThat(listed(database)).isZero();
            insert(database, NONE, 20, 30);
            new Filling(database, BY_QUEUE).run();
            assertThat(count(database, BY_QUEUE, "queue", "q3")).isEqualTo(2);
        }
    }

    /** As a database of the step before has them. */
    @Test
    default void wordsThatWereThereBeforeTheirIndexAreFound() {
        try (Database database = empty()) {
            List<Migration> steps = Migration.all(database.dialect());
            new Migrations(database, steps.subList(0, 3), Clock.systemUTC()).run();
            database.write(
                    sql -> sql.change(
                            "INSERT INTO entity (id, type, version, active, title, sort_key, words, fields,"
                                    + " origins, created_at, changed_at) VALUES (7, 'contact', 1, 1, 'a', 'a', 'ada o''neil', '{}', '{}', 0, 0)"));
            new Migrations(database, steps, Clock.systemUTC()).run();
            Query query = Query.all("contact", 9).words(List.of("o'n", "ad"));
            assertThat(database.<List<Row>>read(sql -> new Entities(sql, NONE).list(query)))
                    .hasSize(1);
        }
    }
}
