package io.mortise.benchmarks.copy;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;

/** Copies again and again in one process and prints for each round what the first and the unchanged run took of the CPU. */
final class Rounds {
    private final Server server;
    private final int contacts;
    private final int rounds;

    /** @param arguments the server's address, how many contacts, how many rounds */
    Rounds(String... arguments) {
        this.server = new Server(URI.create(arguments[0]));
        this.contacts = Integer.parseInt(arguments[1]);
        this.rounds = Integer.parseInt(arguments[2]);
    }

    /** One way to copy; made anew for each round, and closed after it. */
    interface Copier extends AutoCloseable {
        /** Everything, to its end. */
        void copy() throws Exception;

        /** The same again, though nothing has changed. */
        void copyAgain() throws Exception;

        @Override
        void close() throws IOException;
    }

    @FunctionalInterface
    interface Maker {
        Copier make(Server server, int contacts) throws Exception;
    }

    void run(Maker maker) throws Exception {
        for (int round = 0; round < rounds; round++) {
            server.reset();
            try (Copier copier = maker.make(server, contacts)) {
                double first = cpuSeconds(copier::copy);
                long written = server.writes();
                if (written < contacts) throw new IllegalStateException("Only " + written + " were written");
                double again = cpuSeconds(copier::copyAgain);
                System.out.printf("round %f %f %d %d%n", first, again, written, server.writes() - written);
            }
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double cpuSeconds(Work work) throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        work.run();
        return (system.getProcessCpuTime() - before) / 1e9;
    }
}
