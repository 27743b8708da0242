package io.mortise.itests.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What was answered. */
public record Reply(int status, JsonNode body, Optional<String> etag, String type) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Reply of(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Reply(
                response.statusCode(),
                type.contains("json") ? parse(response.body()) : MissingNode.getInstance(),
                response.headers().firstValue("ETag"),
                type);
    }

    public static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }

    /** The sentence for people. */
    public String detail() {
        return body.path("detail").asText();
    }

    public JsonNode items() {
        return body.path("items");
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
