package io.mortise.store.sql.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresMigrationTest extends MigrationRules {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Override
    Database fresh() {
        return POSTGRES.fresh();
    }

    @Override
    List<String> backups() {
        return database()
                .read(sql -> sql.list(
                        "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'mortise@_backup@_%' ESCAPE '@'"
                                + " ORDER BY nspname DESC",
                        Cells::text));
    }

    @Override
    long numberIn(String backup) {
        return database()
                .read(sql -> sql.one("SELECT x FROM " + backup + ".a", Cells::number))
                .orElseThrow();
    }

    @Test
    void fourNodesThatStartAtOnceAllComeUp() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<SqlStore> start = () -> Opening.store(POSTGRES.address(), Path.of("unused"));
            List<Future<SqlStore>> stores = new ArrayList<>();
            for (int i = 0; i < 4; i++) stores.add(threads.submit(start));
            for (Future<SqlStore> store : stores) {
                assertThat(store.get().<Long>read(r -> r.dirtyCount())).isZero();
                store.get().close();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
