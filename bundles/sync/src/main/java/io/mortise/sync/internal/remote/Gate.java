package io.mortise.sync.internal.remote;

import io.mortise.connector.Fault;
import io.mortise.connector.Http;
import io.mortise.connector.Token;
import io.mortise.model.Secret;
import io.mortise.sync.internal.pace.Budget;
import io.mortise.sync.internal.pace.Turn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one way out of the house: one connection's requests, to one host, within its budget. An answer must be here as a
 * whole, its last byte included, before patience ends; then the connection is broken off. A file takes longer, as long as
 * it moves: see {@link Passage}. Each request leaves once: see {@link Line}.
 */
final class Gate implements Http {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    /** When all of a file has left, some of it is on its way yet, and the vendor puts it away before it answers. */
    private static final int SENDING = 3;
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
        HttpResponse<byte[]> answer = leave(request, info -> new Limited(LARGEST));
        check(request, answer);
        return new Response(answer.statusCode(), answer.headers().map(), answer.body());
    }

    @Override
    public Streamed stream(Request request) throws Fault {
        HttpResponse<InputStream> answer = leave(request, info -> new Trickle(Passage.LARGEST, new Passage(patience)));
        try {
            check(request, answer);
        } catch (Fault refused) {
            close(answer.body());
            throw refused;
        }
        return new Streamed(answer.statusCode(), answer.headers().map(), answer.body());
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a body in memory closes", e);
        }
    }

    private <T> HttpResponse<T> leave(Request request, HttpResponse.BodyHandler<T> body) throws Fault {
        Passage sending = new Passage(request.upload().isPresent() ? patience.multipliedBy(SENDING) : patience);
        HttpRequest out = build(request, sending);
        wait(route(request));
        origin.check(out.uri()); // right before it leaves: a name may mean another machine by now
        sent.note(route(request));
        try {
            sending.listen();
            return exchange(out, body, sending);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(request, "the call was interrupted", e);
        } catch (IOException e) {
            throw Silence.of(e, origin.place())
                    .orElseGet(() ->
                            unknown(request, Silence.words(e, origin.host()), e).about(Fault.ADDRESS));
        }
    }

    private static String route(Request request) {
        return request.method() + " " + request.route();
    }

    /** The client's own time limit ends with the headers; a vendor may stall after them. */
    private <T> HttpResponse<T> exchange(HttpRequest out, HttpResponse.BodyHandler<T> body, Passage sending)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(out, body);
        try {
            return awaited(answer, sending);
        } catch (ExecutionException e) {
            throw broken(e.getCause());
        } finally {
            answer.cancel(true); // breaks the connection off, unless the answer is here
        }
    }

    private static <T> T awaited(CompletableFuture<T> answer, Passage sending)
            throws IOException, InterruptedException, ExecutionException {
        for (long ms = sending.left().toMillis(); ms > 0; ms = sending.left().toMillis()) {
            try {
                return answer.get(ms, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // what moved meanwhile may give it more time
            }
        }
        throw new HttpTimeoutException("no whole answer: " + sending.why());
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

    private HttpRequest build(Request request, Passage sending) throws Fault {
        URI target = origin.at(request.target());
        HttpRequest.Builder out = HttpRequest.newBuilder(target);
        try {
            request.headers().forEach(out::setHeader);
            if (origin.isBase(target))
                for (Map.Entry<String, Secret> header : token.headers().entrySet())
                    out.setHeader(header.getKey(), header.getValue().reveal());
        } catch (IllegalArgumentException e) {
            // its message holds the value: neither it nor its cause may go on
            throw Fault.of(
                    Fault.Remedy.SIGN_IN, "A credential holds a line break or another character that can't be sent");
        }
        return out.method(request.method(), body(request, sending)).build();
    }

    private static HttpRequest.BodyPublisher body(Request request, Passage sending) {
        if (request.upload().isPresent()) {
            Request.Upload upload = request.upload().get();
            HttpRequest.BodyPublisher bytes =
                    HttpRequest.BodyPublishers.ofInputStream(() -> sending.through(upload.bytes()));
            return upload.length() > 0 ? HttpRequest.BodyPublishers.fromPublisher(bytes, upload.length()) : bytes;
        }
        return request.body().length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(request.body());
    }

    private void check(Request request, HttpResponse<?> answer) throws Fault {
        if (answer.statusCode() == 429) {
            Duration after = RetryAfter.of(answer.headers(), clock.instant()).orElse(Duration.ofSeconds(5));
            budget.pause(route(request), false, after);
            throw Fault.slowDown(after, false);
        }
        if (answer.statusCode() >= 500)
            throw unknown(request, origin.host() + " answered " + answer.statusCode(), null);
    }

    /** Of a reading nothing is left behind; whether anything else has happened, nobody knows. */
    private static Fault unknown(Request request, String why, Throwable cause) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        return Fault.of(reads ? Fault.Remedy.RETRY : Fault.Remedy.LOOK, why, cause);
    }
}
