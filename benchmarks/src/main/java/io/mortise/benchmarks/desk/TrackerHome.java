package io.mortise.benchmarks.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The Request Tracker 5 of this machine, set up in a folder of its own that goes when this is closed. */
final class TrackerHome implements AutoCloseable {
    static final String SETUP = "/usr/sbin/rt-setup-database-5";
    static final String INDEX = "/usr/sbin/rt-setup-fulltext-index-5";
    private static final String STARMAN = "/usr/bin/starman";
    private static final String PSGI = "/usr/share/request-tracker5/libexec/rt-server";

    private final Path folder = Files.createTempDirectory("mortise-rt");
    private final Path log = folder.resolve("log");
    private final Path site = folder.resolve("RT_SiteConfig.pm");
    private final Path more = Files.createDirectory(folder.resolve("site.d"));
    private final int port;
    private final String user;
    private final String password;

    TrackerHome(TrackerDatabase database, int port) throws IOException {
        this.port = port;
        this.user = database.user();
        this.password = database.password();
        Files.writeString(site, settings(database));
    }

    static boolean isInstalled() {
        return Stream.of(SETUP, INDEX, STARMAN, PSGI).map(Path::of).allMatch(Files::isReadable);
    }

    /** In Perl, as Request Tracker wants it. It sends no mail. */
    private String settings(TrackerDatabase database) {
        return String.join(
                "\n",
                "$RT::VarPath = '" + folder + "/var';",
                "$RT::MasonDataDir = '" + folder + "/mason';",
                "$RT::MasonSessionDir = '" + folder + "/sessions';",
                "Set($rtname, 'bench');",
                "Set($Organization, 'msp.example');",
                "Set($WebDomain, '127.0.0.1');",
                "Set($WebPort, " + port + ");",
                "Set($DatabaseType, 'Pg');",
                "Set($DatabaseHost, '" + database.host() + "');",
                "Set($DatabasePort, '" + database.port() + "');",
                "Set($DatabaseName, '" + database.name() + "');",
                "Set($DatabaseUser, '" + database.user() + "');",
                "Set($DatabasePassword, '" + database.password() + "');",
                "Set($DatabaseAdmin, '" + database.user() + "');",
                "Set(%FullTextSearch, Enable => 1, Indexed => 1, Table => 'AttachmentsIndex', Column => 'ContentIndex');",
                "Set($LogToSTDERR, 'error');",
                "Set($LogToSyslog, undef);",
                "Set($MailCommand, 'testfile');",
                "1;",
                "");
    }

    Path folder() {
        return folder;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    /** Its web server, which takes so many requests at once. */
    Process serve(int workers) throws IOException {
        return begun(List.of(
                STARMAN,
                "--listen",
                "127.0.0.1:" + port,
                "--workers",
                "" + workers,
                "--max-requests",
                "1000000",
                "--keepalive-timeout",
                "600",
                "--preload-app",
                PSGI));
    }

    /** What it says is kept together. */
    Process begun(List<String> command) throws IOException {
        return builder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("RT_SITE_CONFIG", site.toString());
        builder.environment().put("RT_SITE_CONFIG_DIR", more.toString());
        return builder;
    }

    /** One that works on the database, to its end. */
    void run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(words));
        command.addAll(List.of("--dba", user, "--dba-password", password));
        Process process = begun(command);
        process.getOutputStream().close();
        require(process);
    }

    void require(Process process) throws IOException, InterruptedException {
        if (process.waitFor() != 0) throw new IllegalStateException("Request Tracker failed; it said:\n" + said());
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
