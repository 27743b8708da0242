package io.mortise.store.sql.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for the migrations of both databases. */
abstract class MigrationRules {
    static final Migration FIRST =
            new Migration(1, "first", "CREATE TABLE a (x INTEGER NOT NULL);\nINSERT INTO a VALUES (1);\n");
    static final Migration SECOND = new Migration(2, "second", "ALTER TABLE a ADD COLUMN y INTEGER;\n");

    private Database database;

    abstract Database fresh();

    /** The backups that there are, newest first. */
    abstract List<String> backups();

    /** What the first step's table holds in a backup. */
    abstract long numberIn(String backup);

    @BeforeEach
    void open() {
        database = fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    Database database() {
        return database;
    }

    private void migrate(Migration... steps) {
        new Migrations(database, List.of(steps), Clock.systemUTC()).run();
    }

    private long number(String sql) {
        return database.read(s -> s.one(sql, Cells::number)).orElseThrow();
    }

    @Test
    void aNewDatabaseGoesThroughAllStepsWithoutABackup() {
        migrate(FIRST, SECOND);
        assertThat(number("SELECT count(*) FROM migration")).isEqualTo(2);
        assertThat(number("SELECT x FROM a WHERE y IS NULL")).isOne();
        assertThat(backups()).isEmpty();
    }

    @Test
    void theSecondStartChangesNothing() {
        migrate(FIRST);
        migrate(FIRST);
        assertThat(number("SELECT count(*) FROM a")).isOne();
        assertThat(backups()).isEmpty();
    }

    @Test
    void anOlderDatabaseIsBackedUpBeforeItIsChanged() {
        migrate(FIRST);
        database.write(sql -> sql.change("UPDATE a SET x = 7"));
        migrate(FIRST, SECOND);
        assertThat(number("SELECT x FROM a WHERE y IS NULL")).isEqualTo(7);
        assertThat(backups()).hasSize(1);
        assertThat(numberIn(backups().get(0))).isEqualTo(7);
    }

    @Test
    void theNewestThreeBackupsAreKept() {
        List<Migration> steps = new ArrayList<>(List.of(FIRST));
        migrate(FIRST);
        for (int version = 2; version <= 6; version++) {
            int now = version;
            database.write(sql -> sql.change("UPDATE a SET x = ?", now));
            steps.add(new Migration(version, "step", "CREATE TABLE t" + version + " (x INTEGER);\n"));
            migrate(steps.toArray(Migration[]::new));
        }
        assertThat(backups()).hasSize(3);
        assertThat(backups().stream().map(this::numberIn)).containsExactly(6L, 5L, 4L);
    }

    @Test
    void aChangedStepIsRefused() {
        migrate(FIRST);
        Migration changed = new Migration(1, "first", FIRST.sql() + "\n");
        assertThatThrownBy(() -> migrate(changed, SECOND))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Step 1 (first)")
                .hasMessageContaining("checksums differ");
        assertThat(number("SELECT count(*) FROM migration")).isOne();
        assertThat(backups()).isEmpty();
    }

    @Test
    void aNewerDatabaseIsRefused() {
        migrate(FIRST, SECOND);
        assertThatThrownBy(() -> migrate(FIRST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("newer than this program")
                .hasMessageContaining("step 2");
    }

    @Test
    void aStepThatFailsHalfWayLeavesTheOldForm() {
        migrate(FIRST);
        Migration broken = new Migration(2, "broken", "DELETE FROM a;\nCREATE TABLE b (x INTEGER);\nNONSENSE;\n");
        assertThatThrownBy(() -> migrate(FIRST, broken)).isInstanceOf(IllegalStateException.class);
        assertThat(number("SELECT count(*) FROM a")).isOne();
        assertThat(number("SELECT count(*) FROM migration")).isOne();
        migrate(FIRST, new Migration(2, "mended", "CREATE TABLE b (x INTEGER);\n"));
        assertThat(number("SELECT count(*) FROM b")).isZero();
    }

    @Test
    void theStepsOfThisProgramRun() {
        new Migrations(database, Migration.all(database.dialect()), Clock.systemUTC()).run();
        assertThat(number("SELECT count(*) FROM entity")).isZero();
    }

    @Test
    void marksOfBeforeHaveTheirLanes() {
        List<Migration> all = Migration.all(database.dialect());
        migrate(all.subList(0, 4).toArray(Migration[]::new));
        for (String key : List.of("b/ticketNote/7", "b/ticketNote/8", "alone"))
            database.write(sql ->
                    sql.change("INSERT INTO dirty (item, priority, generation, not_before) VALUES (?, 5, 1, 1)", key));
        migrate(all.toArray(Migration[]::new));
        List<String> lanes =
                database.read(sql -> sql.list("SELECT DISTINCT lane FROM dirty ORDER BY lane", Cells::text));
        assertThat(lanes).containsExactly("alone", "b/ticketNote");
    }
}
