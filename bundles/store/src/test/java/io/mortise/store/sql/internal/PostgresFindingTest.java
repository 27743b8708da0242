package io.mortise.store.sql.internal;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFindingTest implements FindingRules, FillingRules {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Override
    public Database empty() {
        return POSTGRES.fresh();
    }
}
