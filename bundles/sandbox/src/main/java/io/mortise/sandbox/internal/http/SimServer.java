package io.mortise.sandbox.internal.http;

import io.mortise.sandbox.internal.http.Faults.Hit;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** The HTTP server of one simulated vendor, on the loopback interface only. */
public final class SimServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SimServer.class.getName());

    private final Listener listener;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Faults faults;
    private final Desk desk;
    private final Control control;
    private final Pages pages;

    private SimServer(Optional<SSLContext> tls, Vendor vendor, int port, long seed, double speed, Clock clock)
            throws IOException {
        Traffic traffic = new Traffic();
        this.faults = new Faults(seed);
        this.desk = new Desk(vendor, new RateLimit(clock, speed), traffic, clock);
        this.pages = new Pages(vendor);
        this.control = new Control(vendor, traffic, faults);
        this.listener = Listener.start(vendor.title(), port, tls, this::serve);
    }

    /** @param port 0 takes any free one */
    public static SimServer start(Vendor vendor, int port, long seed, double speed, Clock clock) throws IOException {
        return new SimServer(Optional.empty(), vendor, port, seed, speed, clock);
    }

    /** The same over TLS. */
    public static SimServer startSecurely(SSLContext tls, Vendor vendor, int port, long seed, double speed, Clock clock)
            throws IOException {
        return new SimServer(Optional.of(tls), vendor, port, seed, speed, clock);
    }

    public int port() {
        return listener.port();
    }

    private void serve(Exchange exchange) throws IOException {
        try {
            route(exchange);
        } catch (BadRequest e) {
            exchange.send(Control.problem(400, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void route(Exchange exchange) throws IOException, InterruptedException {
        Request request = exchange.request();
        if (Control.isFor(request)) {
            exchange.send(control.serve(request));
            return;
        }
        Optional<Response> page = pages.serve(request);
        if (page.isPresent()) {
            exchange.send(page.get());
        } else {
            serveApi(exchange, request);
        }
    }

    private void serveApi(Exchange exchange, Request request) throws IOException, InterruptedException {
        Optional<Hit> hit = faults.strike(request);
        if (hit.isEmpty()) {
            exchange.send(desk.serve(request));
        } else {
            strike(exchange, request, hit.get());
        }
    }

    private void strike(Exchange exchange, Request request, Hit hit) throws IOException, InterruptedException {
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
                exchange.sendHalf(desk.serve(request));
                hangUp(rule);
            }
            default -> {
                pause(rule);
                exchange.send(desk.serve(request));
            }
        }
    }

    private void refuse(Exchange exchange, Request request, Response response) throws IOException {
        desk.countLost(request, response.status());
        exchange.send(response);
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

    private static void truncate(Exchange exchange, Response response, Hit hit) throws IOException {
        if (response.rows() == null || response.failed()) {
            exchange.send(response);
            return;
        }
        String mode = hit.rule().mode();
        boolean rows = mode.isEmpty() ? hit.count() % 2 == 1 : mode.equals("rows");
        exchange.send(rows ? response.withHalfOfRows() : response.withHalfOfBody());
    }

    @Override
    public void close() {
        stopping.countDown();
        listener.close();
    }
}
