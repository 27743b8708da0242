package io.mortise.store.sql.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server for tests: the one of {@code MORTISE_TEST_PG}, or else a throw-away one of our own, stopped after
 * the last test.
 */
public final class Cluster implements AutoCloseable {
    /** The JDBC address of a database whose user may create others. */
    private static final String GIVEN = "MORTISE_TEST_PG";

    private final String jdbcUrl;
    private final Optional<Own> own;

    private record Own(Path bin, Path folder) {}

    private Cluster(String jdbcUrl, Optional<Own> own) {
        this.jdbcUrl = jdbcUrl;
        this.own = own;
    }

    /** Empty if there is no PostgreSQL on this machine. */
    public static Optional<Cluster> find() {
        return find("fsync=off");
    }

    /** @param setting one more for a server of our own */
    public static Optional<Cluster> find(String setting) {
        String given = System.getProperty(GIVEN, System.getenv().getOrDefault(GIVEN, ""));
        if (!given.isEmpty()) return Optional.of(new Cluster(given, Optional.empty()));
        return binaries().map(bin -> start(bin, setting));
    }

    public String jdbcUrl() {
        return jdbcUrl;
    }

    private static Optional<Path> binaries() {
        Path all = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(all)) return Optional.empty();
        try (Stream<Path> versions = Files.list(all)) {
            return versions.map(v -> v.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cluster start(Path bin, String setting) {
        try {
            Path folder = Files.createTempDirectory(Path.of("/tmp"), "mortise-pg");
            if (root()) run(List.of("chown", "postgres", folder.toString()));
            int port = freePort();
            String data = folder.resolve("data").toString();
            String options = "-c listen_addresses=127.0.0.1 -c port=" + port + " -c unix_socket_directories=" + folder
                    + " -c max_connections=60 -c " + setting;
            run(owner(bin, "initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "-N"));
            run(owner(
                    bin, "pg_ctl", "-w", "-D", data, "-l", folder.resolve("log").toString(), "-o", options, "start"));
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
            return new Cluster(url, Optional.of(new Own(bin, folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (own.isEmpty()) return;
        Path folder = own.get().folder();
        String data = folder.resolve("data").toString();
        run(owner(own.get().bin(), "pg_ctl", "-w", "-D", data, "-m", "immediate", "stop"));
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
        }
    }

    /** PostgreSQL refuses to run as root. */
    private static List<String> owner(Path bin, String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (root()) command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) throw new IllegalStateException("failed: " + command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
