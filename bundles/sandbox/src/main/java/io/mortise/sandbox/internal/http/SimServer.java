package io.mortise.sandbox.internal.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mortise.sandbox.internal.http.Faults.Hit;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The HTTP server of one simulated vendor, on the loopback interface only. */
public final class SimServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SimServer.class.getName());
    private static final int THREADS = 32;
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final HttpServer server;
    private final ExecutorService threads;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Faults faults;
    private final Desk desk;
    private final Control control;
    private final Pages pages;

    private SimServer(HttpServer server, Vendor vendor, long seed, double speed, Clock clock) {
        Traffic traffic = new Traffic();
        this.server = server;
        this.threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "sandbox-" + vendor.title());
            thread.setDaemon(true);
            return thread;
        });
        this.faults = new Faults(seed);
        this.desk = new Desk(vendor, new RateLimit(clock, speed), traffic, clock);
        this.pages = new Pages(vendor);
        this.control = new Control(vendor, traffic, faults);
    }

    /** @param port 0 takes any free one */
    public static SimServer start(Vendor vendor, int port, long seed, double speed, Clock clock) throws IOException {
        if (System.getProperty(NO_DELAY) == null) {
            // Without it every small answer waits 40 ms for the client's delayed acknowledgement.
            System.setProperty(NO_DELAY, "true");
        }
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        SimServer sim = new SimServer(HttpServer.create(address, 0), vendor, seed, speed, clock);
        sim.server.createContext("/", sim::serve);
        sim.server.setExecutor(sim.threads);
        sim.server.start();
        return sim;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try {
            route(exchange);
        } catch (BadRequest e) {
            send(exchange, Control.problem(400, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A request to a simulator broke", e);
        } finally {
            exchange.close();
        }
    }

    private void route(HttpExchange exchange) throws IOException, InterruptedException {
        Request request = Request.read(exchange);
        if (Control.isFor(request)) {
            send(exchange, control.serve(request));
            return;
        }
        Optional<Response> page = pages.serve(request);
        if (page.isPresent()) {
            send(exchange, page.get());
        } else {
            serveApi(exchange, request);
        }
    }

    private void serveApi(HttpExchange exchange, Request request) throws IOException, InterruptedException {
        Optional<Hit> hit = faults.strike(request);
        if (hit.isEmpty()) {
            send(exchange, desk.serve(request));
        } else {
            strike(exchange, request, hit.get());
        }
    }

    private void strike(HttpExchange exchange, Request request, Hit hit) throws IOException, InterruptedException {
        FaultRule rule = hit.rule();
        switch (rule.kind()) {
            case "429" ->
                refuse(exchange, request, rule.mode().equals("bare") ? desk.tooManyWithoutAdvice() : desk.tooMany(1));
            case "504" -> refuse(exchange, request, desk.timedOut());
            case "500" -> refuse(exchange, request, desk.broken());
            case "timeout-before", "blackhole" -> {
                desk.countLost(request, Traffic.NO_ANSWER);
                hangUp(rule);
            }
            case "timeout-after" -> {
                desk.serve(request);
                hangUp(rule);
            }
            case "truncated-page" -> truncate(exchange, desk.serve(request), hit);
            case "stall-body" -> {
                Response response = desk.serve(request);
                byte[] body = response.body();
                send(exchange, response, body, body.length, body.length / 2);
                hangUp(rule);
            }
            default -> {
                pause(rule);
                send(exchange, desk.serve(request));
            }
        }
    }

    private void refuse(HttpExchange exchange, Request request, Response response) throws IOException {
        desk.countLost(request, response.status());
        send(exchange, response);
    }

    /** The caller closes the exchange then, which ends the connection without an answer. */
    private void hangUp(FaultRule rule) throws InterruptedException {
        pause(rule);
    }

    private void pause(FaultRule rule) throws InterruptedException {
        if (rule.millis() > 0 && stopping.await(rule.millis(), TimeUnit.MILLISECONDS)) {
            LOG.log(Level.DEBUG, "A held request ends because the simulator stops");
        }
    }

    private static void truncate(HttpExchange exchange, Response response, Hit hit) throws IOException {
        if (response.rows() == null || response.failed()) {
            send(exchange, response);
            return;
        }
        String mode = hit.rule().mode();
        boolean rows = mode.isEmpty() ? hit.count() % 2 == 1 : mode.equals("rows");
        if (rows) {
            send(exchange, response.withHalfOfRows());
        } else {
            byte[] body = response.body();
            send(exchange, response, body, body.length / 2, body.length / 2);
        }
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        byte[] body = response.body();
        send(exchange, response, body, body.length, body.length);
    }

    /** @param length as promised in the headers; {@code sent} of it are written */
    private static void send(HttpExchange exchange, Response response, byte[] body, int length, int sent)
            throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        if (response.contentType() != null) {
            exchange.getResponseHeaders().set("Content-Type", response.contentType());
        }
        exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
        if (length > 0) {
            exchange.getResponseBody().write(body, 0, sent);
            exchange.getResponseBody().flush();
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
