package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A request that got no answer is a failure that tests see, whatever their client would rather do. */
class HttpTest {
    private static final byte[] FINE =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void a_get_whose_connection_breaks_is_not_sent_again() throws Exception {
        CompletableFuture<Void> over;
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            over = CompletableFuture.runAsync(() -> serve(server));
            Http http = Http.at(URI.create("http://127.0.0.1:" + server.getLocalPort()));

            assertThat(http.get("/").status()).isEqualTo(200);
            assertThatThrownBy(() -> http.get("/")).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> http.get("/")).isInstanceOf(AssertionError.class);

            assertThat(asked).hasValue(3);
        }
        over.get(10, TimeUnit.SECONDS);
    }

    private void serve(ServerSocket server) {
        try {
            while (true) answer(server.accept());
        } catch (SocketException closed) {
            assertThat(server.isClosed()).isTrue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The first request of all is answered; after any other the connection is hung up on. */
    private void answer(Socket socket) throws IOException {
        try (socket) {
            byte[] some = new byte[8192];
            while (socket.getInputStream().read(some) > 0) {
                if (asked.incrementAndGet() > 1) return;
                socket.getOutputStream().write(FINE);
            }
        }
    }
}
