package io.mortise.connector.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http;
import io.mortise.connector.Token;
import io.mortise.model.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A plain gate that keeps a list of what went through it and tells silence, 429 and 5xx apart as {@link Http} says. It
 * has no budget, retries nothing, and follows no redirect.
 */
final class Wire implements Http {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TOO_MANY = 429;
    private static final Pattern MOMENT = Pattern.compile("\"\\d{4}-\\d\\d-\\d\\d[T ][^\"]*\"");

    /**
     * @param status 0 if no answer came
     * @param tokens that went along
     */
    record Sent(String method, URI address, int status, Thread by, Set<Secret> tokens) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final List<Sent> sent = new ArrayList<>();
    private Token token = Token.NONE;
    private Optional<Broken> broken = Optional.empty();
    private boolean spoils;
    private boolean spoiled;

    private record Broken(int status, boolean writesOnly) {
        boolean meets(Request request) {
            return !writesOnly || !request.method().equals("GET");
        }
    }

    Wire(URI base) {
        this.base = base;
    }

    void use(Token token) {
        this.token = token;
    }

    /** The next request isn't sent but answered with this status. */
    void breakNext(int status) {
        broken = Optional.of(new Broken(status, false));
    }

    /** The same for the next request that isn't a GET. */
    void breakNextWrite(int status) {
        broken = Optional.of(new Broken(status, true));
    }

    /** In the next answer, points in time are nonsense. */
    void spoilNext() {
        spoils = true;
        spoiled = false;
    }

    /** Has there been an answer with something to spoil? */
    boolean spoiled() {
        return spoiled;
    }

    String base() {
        return base.toString();
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    @Override
    public Response send(Request request) throws Fault {
        URI address = URI.create(request.target().startsWith("http") ? request.target() : base + request.target());
        Response response = broken.filter(b -> b.meets(request)).isPresent() ? broken() : answer(request, address);
        sent.add(new Sent(request.method(), address, response.status(), Thread.currentThread(), bearer()));
        if (response.status() == TOO_MANY) throw Fault.slowDown(Duration.ofSeconds(1), true);
        if (response.status() >= 500) throw silence(request, "It failed with status " + response.status(), null);
        return response;
    }

    private Set<Secret> bearer() {
        return Set.copyOf(token.headers().values());
    }

    private Response broken() {
        Response response = new Response(broken.orElseThrow().status(), Map.of(), new byte[0]);
        broken = Optional.empty();
        return response;
    }

    private Response answer(Request request, URI address) throws Fault {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        token.headers().forEach((name, value) -> headers.put(name, value.reveal()));
        headers.putAll(request.headers());
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(address).timeout(PATIENCE).method(request.method(), body(request));
        headers.forEach(builder::header);
        try {
            HttpResponse<byte[]> response = client.send(builder.build(), BodyHandlers.ofByteArray());
            return new Response(response.statusCode(), response.headers().map(), spoil(response.body()));
        } catch (ConnectException e) {
            throw Fault.of(Remedy.RETRY, "There is no connection", e);
        } catch (IOException e) {
            sent.add(new Sent(request.method(), address, 0, Thread.currentThread(), bearer()));
            throw silence(request, "No answer came", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw silence(request, "It was interrupted", e);
        }
    }

    private static BodyPublisher body(Request request) {
        return request.upload()
                .map(upload -> BodyPublishers.ofInputStream(upload::bytes))
                .orElseGet(() -> BodyPublishers.ofByteArray(request.body()));
    }

    private byte[] spoil(byte[] body) {
        if (!spoils) return body;
        spoils = false;
        String text = new String(body, UTF_8);
        String without = MOMENT.matcher(text).replaceAll("\"on Tuesday\"");
        spoiled = !without.equals(text);
        return without.getBytes(UTF_8);
    }

    private static Fault silence(Request request, String why, Exception cause) {
        return Fault.of(request.method().equals("GET") ? Remedy.RETRY : Remedy.LOOK, why, cause);
    }
}
