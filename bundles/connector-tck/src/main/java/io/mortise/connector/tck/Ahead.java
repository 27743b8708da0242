package io.mortise.connector.tck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The system's clock set ahead, and further when told to: for a test instance of a vendor. Thread-safe. */
public final class Ahead extends Clock {
    private final Clock system = Clock.systemUTC();
    private volatile Duration by = Duration.ZERO;

    public synchronized void more(Duration time) {
        by = by.plus(time);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(by);
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("it shows moments alone");
    }
}
