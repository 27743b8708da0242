package io.mortise.benchmarks.product;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/** A product that runs in a process of its own, until it is closed. Its costs are read from Linux's {@code /proc}. */
public final class Product implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path console;
    private final URI base;
    private final long begun = System.nanoTime();
    private final Process process;

    private Product(Home home, Path data, List<String> options) throws IOException {
        int port = Ports.free(1);
        this.base = URI.create("http://127.0.0.1:" + port);
        this.console = data.resolve("console.txt");
        List<String> words = new ArrayList<>(List.of("sh", home.folder() + "/bin/mortise", "run"));
        words.addAll(List.of("--port", "" + port, "--data", data.toString(), "--sandbox-hooks", "false"));
        words.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("MORTISE_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        this.process = builder.redirectOutput(console.toFile()).start();
        // Whoever ends this program ends its product, too
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /** {@code bin/mortise run}; returns at once. */
    public static Product start(Home home, Path data, String... options) throws IOException {
        return new Product(home, data, List.of(options));
    }

    /** Until a person can work with it. */
    public Cost awaitReady() throws IOException, InterruptedException {
        return await(status -> status == 200);
    }

    /** Until its port answers in any way. */
    public Cost awaitAnswer() throws IOException, InterruptedException {
        return await(status -> status > 0);
    }

    private Cost await(IntPredicate wanted) throws IOException, InterruptedException {
        while (!wanted.test(status())) {
            if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos())
                throw new IllegalStateException("Mortise did not come up; it said:\n" + said());
            Thread.sleep(20);
        }
        return cost();
    }

    /** 0 while nothing answers. */
    private int status() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/health/ready"))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private Cost cost() throws IOException {
        double seconds = (System.nanoTime() - begun) / 1e9;
        Duration cpu = process.info().totalCpuDuration().orElseThrow();
        return new Cost(cpu.toMillis() / 1e3, peakKilobytes() / 1024.0, seconds);
    }

    private long peakKilobytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", "" + process.pid(), "status"))) {
            String line = lines.filter(l -> l.startsWith("VmHWM:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", ""));
        }
    }

    public URI base() {
        return base;
    }

    /** Of all processors, since its start. */
    public double cpuSeconds() throws IOException {
        return Cpu.seconds(process.toHandle());
    }

    /** What it has said on its console. */
    public String said() throws IOException {
        return Files.readString(console);
    }

    /** SIGTERM, and its end. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (process.waitFor(60, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IOException("Mortise (pid " + process.pid() + ") did not stop within 60 s");
    }
}
