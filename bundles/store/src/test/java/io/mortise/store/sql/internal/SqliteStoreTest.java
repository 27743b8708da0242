package io.mortise.store.sql.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.store.Store;
import io.mortise.store.StoreContract;
import java.nio.file.Path;
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
            assertThatThrownBy(() -> database.writeDurably(sql -> {
                        throw new IllegalStateException("crash");
                    }))
                    .hasMessage("crash");
            assertThat(database.<Long>write(SqliteStoreTest::synchronous)).isEqualTo(NORMAL);
        }
    }

    private static long synchronous(Sql sql) {
        return sql.one("PRAGMA synchronous", Cells::number).orElseThrow();
    }

    @AfterEach
    void close() {
        store.close();
    }
}
