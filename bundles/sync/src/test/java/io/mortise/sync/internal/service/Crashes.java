package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.store.memory.MemoryStore;
import java.util.concurrent.atomic.AtomicInteger;

/** Breaks work off on its way to one of its commits, as a crash would. */
final class Crashes {
    private Crashes() {}

    /** @return false if the work had ended before that step */
    static boolean atStep(MemoryStore store, int step, Runnable work) {
        Thread mine = Thread.currentThread();
        AtomicInteger left = new AtomicInteger(step);
        store.onCommit(() -> {
            if (Thread.currentThread() == mine && left.getAndDecrement() == 0) throw new IllegalStateException("crash");
        });
        try {
            work.run();
            return false;
        } catch (IllegalStateException crash) {
            assertThat(crash).hasMessage("crash");
            return true;
        } finally {
            store.onCommit(() -> {});
        }
    }
}
