package io.mortise.web.internal.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A route's path: fixed parts and named holes, {@code /tickets/{ticket}/notes}. */
record Path(List<Part> parts) {
    /** @param text the fixed word, or the hole's name */
    record Part(String text, boolean hole) {}

    static Path of(String pattern) {
        if (!pattern.startsWith("/")) throw new IllegalArgumentException("a path begins with a slash: " + pattern);
        List<Part> parts = new ArrayList<>();
        for (String word : words(pattern)) {
            boolean hole = word.startsWith("{") && word.endsWith("}");
            parts.add(new Part(hole ? word.substring(1, word.length() - 1) : word, hole));
        }
        return new Path(List.copyOf(parts));
    }

    /** Undecoded, so that an encoded slash stays inside its part. */
    static List<String> words(String path) {
        return path.isEmpty() ? List.of() : List.of(path.substring(1).split("/", -1));
    }

    /** The holes' values, decoded; empty when the path isn't of this pattern. An empty part fills no hole. */
    Optional<Map<String, String>> match(List<String> words) {
        if (words.size() != parts.size()) return Optional.empty();
        Map<String, String> holes = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String word = words.get(i);
            if (part.hole() ? word.isEmpty() : !part.text().equals(word)) return Optional.empty();
            if (part.hole()) holes.put(part.text(), decoded(word));
        }
        return Optional.of(holes);
    }

    /** Smaller is more particular: a fixed word goes before a hole, the leftmost part decides. */
    String rank() {
        StringBuilder rank = new StringBuilder();
        for (Part part : parts) rank.append(part.hole() ? '1' : '0');
        return rank.toString();
    }

    Optional<String> lastHole() {
        return parts.stream().filter(Part::hole).map(Part::text).reduce((first, second) -> second);
    }

    /** Equal for paths that can't be told apart: the holes' names don't count. */
    String shape() {
        StringBuilder shape = new StringBuilder();
        for (Part part : parts) shape.append('/').append(part.hole() ? "{}" : part.text());
        return shape.toString();
    }

    private static String decoded(String word) {
        return URLDecoder.decode(word.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
