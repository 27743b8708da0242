package io.mortise.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Says on the console when a person can sign in, and how the first one can; complains once when that takes long. */
final class ReadyLine implements Runnable {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Health health;
    private final String address;
    private final Path data;

    ReadyLine(Health health, String address, Path data) {
        this.health = health;
        this.address = address;
        this.data = data;
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
        try {
            SetUpLink.sentence(data, address).ifPresent(System.out::println);
        } catch (IOException e) {
            System.err.println("The link to make the first administrator can't be read: " + e);
        }
    }
}
