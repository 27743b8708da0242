package io.mortise.launcher;

import java.time.Duration;

/** Says on the console when a person can sign in; complains once when that takes long. */
final class ReadyLine implements Runnable {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Health health;
    private final String address;

    ReadyLine(Health health, String address) {
        this.health = health;
        this.address = address;
    }

    void start() {
        Thread thread = new Thread(this, "ready-line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        long complainAt = System.nanoTime() + LONG.toNanos();
        boolean complained = false;
        while (!health.isReady()) {
            if (!complained && System.nanoTime() > complainAt) {
                System.err.println("Mortise is not ready yet. What it waits for stands at " + health.address());
                complained = true;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                return;
            }
        }
        System.out.println("Mortise is ready: " + address);
    }
}
