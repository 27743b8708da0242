package io.mortise.store.sql.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.model.Outage;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the server can't do is an outage; what it was asked wrongly is a mistake of ours. */
class PostgresOutageTest {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Test
    void aServerThatIsAwayIsAnOutageAndTheStoreGoesOnWhenItIsBack() throws SQLException {
        POSTGRES.fresh().close();
        try (SqlStore store = Opening.store(POSTGRES.address(), Path.of("unused"))) {
            assertThat(store.<Long>read(s -> s.dirtyCount())).isZero();
            POSTGRES.leave();
            assertThatThrownBy(() -> store.read(s -> s.dirtyCount())).isInstanceOf(Outage.class);
            POSTGRES.comeBack();
            assertThat(readAgain(store)).isZero();
        }
    }

    /** Connections that have just been used are lent without a look, so a few of the dead ones may still come. */
    private static long readAgain(SqlStore store) {
        for (int i = 0; i < 20; i++) {
            try {
                return store.<Long>read(s -> s.dirtyCount());
            } catch (Outage dead) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("it didn't come back");
    }

    @Test
    void aConnectionThatBreaksInsideATransactionIsAnOutage() {
        try (PostgresDatabase database = POSTGRES.fresh()) {
            assertThatThrownBy(() -> database.write(
                            sql -> sql.one("SELECT pg_terminate_backend(pg_backend_pid())::text", Cells::text)))
                    .isInstanceOf(Outage.class);
        }
    }

    @Test
    void nonsenseIsAMistakeOfOurs() {
        try (PostgresDatabase database = POSTGRES.fresh()) {
            assertThatThrownBy(() -> database.read(sql -> sql.list("SELECT nothing FROM nowhere", Cells::text)))
                    .isInstanceOf(IllegalStateException.class)
                    .isNotInstanceOf(Outage.class);
        }
    }
}
