package io.mortise.connector.tck;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Plain JSON calls beside the connector: what a person does at a simulator, and its switches. */
public final class Desk {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    private Desk(URI base) {
        this.base = base;
    }

    public static Desk at(URI base) {
        return new Desk(base);
    }

    /** @return the answer's body; anything but a success is an AssertionError */
    public String send(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2)
                throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
