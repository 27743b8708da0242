package io.mortise.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * JSON as maps and lists, the form in which everything is kept. Thread-safe. Only classes of the JDK pass through, so
 * nothing of a caller's bundle stays in the library's caches. What isn't plain, or isn't a JSON object, is an
 * IllegalArgumentException.
 */
public final class Json {
    private final ObjectMapper mapper = new ObjectMapper();

    public String write(Object plain) {
        try {
            return mapper.writeValueAsString(plain);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not plain JSON", e);
        }
    }

    @SuppressWarnings("unchecked") // a JSON object is a map by text
    public Map<String, Object> read(String json) {
        try {
            return json.isEmpty() ? Map.of() : mapper.readValue(json, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON object", e);
        }
    }
}
