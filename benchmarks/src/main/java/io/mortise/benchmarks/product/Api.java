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

/** The API as the sandbox's administrator, over connections that are kept alive. */
public final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;
    private final String cookie;
    private final String csrf;

    public Api(URI base) throws IOException, InterruptedException {
        this.base = base;
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(base.resolve("/api/session"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"user\":\"admin\",\"password\":\"demo\"}"))
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
        return json.readTree(get(path).body()).path("items");
    }

    /** Puts a module in place of the one that runs. */
    public void replace(byte[] jar) throws IOException, InterruptedException {
        HttpRequest request = request("/api/modules")
                .header("Content-Type", "application/java-archive")
                .POST(BodyPublishers.ofByteArray(jar))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        JsonNode module = json.readTree(answer.body());
        if (answer.statusCode() != 200 || !module.path("state").asText().equals("RUNNING"))
            throw new IllegalStateException("A module was not replaced: " + answer.statusCode() + " " + answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Cookie", cookie)
                .header("X-CSRF-Token", csrf);
    }
}
