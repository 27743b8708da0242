package io.mortise.benchmarks.desk;

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

/** One person who is signed in, over a connection that is kept alive. */
final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient http;
    private final URI base;
    private final Map<String, String> headers;

    /**
     * @param http used for nothing else
     * @param headers by which the person is known
     */
    Client(HttpClient http, URI base, Map<String, String> headers) {
        this.http = http;
        this.base = base;
        this.headers = headers;
    }

    static HttpClient connection() {
        return HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    }

    /** @throws IllegalStateException if the answer isn't right */
    void send(Ask ask) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(ask.path())).timeout(PATIENCE);
        headers.forEach(request::header);
        ask.headers().forEach(request::header);
        if (ask.json().isEmpty()) request.method(ask.method(), BodyPublishers.noBody());
        else
            request.header("Content-Type", "application/json")
                    .method(ask.method(), BodyPublishers.ofString(ask.json()));
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != ask.status())
            throw new IllegalStateException(
                    ask.method() + " " + ask.path() + ": " + answer.statusCode() + " " + answer.body());
    }
}
