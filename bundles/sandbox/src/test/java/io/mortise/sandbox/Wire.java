package io.mortise.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;

/** Speaks to a simulator byte by byte: what a client library writes, not what Java's own would make of it. */
final class Wire {
    private static final int PATIENCE = 10_000;

    private final URI base;

    Wire(URI base) {
        this.base = base;
    }

    /** The answer from its status line on; the lines of the head go out as they stand. */
    String send(String body, String... head) throws IOException {
        try (Socket socket = open()) {
            write(
                    socket,
                    String.join("\r\n", head) + "\r\nHost: " + base.getAuthority() + "\r\nConnection: close\r\n\r\n"
                            + body);
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** Sends the body only when the server has said that it wants it. */
    String sendWhenAsked(String body, String... head) throws IOException {
        try (Socket socket = open()) {
            write(
                    socket,
                    String.join("\r\n", head) + "\r\nExpect: 100-continue\r\nHost: " + base.getAuthority()
                            + "\r\n\r\n");
            String asked = head(socket.getInputStream());
            if (!asked.startsWith("HTTP/1.1 100")) {
                return asked;
            }
            write(socket, body);
            String answer = head(socket.getInputStream());
            int length = Integer.parseInt(answer.replaceAll("(?is).*content-length: (\\d+).*", "$1"));
            return answer + new String(socket.getInputStream().readNBytes(length), UTF_8);
        }
    }

    private Socket open() throws IOException {
        Socket socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
        }
        throw new AssertionError("The server hung up after: " + head);
    }
}
