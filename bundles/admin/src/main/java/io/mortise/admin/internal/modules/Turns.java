package io.mortise.admin.internal.modules;

import io.mortise.api.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One change at a time; the others wait a little. */
final class Turns {
    private static final long PATIENCE_SECONDS = 15;

    private final ReentrantLock lock = new ReentrantLock(true);

    @FunctionalInterface
    interface Change<T> {
        T make() throws IOException;
    }

    <T> T take(Change<T> change) {
        if (!entered())
            throw new Refusal(
                    Refusal.Reason.UNAVAILABLE, "Another change of modules is still under way. Try again in a moment.");
        try {
            return change.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private boolean entered() {
        try {
            return lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
