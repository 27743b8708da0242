package io.mortise.admin.internal.modules;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks into the drop-in folder every two seconds, from a thread of its own. */
final class Watch implements AutoCloseable {
    private static final long EVERY_SECONDS = 2;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "modules folder");
        thread.setDaemon(true);
        return thread;
    });

    Watch(DropFolder folder) {
        clock.scheduleWithFixedDelay(folder::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
