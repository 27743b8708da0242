package io.mortise.records.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.store.memory.MemoryStore;
import io.mortise.store.memory.PassingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {
    private final MemoryStore store = new MemoryStore();
    private final PassingClock clock = new PassingClock();
    private final DatabaseCheck check = new DatabaseCheck(store, clock);

    @Test
    void a_database_that_takes_no_change_is_not_ready_and_is_ready_again_when_it_does() {
        assertThat(check.check().ok()).isTrue();
        store.onCommit(() -> {
            throw new IllegalStateException("the disk is full");
        });
        check.probe();
        assertThat(check.check().ok()).isFalse();
        assertThat(check.check().detail()).contains("can't be written");
        store.onCommit(() -> {});
        check.probe();
        assertThat(check.check().ok()).isTrue();
    }

    @Test
    void a_write_may_wait_its_turn_but_not_for_ever() {
        clock.pass(Duration.ofSeconds(10));
        assertThat(check.check().ok()).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(check.check().ok()).isFalse();
        check.probe();
        assertThat(check.check().ok()).isTrue();
    }

    @Test
    void however_many_ask_nothing_is_written_for_them() {
        store.onCommit(() -> {
            throw new AssertionError("written");
        });
        for (int i = 0; i < 100; i++) assertThat(check.check().ok()).isTrue();
    }
}
