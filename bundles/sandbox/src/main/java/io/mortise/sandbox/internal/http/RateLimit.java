package io.mortise.sandbox.internal.http;

import io.mortise.sandbox.internal.http.Vendor.Budget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Fixed windows that begin with the first call in them. Vendor time runs {@code speed} times faster than the clock, so
 * a window of an hour lasts a minute at speed 60. Guarded by its caller's lock.
 */
final class RateLimit {
    private static final class Window {
        private Instant end = Instant.EPOCH;
        private int calls;
    }

    private final Clock clock;
    private final double speed;
    private final Map<String, Window> windows = new HashMap<>();

    RateLimit(Clock clock, double speed) {
        this.clock = clock;
        this.speed = speed;
    }

    /** Counts a call; zero when it may pass, else the real seconds to wait. */
    int take(Budget budget) {
        Instant now = clock.instant();
        Window window = windows.computeIfAbsent(budget.key(), key -> new Window());
        if (!now.isBefore(window.end)) {
            window.end = now.plus(Duration.ofNanos((long) (budget.seconds() * 1e9 / speed)));
            window.calls = 0;
        }
        window.calls++;
        if (window.calls <= budget.calls()) {
            return 0;
        }
        long millis = Duration.between(now, window.end).toMillis();
        return (int) Math.max(1, (millis + 999) / 1000);
    }
}
