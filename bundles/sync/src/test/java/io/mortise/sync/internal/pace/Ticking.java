package io.mortise.sync.internal.pace;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Goes when told, and back when told. */
final class Ticking extends Clock {
    long now = 1_000;
    private long setBack;

    void back(long ms) {
        now -= ms;
        setBack += ms;
    }

    /** Whatever it shows. */
    long passed() {
        return now + setBack;
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
