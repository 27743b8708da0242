package io.mortise.store.sql.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.store.Query;
import io.mortise.store.Store;
import io.mortise.store.StoreContract;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
    private static final long NORMAL = 1;
    private static final long FULL = 2;

    @TempDir
    Path data;

    private SqlStore store;

    @Override
    protected Store open() {
        return store = Opening.store("sqlite", data);
    }

    /** No test can cut the power, so it asks whether the database was told to sync. */
    @Test
    void onlyADurableWriteSyncs() {
        try (SqliteDatabase database = new SqliteDatabase(data.resolve("other.db"))) {
            assertThat(database.<Long>write(SqliteStoreTest::synchronous)).isEqualTo(NORMAL);
            assertThat(database.<Long>writeDurably(SqliteStoreTest::synchronous))
                    .isEqualTo(FULL);
            assertThat(database.<Long>write(SqliteStoreTest::synchronous)).isEqualTo(NORMAL);
            assertThat(database.<Long>writeDurably(SqliteStoreTest::synchronous))
                    .isEqualTo(FULL);
            assertThatThrownBy(() -> database.writeDurably(sql -> {
                        throw new IllegalStateException("crash");
                    }))
                    .hasMessage("crash");
            assertThat(database.<Long>write(SqliteStoreTest::synchronous)).isEqualTo(NORMAL);
        }
    }

    /** Of a hundred thousand rows, a part is read from an index that has them in this order. */
    @Test
    void listsByTitleAndByLastChangeNeedNoSorting() {
        try (SqliteDatabase database = new SqliteDatabase(data.resolve("mortise.db"))) {
            for (String sort : List.of("", Query.CHANGED))
                for (boolean down : List.of(false, true)) {
                    Query query =
                            Query.all("contact", 50).sort(sort, down).after(Optional.of(new Query.Position("1", "1")));
                    Selection selection = new Selection(query, database.dialect());
                    String plan = "EXPLAIN QUERY PLAN SELECT id, fields FROM entity" + selection.part();
                    List<String> steps =
                            database.read(sql -> sql.list(plan, SqliteStoreTest::step, selection.parameters()));
                    assertThat(String.join("; ", steps))
                            .contains("USING INDEX " + (sort.isEmpty() ? "entity_title" : "entity_changed"))
                            .doesNotContain("TEMP B-TREE");
                }
        }
    }

    private static String step(Cells cells) throws SQLException {
        cells.number();
        cells.number();
        cells.number();
        return cells.text();
    }

    private static long synchronous(Sql sql) {
        return sql.one("PRAGMA synchronous", Cells::number).orElseThrow();
    }

    @AfterEach
    void close() {
        store.close();
    }
}
