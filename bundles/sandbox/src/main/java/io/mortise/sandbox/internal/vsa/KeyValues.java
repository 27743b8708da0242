package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.sandbox.internal.http.FormData;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
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
            FormData.read(request).parts().forEach(part -> values.put(part.name(), part.text()));
        }
        return new KeyValues(values);
    }

    private static void add(Map<String, String> values, JsonNode pair) {
        if (!Row.text(pair, "key").isEmpty()) {
            values.put(Row.text(pair, "key"), Row.text(pair, "value"));
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
