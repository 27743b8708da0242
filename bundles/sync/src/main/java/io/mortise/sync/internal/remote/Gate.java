package io.mortise.sync.internal.remote;

import io.mortise.connector.Fault;
import io.mortise.connector.Http;
import io.mortise.connector.Token;
import io.mortise.model.Secret;
import io.mortise.sync.internal.pace.Budget;
import io.mortise.sync.internal.pace.Turn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one way out of the house: one connection's requests, to one host, within its budget. An answer must be here as a
 * whole, its last byte included, before patience ends; then the connection is broken off. Each request leaves once: see
 * {@link Line}.
 */
final class Gate implements Http {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Milliseconds: a vendor that takes one request a second is no reason to send a person away. */
    private static final long PERSONS_WAIT = 5_000;

    private static final long LONGEST_WAIT = 20_000;
    private static final int LARGEST = 32 << 20;
    private final HttpClient client;
    private final Origin origin;
    private final Budget budget;
    private final Turn turn;
    private final Sent sent;
    private final Token token;
    private final Clock clock;
    private final Duration patience;

    Gate(
            HttpClient client,
            Origin origin,
            Budget budget,
            Turn turn,
            Sent sent,
            Token token,
            Clock clock,
            Duration patience) {
        this.client = client;
        this.origin = origin;
        this.budget = budget;
        this.turn = turn;
        this.sent = sent;
        this.token = token;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public Response send(Request request) throws Fault {
        String route = request.method() + " " + request.route();
        HttpRequest out = build(request);
        wait(route);
        origin.check(); // right before it leaves: a name may mean another machine by now
        sent.note(route);
        try {
            return classify(request, route, exchange(out));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(request, "the call was interrupted", e);
        } catch (IOException e) {
            throw Silence.of(e, origin.place())
                    .orElseGet(() ->
                            unknown(request, Silence.words(e, origin.host()), e).about(Fault.ADDRESS));
        }
    }

    /** The client's own time limit ends with the headers; a vendor may stall after them. */
    private HttpResponse<byte[]> exchange(HttpRequest out) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(out, info -> new Limited(LARGEST));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within " + patience);
        } catch (ExecutionException e) {
            throw broken(e.getCause());
        } finally {
            answer.cancel(true); // breaks the connection off, unless the answer is here
        }
    }

    private static IOException broken(Throwable why) {
        return why instanceof IOException broken ? broken : new IOException(why);
    }

    private void wait(String route) throws Fault {
        long waited = 0;
        for (long ms = budget.take(route, turn.isPersons()); ms > 0; ms = budget.take(route, turn.isPersons())) {
            if (waited + ms > (turn.isPersons() ? PERSONS_WAIT : LONGEST_WAIT))
                throw Fault.slowDown(Duration.ofMillis(ms), budget.accountWaits());
            waited += ms;
            pause(ms);
        }
    }

    private static void pause(long ms) throws Fault {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fault.of(Fault.Remedy.RETRY, "the call was interrupted", e);
        }
    }

    private HttpRequest build(Request request) throws Fault {
        URI target = origin.at(request.target());
        HttpRequest.Builder out = HttpRequest.newBuilder(target);
        try {
            request.headers().forEach(out::setHeader);
            for (Map.Entry<String, Secret> header : token.headers().entrySet())
                out.setHeader(header.getKey(), header.getValue().reveal());
        } catch (IllegalArgumentException e) {
            // its message holds the value: neither it nor its cause may go on
            throw Fault.of(
                    Fault.Remedy.SIGN_IN, "A credential holds a line break or another character that can't be sent");
        }
        boolean empty = request.body().length == 0;
        return out.method(
                        request.method(),
                        empty
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(request.body()))
                .build();
    }

    private Response classify(Request request, String route, HttpResponse<byte[]> answer) throws Fault {
        int status = answer.statusCode();
        Map<String, List<String>> headers = answer.headers().map();
        if (status == 429) {
            Duration after = RetryAfter.of(answer.headers(), clock.instant()).orElse(Duration.ofSeconds(5));
            budget.pause(route, false, after);
            throw Fault.slowDown(after, false);
        }
        if (status >= 500) throw unknown(request, origin.host() + " answered " + status, null);
        return new Response(status, headers, answer.body());
    }

    /** Of a reading nothing is left behind; whether anything else has happened, nobody knows. */
    private static Fault unknown(Request request, String why, Throwable cause) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        return Fault.of(reads ? Fault.Remedy.RETRY : Fault.Remedy.LOOK, why, cause);
    }
}
