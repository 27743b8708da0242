package io.mortise.store.sql.internal;

import io.mortise.store.Store;
import io.mortise.store.StoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same promises for a type that has its fields indexed. */
class PostgresListedTest extends StoreContract {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private static SqlStore store;
    private static PostgresDatabase cleaner;

    @BeforeAll
    static void start() {
        POSTGRES.fresh().close();
        store = Opening.store(POSTGRES.address(), Path.of("unused"), SqliteListedTest.COLUMNS);
        cleaner = new PostgresDatabase(PostgresAddress.of(POSTGRES.address()));
    }

    @Override
    protected Store open() {
        cleaner.write(sql -> sql.change("TRUNCATE entity, listed, link, link_memory, journal, dirty, document"));
        return store;
    }

    @AfterAll
    static void stop() {
        store.close();
        cleaner.close();
    }
}
