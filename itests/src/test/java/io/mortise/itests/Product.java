package io.mortise.itests;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/** One installation with its data folder and ports; its process can be started, stopped, killed, started again. */
public final class Product implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(60);

    /** Another product may have been given one that it doesn't listen on yet. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final Path data;
    private final Path console;
    private final Path java;
    private final int port = freePort();
    private final int sandboxPort = freePorts(5);
    private final List<String> options;
    private boolean onPremise;
    private Process process;

    private Product(Path home, Path data, Path java, List<String> options) {
        this.home = home;
        this.data = data;
        this.java = java;
        this.console = data.resolve("console.txt");
        this.options = options;
    }

    /** @param options of the command line, besides those that every product here has */
    public static Product of(Unpacked unpacked, String... options) throws IOException {
        Path java = Path.of(System.getProperty("java.home"));
        return new Product(unpacked.home(), unpacked.newDataFolder(), java, List.of(options));
    }

    /** @param java the Java installation that it runs on */
    static Product on(Unpacked unpacked, Path java) throws IOException {
        return new Product(unpacked.home(), unpacked.newDataFolder(), java, List.of());
    }

    /** From now on it starts without simulated systems of its own: others answer at their ports. */
    public Product withoutSandbox() throws IOException {
        Path modules = Files.createDirectories(data.resolve("modules"));
        Files.writeString(modules.resolve("stopped"), "io.mortise.sandbox\n");
        onPremise = true;
        return this;
    }

    /** Starts {@code bin/mortise run} with the sandbox and returns at once. */
    public Product start() throws IOException {
        process = mortise("run").redirectOutput(console.toFile()).start();
        return this;
    }

    /** A command of {@code bin/mortise}, with the options of this product, not started yet. */
    ProcessBuilder mortise(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(home.resolve("bin/mortise").toString(), command));
        words.addAll(List.of("--data", data.toString(), "--port", "" + port, "--sandbox-port", "" + sandboxPort));
        words.addAll(List.of("--features", "+sandbox", "--sandbox-hooks", "false"));
        words.addAll(options);
        words.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("MORTISE_"));
        builder.environment().put("JAVA_HOME", java.toString());
        if (onPremise) builder.environment().put("JDK_JAVA_OPTIONS", "-Dmortise.sync.private=true");
        return builder;
    }

    public Product awaitReady() throws IOException, InterruptedException {
        await(status -> status == 200);
        return this;
    }

    /** Waits for any answer over HTTP. */
    Product awaitAnswer() throws IOException, InterruptedException {
        await(status -> status > 0);
        return this;
    }

    private void await(IntPredicate wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (wanted.test(Answer.from(base().resolve("/health/ready")).status())) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Mortise did not come up; it said:\n" + console());
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The first simulated system; the others follow on the next ports. */
    public int sandboxPort() {
        return sandboxPort;
    }

    public Path data() {
        return data;
    }

    Process process() {
        return process;
    }

    /** What the process has printed so far. */
    public String console() throws IOException {
        return Files.exists(console) ? Files.readString(console) : "";
    }

    /** SIGTERM, then waits. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("Mortise did not stop within " + STOP.toSeconds() + " s after SIGTERM");
        }
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        if (process == null || !process.isAlive()) {
            return;
        }
        try {
            stop();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        return freePorts(1);
    }

    /** The first of so many ports that are free in a row. */
    private static int freePorts(int count) {
        for (int attempt = 0; attempt < 50; attempt++) {
            List<ServerSocket> held = new ArrayList<>();
            try {
                held.add(new ServerSocket(0));
                int first = held.get(0).getLocalPort();
                for (int next = 1; next < count; next++) {
                    held.add(new ServerSocket(first + next));
                }
                if (held.stream().map(ServerSocket::getLocalPort).allMatch(GIVEN::add)) return first;
            } catch (IOException taken) {
                continue;
            } finally {
                held.forEach(Product::release);
            }
        }
        throw new IllegalStateException("No " + count + " free ports in a row");
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
