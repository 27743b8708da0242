package io.mortise.sync.internal.pace;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Leaves a vendor alone that doesn't answer: after half of the last twenty calls came to nothing, none leaves for a
 * while; then one tries. An open breaker loses nothing, it only delays. Thread-safe.
 */
public final class Breaker {
    private static final int SAMPLE = 20;
    /** So many in a row that came to nothing: it is away, whether or not others still leave. */
    private static final int AWAY = 3;

    private final Clock clock;
    private final Duration rest;
    private final Deque<Boolean> last = new ArrayDeque<>();
    private long openUntil;
    private long answersSince;
    private int silences;
    private boolean probing;
    private String why = "";

    public Breaker(Clock clock, Duration rest) {
        this.clock = clock;
        this.rest = rest;
        this.answersSince = clock.millis();
    }

    /** @return how long to leave it alone; empty if a call may be made, whose outcome must then be reported, whatever it is */
    public synchronized Optional<Duration> closedFor() {
        long now = clock.millis();
        if (openUntil == 0) return Optional.empty();
        if (now < openUntil) return Optional.of(Duration.ofMillis(openUntil - now));
        if (probing) return Optional.of(Duration.ofSeconds(1));
        probing = true;
        return Optional.empty();
    }

    public synchronized void answered() {
        note(true);
        if (silences >= AWAY) answersSince = clock.millis();
        silences = 0;
        if (probing || openUntil > 0) {
            last.clear();
            why = "";
        }
        probing = false;
        openUntil = 0;
    }

    /** The call ended before the vendor was asked, which tells nothing of it. */
    public synchronized void notAsked() {
        probing = false;
    }

    public synchronized void silent(String reason) {
        note(false);
        silences++;
        boolean tooMany =
                last.size() >= SAMPLE && last.stream().filter(ok -> !ok).count() * 2 >= last.size();
        if (!tooMany && !probing) return;
        openUntil = clock.millis() + rest.toMillis();
        probing = false;
        why = reason;
    }

    /** Milliseconds of the clock: since when it answers, or since it is known; {@link Long#MAX_VALUE} while it doesn't. */
    public synchronized long answersSince() {
        return silences >= AWAY ? Long.MAX_VALUE : answersSince;
    }

    /** In words; "" while calls are made. */
    public synchronized String trouble() {
        return openUntil > 0 ? why : "";
    }

    private void note(boolean ok) {
        last.addLast(ok);
        if (last.size() > SAMPLE) last.removeFirst();
    }
}
