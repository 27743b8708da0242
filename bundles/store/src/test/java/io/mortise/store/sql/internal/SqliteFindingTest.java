package io.mortise.store.sql.internal;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class SqliteFindingTest implements FindingRules {
    @TempDir
    Path data;

    @Override
    public Database database() {
        Database database = new SqliteDatabase(data.resolve("mortise.db"));
        new Migrations(database, Migration.all(database.dialect()), Clock.systemUTC()).run();
        return database;
    }
}
