package io.mortise.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Starts the product and stays until it is told to stop (SIGTERM, Ctrl-C). */
public final class Main {
    /** Simulated systems, on ports in a row. */
    private static final int SIMULATED = 4;

    private Main() {}

    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        if (words.contains("--help")) {
            System.out.println(Option.usage());
            return;
        }
        try {
            run(Options.parse(words, System.getenv()));
        } catch (Refused e) {
            System.exit(refuse(e));
        } catch (Exception e) {
            // the framework's threads would keep a half-started product alive
            e.printStackTrace();
            System.exit(1);
        }
    }

    static int refuse(Refused error) {
        System.err.println("mortise: " + error.getMessage());
        return error.exitCode();
    }

    /** The folder that the product was unpacked to. */
    static Path home() {
        return Path.of(System.getProperty("mortise.home", ".")).toAbsolutePath().normalize();
    }

    private static void run(Options options) throws Exception {
        Path data = options.data(home());
        DataFolder held = DataFolder.hold(data, options.localAddress());
        requireFree(options.get(Option.HOST), options.port(), "--port or --host");
        Settings settings = Settings.read(home(), options);
        if (runsSandbox(settings, data)) requireFreeSandbox(options);
        Platform platform = new Platform(settings, Features.read(home(), settings.features()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, held), "stop"));
        platform.start();
        new ReadyLine(new Health(options.localAddress()), options.address(), data).start();
        platform.awaitStop();
    }

    private static void stop(Platform platform, DataFolder held) {
        try (held) {
            platform.stop();
        } catch (Exception e) {
            System.err.println("Mortise did not stop cleanly: " + e);
        }
    }

    /** Asked before the start: otherwise a stranger on that port would be taken for our own answer. */
    private static void requireFree(String host, int port, String choice) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw Refused.start("Cannot listen on " + host + ":" + port + " (" + e.getMessage()
                    + "). Choose another with " + choice + ".");
        }
    }

    private static boolean runsSandbox(Settings settings, Path data) throws IOException {
        boolean stopped = Modules.find(home(), data).stopped().contains("io.mortise.sandbox");
        return settings.features().contains("sandbox") && !stopped;
    }

    /** Otherwise another installation's simulated systems would be written to. */
    private static void requireFreeSandbox(Options options) {
        int first = Integer.parseInt(options.get(Option.SANDBOX_PORT));
        int ports = SIMULATED + (Boolean.parseBoolean(options.get(Option.SANDBOX_TLS)) ? 1 : 0);
        for (int next = 0; next < ports; next++) requireFree("127.0.0.1", first + next, "--sandbox-port");
    }
}
