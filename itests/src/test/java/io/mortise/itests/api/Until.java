package io.mortise.itests.api;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting with an end. */
public final class Until {
    private static final long POLL_MILLIS = 500;

    private Until() {}

    /** @param what for the failure, asked when the time is up */
    public static void is(BooleanSupplier there, Duration atMost, Supplier<Object> what) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end)
                throw new AssertionError("Not within " + atMost.toSeconds() + " s: " + what.get());
            pause();
        }
    }

    /** The same answer for so long. */
    public static <T> void quiet(Supplier<T> look, Duration still, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        T last = look.get();
        long since = System.nanoTime();
        while (System.nanoTime() - since < still.toNanos()) {
            if (System.nanoTime() > end)
                throw new AssertionError("No rest within " + atMost.toSeconds() + " s; it stands at " + last);
            pause();
            T now = look.get();
            if (!now.equals(last)) since = System.nanoTime();
            last = now;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
