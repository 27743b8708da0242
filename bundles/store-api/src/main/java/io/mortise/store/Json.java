package io.mortise.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

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

    /**
     * The values at paths as a {@link Query.Condition} means them: as text, numbers as they are written. What is no plain
     * value is left out, and so is null.
     */
    public Map<String, String> texts(String json, Set<String> paths) {
        Map<String, String> found = new HashMap<>();
        Map<String, String> parts = new HashMap<>();
        try (JsonParser parser = mapper.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) throw new IllegalArgumentException("not a JSON object");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_OBJECT) parts(parser, name + ".", paths, parts);
                else keep(parser, name, paths, found);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("not a JSON object", e);
        }
        parts.forEach(found::putIfAbsent);
        return found;
    }

    private static void parts(JsonParser parser, String of, Set<String> paths, Map<String, String> found)
            throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String path = of + parser.currentName();
            parser.nextToken();
            keep(parser, path, paths, found);
        }
    }

    private static void keep(JsonParser parser, String path, Set<String> paths, Map<String, String> found)
            throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isScalarValue() && token != JsonToken.VALUE_NULL && paths.contains(path))
            found.put(path, parser.getText());
        parser.skipChildren();
    }
}
