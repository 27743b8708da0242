package io.mortise.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Runs the sandbox as a process of its own: {@code --port --seed --scale --speed --state --tls}. */
public final class Main {
    private static final String USAGE = "Usage: java io.mortise.sandbox.Main"
            + " [--port 9411] [--seed 1] [--scale 1] [--speed 60] [--state FOLDER] [--tls false]";

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        SandboxOptions options;
        try {
            options = read(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        try (Sandbox sandbox = Sandbox.start(options)) {
            System.out.println("Sandbox is ready: IT Glue " + sandbox.itGlue() + " · BMS " + sandbox.bms() + " · VSA "
                    + sandbox.vsa() + " · ConnectWise RMM " + sandbox.continuum());
            new CountDownLatch(1).await();
        }
    }

    static SandboxOptions read(String[] arguments) {
        SandboxOptions options = SandboxOptions.inMemory().withPort(SandboxOptions.USUAL_PORT);
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException("Every option needs a value");
        }
        for (int i = 0; i < arguments.length; i += 2) {
            String value = arguments[i + 1];
            options = switch (arguments[i]) {
                case "--port" -> options.withPort(Integer.parseInt(value));
                case "--seed" -> options.withSeed(Long.parseLong(value));
                case "--scale" -> options.withScale(Double.parseDouble(value));
                case "--speed" -> options.withSpeed(Double.parseDouble(value));
                case "--tls" -> options.withTls(Boolean.parseBoolean(value));
                case "--state" -> options.withState(Path.of(value));
                default -> throw new IllegalArgumentException("There is no option " + arguments[i]);
            };
        }
        return options;
    }
}
