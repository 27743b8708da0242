package io.mortise.benchmarks.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The API as an administrator, over connections that are kept alive. */
public final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;
    private final String cookie;
    private final String csrf;

    /** As the sandbox's. */
    public Api(URI base) throws IOException, InterruptedException {
        this(base, "admin", "demo");
    }

    public Api(URI base, String user, String password) throws IOException, InterruptedException {
        this.base = base;
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(base.resolve("/api/session"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}"))
                        .build(),
                BodyHandlers.ofString());
        this.cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        this.csrf = json.readTree(answer.body()).path("csrf").asText();
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    /** Of a list that there is. */
    public JsonNode items(String path) throws IOException, InterruptedException {
        return json(get(path)).path("items");
    }

    public JsonNode json(HttpResponse<String> answer) throws IOException {
        return json.readTree(answer.body());
    }

    /** @return the status */
    public int send(String method, String path, String body, String header, String value)
            throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .header(header, value)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** Puts a module in place of the one that runs. */
    public void replace(byte[] jar) throws IOException, InterruptedException {
        HttpRequest request = request("/api/modules")
                .header("Content-Type", "application/java-archive")
                .POST(BodyPublishers.ofByteArray(jar))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        JsonNode module = json(answer);
        if (answer.statusCode() != 200 || !module.path("state").asText().equals("RUNNING"))
            throw new IllegalStateException("A module was not replaced: " + answer.statusCode() + " " + answer.body());
    }

    /** What each request carries. */
    public Map<String, String> headers() {
        return Map.of("Cookie", cookie, "X-CSRF-Token", csrf);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        headers().forEach(request::header);
        return request;
    }
}
