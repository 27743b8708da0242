package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.sandbox.internal.http.BadRequest;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies of {@code [{"key":…,"value":…}]}; clients also send one such object, a form, or nothing. */
record KeyValues(Map<String, String> values) {
    static KeyValues read(Request request) {
        String text = new String(request.body(), StandardCharsets.UTF_8).strip();
        Map<String, String> values = new LinkedHashMap<>();
        if (text.startsWith("[") || text.startsWith("{")) {
            JsonNode body = request.json();
            (body.isArray() ? body : List.of(body)).forEach(each -> add(values, each));
        } else if (!text.isEmpty()) {
            form(values, text);
        }
        return new KeyValues(values);
    }

    private static void add(Map<String, String> values, JsonNode pair) {
        if (!Row.text(pair, "key").isEmpty()) {
            values.put(Row.text(pair, "key"), Row.text(pair, "value"));
        }
    }

    private static void form(Map<String, String> values, String text) {
        for (String pair : text.split("&")) {
            String[] halves = pair.split("=", 2);
            values.put(decoded(halves[0]), halves.length == 2 ? decoded(halves[1]) : "");
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("The form is broken", e);
        }
    }

    String get(String key) {
        return values.getOrDefault(key, "");
    }

    String required(String key) {
        if (get(key).isBlank()) {
            throw new Refusal(400, "The " + key + " field is required.");
        }
        return get(key);
    }
}
