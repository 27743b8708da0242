package io.mortise.store.sql.internal;

import io.mortise.store.Store;
import io.mortise.store.StoreContract;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The same promises for a type that has its fields indexed. */
class SqliteListedTest extends StoreContract {
    static final Columns COLUMNS = new Columns(Map.of(
            "contact",
            Map.ofEntries(
                    Map.entry("name", "f1"),
                    Map.entry("on", "f2"),
                    Map.entry("organization.id", "f3"),
                    Map.entry("x.bms.17", "f4"),
                    Map.entry("x.bms.17.key", "f5"),
                    Map.entry("x", "f6"),
                    Map.entry("n", "o1"),
                    Map.entry("big", "o2"),
                    Map.entry("d", "o3"),
                    Map.entry("day", "o4"),
                    Map.entry("v", "o5"),
                    Map.entry("y", "o6"))));

    @TempDir
    Path data;

    private SqlStore store;

    @Override
    protected Store open() {
        return store = Opening.store("sqlite", data, COLUMNS);
    }

    @AfterEach
    void close() {
        store.close();
    }
}
