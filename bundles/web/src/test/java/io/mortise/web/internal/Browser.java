package io.mortise.web.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

/** Asks over real HTTP. Immutable: signing in gives another one. */
final class Browser {
    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    record Answer(int status, HttpResponse<String> response) {
        String body() {
            return response.body();
        }

        JsonNode json() throws Exception {
            return new JsonMapper().readTree(body());
        }

        /** "" when there is none. */
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** What a problem says in its type, after /problems/. */
        String reason() throws Exception {
            return json().path("type").asText().replace("/problems/", "");
        }

        String detail() throws Exception {
            return json().path("detail").asText();
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final List<String> headers;

    Browser(URI base, String... headers) {
        this.base = base;
        this.headers = List.of(headers);
    }

    /** With further headers: name, value, name, value. */
    Browser with(String... more) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of(more));
        return new Browser(base, all.toArray(String[]::new));
    }

    Browser signedIn(String user) throws Exception {
        Answer answer = post("/api/session", "{\"user\":\"" + user + "\",\"password\":\"demo\"}");
        if (answer.status() != 200) throw new AssertionError(answer.body());
        String cookie = answer.header("Set-Cookie").split(";", 2)[0];
        return with("Cookie", cookie, "X-CSRF-Token", answer.json().path("csrf").asText());
    }

    Answer get(String path) throws Exception {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path, String json) throws Exception {
        return with("Content-Type", "application/json").send("POST", path, BodyPublishers.ofString(json));
    }

    Answer send(String method, String path, String json) throws Exception {
        return with("Content-Type", "application/json").send(method, path, BodyPublishers.ofString(json));
    }

    Answer send(String method, String path, BodyPublisher body) throws Exception {
        HttpResponse<String> response = client.send(request(method, path, body), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response);
    }

    HttpRequest request(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).method(method, body).timeout(Duration.ofSeconds(20));
        for (int i = 0; i < headers.size(); i += 2) request.setHeader(headers.get(i), headers.get(i + 1));
        return request.build();
    }

    /** Its headers as they go over the wire. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < headers.size(); i += 2) {
            lines.append(headers.get(i)).append(": ").append(headers.get(i + 1)).append("\r\n");
        }
        return lines.toString();
    }

    HttpClient client() {
        return client;
    }
}
