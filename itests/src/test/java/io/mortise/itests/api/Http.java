package io.mortise.itests.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Calls one server with the same headers each time. */
public record Http(URI base, Map<String, String> headers) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Http at(URI base) {
        return new Http(base, Map.of());
    }

    /** @param plain maps, lists, texts, numbers */
    public static String json(Object plain) {
        return JSON.valueToTree(plain).toString();
    }

    public Http with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Http(base, more);
    }

    public Http without(String header) {
        Map<String, String> less = new TreeMap<>(headers);
        less.remove(header);
        return new Http(base, less);
    }

    public Reply get(String path) {
        return send("GET", path, new byte[0]);
    }

    public Reply post(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, json.getBytes());
    }

    public Reply patch(String path, String json) {
        return with("Content-Type", "application/json").send("PATCH", path, json.getBytes());
    }

    /** @param version as the ETag told it */
    public Reply put(String path, long version, String json) {
        return with("Content-Type", "application/json")
                .with("If-Match", "\"" + version + "\"")
                .send("PUT", path, json.getBytes());
    }

    public Reply delete(String path) {
        return send("DELETE", path, new byte[0]);
    }

    public Reply send(String method, String path, byte[] body) {
        return Reply.of(answer(method, path, body, BodyHandlers.ofString()));
    }

    /** With all headers, and the body as it came. */
    public HttpResponse<byte[]> raw(String method, String path) {
        return answer(method, path, new byte[0], BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> answer(String method, String path, byte[] body, BodyHandler<T> as) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), as);
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
