package io.mortise.store.sql.internal;

import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFindingTest implements FindingRules {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Override
    public Database database() {
        Database database = POSTGRES.fresh();
        new Migrations(database, Migration.all(database.dialect()), Clock.systemUTC()).run();
        return database;
    }
}
