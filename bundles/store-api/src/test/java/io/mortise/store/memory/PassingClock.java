package io.mortise.store.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes only when a test says so. Thread-safe for readers. */
public final class PassingClock extends Clock {
    private volatile long now;

    public PassingClock() {
        this(Instant.parse("2026-01-01T00:00:00Z"));
    }

    public PassingClock(Instant start) {
        now = start.toEpochMilli();
    }

    public void pass(Duration duration) {
        pass(duration.toMillis());
    }

    public void pass(long ms) {
        now = now + ms;
    }

    @Override
    public long millis() {
        return now;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
