package io.mortise.sync.internal.service;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for work: again at once while there is some, otherwise when it rings or a second is over. */
final class Crew implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);

    private final Look look;
    private final long rest;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running = true;

    /** Hands out what is to be done now. */
    @FunctionalInterface
    interface Look {
        /** @return whether there was anything */
        boolean assign() throws InterruptedException;
    }

    /** @param rest milliseconds after a look that found nothing, however often it rings */
    Crew(Look look, long rest) {
        this.look = look;
        this.rest = rest;
    }

    void ring() {
        if (bell.availablePermits() == 0) bell.release();
    }

    void stop() {
        running = false;
        ring();
    }

    @Override
    public void run() {
        try {
            while (running) round();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        try {
            if (look.assign()) return;
            bell.tryAcquire(1, TimeUnit.SECONDS);
            TimeUnit.MILLISECONDS.sleep(rest);
        } catch (RuntimeException e) {
            if (running) LOG.error("Looking for work failed; it is tried again", e);
            TimeUnit.SECONDS.sleep(1);
        }
    }
}
