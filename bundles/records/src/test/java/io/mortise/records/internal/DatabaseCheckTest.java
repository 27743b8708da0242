package io.mortise.records.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.store.memory.MemoryStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {
    private final MemoryStore store = new MemoryStore();
    private final AtomicInteger writes = new AtomicInteger();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final DatabaseCheck check = new DatabaseCheck(store, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    @Test
    void a_database_that_takes_no_change_is_not_ready_and_is_ready_again_when_it_does() {
        assertThat(check.check().ok()).isTrue();
        store.onCommit(() -> {
            throw new IllegalStateException("the disk is full");
        });
        now = now.plus(Duration.ofSeconds(5));
        assertThat(check.check().ok()).isFalse();
        assertThat(check.check().detail()).contains("can't be written");
        store.onCommit(() -> {});
        assertThat(check.check().ok()).isTrue();
    }

    @Test
    void however_many_ask_little_is_written() {
        store.onCommit(writes::incrementAndGet);
        for (int i = 0; i < 100; i++) assertThat(check.check().ok()).isTrue();
        assertThat(writes).hasValue(1);
        now = now.plus(Duration.ofSeconds(5));
        assertThat(check.check().ok()).isTrue();
        assertThat(writes).hasValue(2);
    }
}
