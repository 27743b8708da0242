package io.mortise.sandbox.internal.http;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of a vendor.
 *
 * @param template path with {name} places; it also names the endpoint for budgets and counts
 * @param writes whether a success of it is listed among the writes
 */
public record Route(String method, String template, List<String> parts, boolean writes, Handler handler) {

    static Route of(String method, String template, boolean writes, Handler handler) {
        return new Route(method, template, List.of(template.substring(1).split("/")), writes, handler);
    }

    /** The more literal parts, the earlier a route is asked: {@code /lookup} before {@code /{id}}. */
    long literals() {
        return parts.stream().filter(part -> !part.startsWith("{")).count();
    }

    Optional<Map<String, String>> match(List<String> segments) {
        if (segments.size() != parts.size()) {
            return Optional.empty();
        }
        Map<String, String> vars = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (part.startsWith("{")) {
                vars.put(part.substring(1, part.length() - 1), segments.get(i));
            } else if (!fold(part).equals(fold(segments.get(i)))) {
                return Optional.empty();
            }
        }
        return Optional.of(vars);
    }

    private static String fold(String part) {
        return part.toLowerCase(Locale.ROOT);
    }
}
