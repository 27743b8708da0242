package io.mortise.store.sql.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteFindingTest implements FindingRules, FillingRules {
    @TempDir
    Path data;

    @Override
    public Database empty() {
        return new SqliteDatabase(data.resolve("mortise.db"));
    }
}
