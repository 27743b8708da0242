package io.mortise.benchmarks.product;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports of this machine that nobody listens on. */
public final class Ports {
    private static final int TRIES = 50;

    private Ports() {}

    /** @return the first of so many in a row */
    public static int free(int count) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            List<ServerSocket> held = new ArrayList<>();
            try {
                held.add(listening(0));
                int first = held.get(0).getLocalPort();
                while (held.size() < count) held.add(listening(first + held.size()));
                return first;
            } catch (IOException taken) {
                continue;
            } finally {
                for (ServerSocket each : held) each.close();
            }
        }
        throw new IOException("no " + count + " free ports in a row");
    }

    private static ServerSocket listening(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
