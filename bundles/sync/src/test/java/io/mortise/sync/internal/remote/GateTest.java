package io.mortise.sync.internal.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Token;
import io.mortise.sync.internal.pace.Budget;
import io.mortise.sync.internal.pace.Turn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GateTest {
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(15);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch brokenOff = new CountDownLatch(1);
    private final AtomicInteger arrived = new AtomicInteger();
    private HttpServer vendor;

    @BeforeEach
    void start() throws IOException {
        vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.setExecutor(threads);
        vendor.start();
    }

    @AfterEach
    void stop() {
        vendor.stop(0);
        threads.shutdownNow();
    }

    private Gate gate(HttpHandler handler, Duration patience) {
        vendor.createContext("/", exchange -> {
            arrived.incrementAndGet();
            try (exchange) {
                handler.handle(exchange);
            }
        });
        Origin base = Origin.of(() -> "http://127.0.0.1:" + vendor.getAddress().getPort(), () -> true);
        Clock clock = Clock.systemUTC();
        Budget budget = new Budget(List.of(), 1, 1, clock);
        return new Gate(Line.open(), base, budget, new Turn(), new Sent(), Token.NONE, clock, patience);
    }

    private static Fault fault(Gate gate, String method) {
        return catchThrowableOfType(Fault.class, () -> gate.send(Request.of(method, "/things")));
    }

    /** Headers and a first byte, then a byte now and then, until the other side is gone. */
    private void stall(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 10_000_000);
        try {
            for (int sent = 0; sent < 1_000; sent++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                if (brokenOff.await(10, TimeUnit.MILLISECONDS)) return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            brokenOff.countDown();
            throw e;
        }
    }

    @Test
    void aBodyThatStallsEndsAReadingAndTheConnection() throws InterruptedException {
        Fault fault = fault(gate(this::stall, SHORT), "GET");
        assertThat(fault.remedy()).isEqualTo(Fault.Remedy.RETRY);
        assertThat(brokenOff.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void afterAWriteWhoseAnswerStallsNobodyKnows() {
        assertThat(fault(gate(this::stall, SHORT), "PATCH").remedy()).isEqualTo(Fault.Remedy.LOOK);
    }

    @Test
    void aRequestWhoseConnectionBrokeLeavesOnce() {
        Gate gate = gate(HttpExchange::close, LONG);
        assertThat(fault(gate, "GET").remedy()).isEqualTo(Fault.Remedy.RETRY);
        assertThat(arrived).hasValue(1);
        assertThat(fault(gate, "POST").remedy()).isEqualTo(Fault.Remedy.LOOK);
        assertThat(arrived).hasValue(2);
    }

    @Test
    void whereNobodyListensNothingHasHappened() {
        Gate gate = gate(HttpExchange::close, LONG);
        vendor.stop(0);
        assertThat(fault(gate, "POST").remedy()).isEqualTo(Fault.Remedy.RETRY);
        assertThat(fault(gate, "POST").getMessage()).contains("can't be reached");
    }

    @Test
    void aConnectionThatTheVendorClosedMeanwhileCostsNoSecondRequest() throws Fault {
        AtomicInteger turn = new AtomicInteger();
        Gate gate = gate(
                exchange -> {
                    if (turn.getAndIncrement() == 0) exchange.sendResponseHeaders(204, -1);
                },
                LONG);
        gate.send(Request.get("/things"));
        assertThat(fault(gate, "GET").remedy()).isEqualTo(Fault.Remedy.RETRY);
        assertThat(arrived).hasValue(2);
    }

    @Test
    void theAddressIsLookedAtAfterTheWait() {
        AtomicInteger looks = new AtomicInteger();
        Clock clock = Clock.systemUTC();
        Budget budget = new Budget(List.of(Descriptor.Rate.account(1, Duration.ofMillis(400))), 1, 1, clock);
        while (budget.take("GET /things", false) == 0) {}
        long until = clock.millis() + 100;
        Origin moved = Origin.of(
                () -> "http://127.0.0.1:" + vendor.getAddress().getPort(),
                () -> looks.incrementAndGet() > 0 && clock.millis() < until);
        Gate gate = new Gate(Line.open(), moved, budget, new Turn(), new Sent(), Token.NONE, clock, LONG);
        assertThat(fault(gate, "GET").getMessage()).contains("private network");
        assertThat(looks).hasValue(1);
    }

    @Test
    void aWaitThatAVendorAsksForIsCapped() {
        Gate gate = gate(
                exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "86400");
                    exchange.sendResponseHeaders(429, -1);
                },
                LONG);
        assertThat(fault(gate, "GET").after()).isEqualTo(Duration.ofMinutes(15));
    }
}
