package io.mortise.sandbox.internal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The query parameters of a request, decoded, in their order; of a repeated name the values are joined by commas. */
public record Query(Map<String, String> values) {

    static Query parse(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                add(values, pair);
            }
        }
        return new Query(values);
    }

    private static void add(Map<String, String> values, String pair) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        if (!name.isEmpty()) {
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            values.merge(name, value, (first, next) -> first + "," + next);
        }
    }

    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("The address holds a broken percent-escape: " + text, e);
        }
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value under a name whose letter case does not count. */
    public Optional<String> anyCase(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(folded))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
