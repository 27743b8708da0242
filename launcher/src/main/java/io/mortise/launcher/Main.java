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
        requireFreePort(options);
        Settings settings = Settings.read(home(), options);
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
    private static void requireFreePort(Options options) {
        String host = options.get(Option.HOST);
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), options.port()));
        } catch (IOException e) {
            throw Refused.start("Cannot listen on " + host + ":" + options.port() + " (" + e.getMessage()
                    + "). Choose another with --port or --host.");
        }
    }
}
