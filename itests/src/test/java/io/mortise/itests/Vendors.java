package io.mortise.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The simulated systems in a process of their own: they live on while a product beside them is killed. */
public final class Vendors implements AutoCloseable {
    private static final long START_SECONDS = 60;
    private final Process process;

    private Vendors(Process process) {
        this.process = process;
    }

    /** At the ports where the product expects its own. */
    public static Vendors start(Unpacked unpacked, int port, String... options)
            throws IOException, InterruptedException {
        Path console = Files.createTempFile("vendors-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-Dorg.ops4j.pax.logging.DefaultServiceLog.level=WARN",
                "-cp",
                jars(unpacked),
                "io.mortise.sandbox.Main",
                "--port",
                "" + port);
        builder.command().addAll(List.of(options));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.readString(console).contains("Sandbox is ready")) {
            if (!process.isAlive() || System.nanoTime() > end)
                throw new AssertionError("The sandbox did not come up; it said:\n" + Files.readString(console));
            Thread.sleep(50);
        }
        Files.delete(console);
        return new Vendors(process);
    }

    /** The launcher's too: what Jetty logs with looks for a framework. */
    private static String jars(Unpacked unpacked) throws IOException {
        try (Stream<Path> files = Files.walk(unpacked.home())) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .collect(Collectors.joining(":"));
        }
    }

    public boolean areUp() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
