package io.mortise.store.sql.internal;

import io.mortise.store.Store;
import io.mortise.store.StoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
    @TempDir
    Path data;

    private SqlStore store;

    @Override
    protected Store open() {
        return store = Opening.store("sqlite", data);
    }

    @AfterEach
    void close() {
        store.close();
    }
}
