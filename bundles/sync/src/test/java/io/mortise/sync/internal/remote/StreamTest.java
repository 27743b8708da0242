package io.mortise.sync.internal.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Http.Request.Upload;
import io.mortise.connector.Http.Streamed;
import io.mortise.connector.Token;
import io.mortise.model.Secret;
import io.mortise.sync.internal.pace.Budget;
import io.mortise.sync.internal.pace.Turn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files through the gate, over a real connection. */
@Timeout(30)
class StreamTest {
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(15);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final byte[] file = new byte[5_000_000];
    private HttpServer vendor;
    private HttpServer other;

    @BeforeEach
    void start() throws IOException {
        new Random(1).nextBytes(file);
        vendor = server();
        other = server();
    }

    private HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        return server;
    }

    @AfterEach
    void stop() {
        end.countDown();
        vendor.stop(0);
        other.stop(0);
        threads.shutdownNow();
    }

    private static String root(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Gate gate(Duration patience) {
        Origin origin = Origin.of(() -> root(vendor), () -> List.of(root(other)), () -> true);
        Clock clock = Clock.systemUTC();
        Token token = Token.bearer(Secret.of("the-token"));
        Budget budget = new Budget(List.of(), 1, 1, clock);
        return new Gate(Line.open(), origin, budget, new Turn(), new Sent(), token, clock, patience);
    }

    private static void answers(HttpServer server, HttpHandler handler) {
        server.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    @Test
    void aFileComesAsItWasSentAndTellsItsLength() throws Exception {
        answers(vendor, exchange -> {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
        });
        try (Streamed answer = gate(LONG).stream(Request.get("/file"))) {
            assertThat(answer.length()).isEqualTo(file.length);
            assertThat(answer.body().readAllBytes()).isEqualTo(file);
            assertThat(answer.body().read()).isEqualTo(-1);
        }
    }

    /** What nobody reads isn't taken from the vendor: neither memory nor disk holds a file. */
    @Test
    void theNextPartIsAskedForWhenTheOneBeforeWasRead() throws IOException {
        AtomicLong asked = new AtomicLong();
        AtomicBoolean cancelled = new AtomicBoolean();
        Trickle body = new Trickle(100, new Passage(LONG));
        body.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long parts) {
                asked.addAndGet(parts);
            }

            @Override
            public void cancel() {
                cancelled.set(true);
            }
        });
        body.onNext(List.of(ByteBuffer.wrap(new byte[] {1, 2}), ByteBuffer.wrap(new byte[] {3})));
        assertThat(body.readNBytes(2)).containsExactly(1, 2);
        assertThat(asked).hasValue(1);
        assertThat(body.read()).isEqualTo(3);
        assertThat(asked).hasValue(2);
        body.close();
        assertThat(cancelled).isTrue();
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void aFileThatIsTooLargeIsBrokenOff() throws Exception {
        answers(vendor, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 30; i++) exchange.getResponseBody().write(file);
        });
        try (Streamed answer = gate(LONG).stream(Request.get("/file"))) {
            assertThatThrownBy(() -> answer.body().transferTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("larger than");
        }
    }

    @Test
    void aFileThatStallsIsBrokenOffWhenNothingComesForAWhile() throws Exception {
        answers(vendor, exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write("half".getBytes());
            exchange.getResponseBody().flush();
            await();
        });
        try (Streamed answer = gate(SHORT).stream(Request.get("/file"))) {
            assertThat(answer.body().readNBytes(4)).asString().isEqualTo("half");
            assertThatThrownBy(() -> answer.body().read()).hasMessageContaining("nothing came");
        }
    }

    private void await() {
        try {
            end.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFileThatIsCutOffIsNoWholeFile() throws Exception {
        answers(vendor, exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write("half".getBytes());
        });
        try (Streamed answer = gate(LONG).stream(Request.get("/file"))) {
            assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aNoWithoutAFileIsTheConnectorsToRead() throws Exception {
        answers(vendor, exchange -> exchange.sendResponseHeaders(401, -1));
        try (Streamed answer = gate(LONG).stream(Request.get("/file"))) {
            assertThat(answer.ok()).isFalse();
            assertThat(answer.body().readAllBytes()).isEmpty();
        }
        answers(other, exchange -> exchange.sendResponseHeaders(503, -1));
        Request away = Request.get("/file").at(root(other) + "/file");
        Fault fault = catchThrowableOfType(Fault.class, () -> gate(LONG).stream(away));
        assertThat(fault.remedy()).isEqualTo(Fault.Remedy.RETRY);
    }

    @Test
    void whatIsGivenIsReadWhileItIsSentWithItsLengthOrWithout() throws Exception {
        AtomicReference<byte[]> came = new AtomicReference<>();
        AtomicReference<String> length = new AtomicReference<>();
        answers(vendor, exchange -> {
            length.set(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Length")));
            came.set(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(204, -1);
        });
        for (long told : new long[] {file.length, -1}) {
            Upload upload = new Upload(told, new ByteArrayInputStream(file));
            gate(LONG).send(Request.of("POST", "/files").body("application/octet-stream", upload));
            assertThat(came.get()).isEqualTo(file);
            assertThat(length.get()).isEqualTo(told < 0 ? "null" : "" + file.length);
        }
    }

    /** Twice as long as it might stand still. */
    @Test
    void whatIsGivenSlowlyArrivesAsLongAsItMoves() throws Exception {
        AtomicLong came = new AtomicLong();
        answers(vendor, exchange -> {
            came.set(exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()));
            exchange.sendResponseHeaders(204, -1);
        });
        Upload slow = new Upload(30, slow(30, Duration.ofMillis(100)));
        assertThat(gate(SHORT)
                        .send(Request.of("POST", "/files").body("application/octet-stream", slow))
                        .status())
                .isEqualTo(204);
        assertThat(came).hasValue(30);
    }

    @Test
    void ofWhatStandsStillNobodyKnowsWhetherItArrived() {
        answers(vendor, exchange -> exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()));
        Upload stuck = new Upload(30, slow(30, LONG));
        Fault fault = catchThrowableOfType(
                Fault.class,
                () -> gate(SHORT).send(Request.of("POST", "/files").body("application/octet-stream", stuck)));
        assertThat(fault.remedy()).isEqualTo(Fault.Remedy.LOOK);
        assertThat(fault).hasMessageContaining("didn't answer in time");
    }

    /** A byte at a time. */
    private InputStream slow(int bytes, Duration pause) {
        return new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given++ == bytes) return -1;
                try {
                    end.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int one = read();
                if (one < 0) return -1;
                into[from] = (byte) one;
                return 1;
            }
        };
    }

    @Test
    void theTokenGoesToTheConnectionsOwnHostAlone() throws Exception {
        AtomicReference<String> here = new AtomicReference<>();
        AtomicReference<String> there = new AtomicReference<>();
        answers(vendor, exchange -> {
            here.set(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(204, -1);
        });
        answers(other, exchange -> {
            there.set(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.sendResponseHeaders(204, -1);
        });
        gate(LONG).send(Request.get("/things"));
        gate(LONG).send(Request.get("/file").at(root(other) + "/file"));
        assertThat(here.get()).isEqualTo("Bearer the-token");
        assertThat(there.get()).isEqualTo("null");
    }
}
