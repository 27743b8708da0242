package io.mortise.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks after a product that runs in another process: {@code status}, {@code stop}, {@code await PID}. */
final class Control {
    static final int NOT_RUNNING = 3;

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Duration START = Duration.ofSeconds(180);

    private final Path data;

    private Control(Path data) {
        this.data = data;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        if (words.contains("help")) {
            System.out.println(Option.usage());
            return;
        }
        String command = words.get(0);
        int own = command.equals("await") ? 2 : 1;
        try {
            Options options = Options.parse(words.subList(own, words.size()), System.getenv());
            Control control = new Control(options.data(Main.home()));
            System.exit(
                    switch (command) {
                        case "status" -> control.status();
                        case "stop" -> control.stop();
                        case "await" -> control.await(Long.parseLong(words.get(1)));
                        default -> throw Refused.option("There is no command " + command + ".");
                    });
        } catch (Refused e) {
            System.exit(Main.refuse(e));
        }
    }

    private int status() throws IOException {
        Holder holder = DataFolder.holder(data);
        if (holder.process().isEmpty()) {
            return notRunning();
        }
        boolean ready = new Health(holder.address()).isReady();
        System.out.println(running(holder) + (ready ? " and is ready" : " but is not ready") + ": " + holder.address());
        return 0;
    }

    private int stop() throws IOException, InterruptedException, ExecutionException {
        Optional<ProcessHandle> process = DataFolder.holder(data).process();
        if (process.isEmpty()) {
            return notRunning();
        }
        process.get().destroy();
        try {
            process.get().onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            System.err.println("Mortise (pid " + process.get().pid() + ") has not stopped after " + STOP.toSeconds()
                    + " s. It may still be saving; see " + data.resolve("log"));
            return 1;
        }
        System.out.println("Mortise has stopped.");
        return 0;
    }

    /** Waits until the given process is ready. */
    private int await(long pid) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
            Holder holder = DataFolder.holder(data);
            if (holder.process().isPresent() && new Health(holder.address()).isReady()) {
                System.out.println("Mortise is ready: " + holder.address());
                SetUpLink.sentence(data, holder.address()).ifPresent(System.out::println);
                return 0;
            }
            if (System.nanoTime() > end) {
                System.err.println("Mortise (pid " + pid + ") is not ready after " + START.toSeconds()
                        + " s. It goes on; see " + data.resolve("log"));
                return 1;
            }
            Thread.sleep(100);
        }
        System.err.println("Mortise did not start; see " + data.resolve("log"));
        return 1;
    }

    private int notRunning() {
        System.out.println("Mortise is not running on " + data + ".");
        return NOT_RUNNING;
    }

    private static String running(Holder holder) {
        return "Mortise runs (pid " + holder.process().map(ProcessHandle::pid).orElseThrow() + ")";
    }
}
