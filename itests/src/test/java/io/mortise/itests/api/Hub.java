package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The API of a running product, as a signed-in person. */
public final class Hub {
    private Hub() {}

    public static Http stranger(Product product) {
        return Http.at(product.base());
    }

    public static Http signedIn(Product product, String user) {
        return signedIn(product.base(), user);
    }

    private static Http signedIn(URI base, String user) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"user\":\"" + user + "\",\"password\":\"demo\"}"))
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            String cookie = answer.headers()
                    .firstValue("Set-Cookie")
                    .map(value -> value.split(";", 2)[0])
                    .orElseThrow();
            String csrf = Reply.parse(answer.body()).path("csrf").asText();
            return Http.at(base).with("Cookie", cookie).with("X-CSRF-Token", csrf);
        } catch (java.io.IOException e) {
            throw new AssertionError("Nobody can sign in", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** All items of a list, page by page. */
    public static List<JsonNode> all(Http api, String path, int limit) {
        List<JsonNode> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            String page = path + (path.contains("?") ? "&" : "?") + "limit=" + limit
                    + after.map(a -> "&after=" + URLEncoder.encode(a, StandardCharsets.UTF_8))
                            .orElse("");
            Reply reply = api.get(page);
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            assertThat(reply.items().size()).isLessThanOrEqualTo(limit);
            reply.items().forEach(all::add);
            after = Optional.of(reply.body().path("next"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText);
        } while (after.isPresent());
        return all;
    }
}
