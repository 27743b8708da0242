package io.mortise.sandbox.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a form, urlencoded or multipart, in their order; names with or without quotes, as libraries send them. */
public record FormData(List<Part> parts) {
    public static final String MULTIPART = "multipart/form-data";
    public static final String URLENCODED = "application/x-www-form-urlencoded";

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = parameter("name");
    private static final Pattern FILE_NAME = parameter("filename");

    /** A field, or a file when it has a file name. */
    public record Part(String name, Optional<String> fileName, byte[] content) {
        public String text() {
            return new String(content, UTF_8);
        }
    }

    private static Pattern parameter(String name) {
        return Pattern.compile("[; ]" + name + "=(?:\"([^\"]*)\"|([^\";\\s]*))", Pattern.CASE_INSENSITIVE);
    }

    /** A body of any other type is read as urlencoded. */
    public static FormData read(Request request) {
        return request.mediaType().equals(MULTIPART) ? multipart(request) : urlencoded(request);
    }

    private static FormData urlencoded(Request request) {
        List<Part> parts = new ArrayList<>();
        for (String pair : new String(request.body(), UTF_8).strip().split("&")) {
            String[] halves = pair.split("=", 2);
            if (!halves[0].isEmpty()) {
                String value = halves.length == 2 ? Query.decode(halves[1]) : "";
                parts.add(new Part(Query.decode(halves[0]), Optional.empty(), value.getBytes(UTF_8)));
            }
        }
        return new FormData(List.copyOf(parts));
    }

    private static FormData multipart(Request request) {
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!boundary.find()) {
            throw new BadRequest("Missing content-type boundary.");
        }
        // In this charset each byte is one character, so files survive the splitting.
        String body = "\r\n" + new String(request.body(), ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        for (String part : body.split(Pattern.quote("\r\n--" + boundary.group(1)))) {
            int end = part.indexOf("\r\n\r\n");
            if (end >= 0) {
                parts.add(part(part.substring(0, end), part.substring(end + 4)));
            }
        }
        return new FormData(List.copyOf(parts));
    }

    private static Part part(String head, String content) {
        String name = find(NAME, head).orElseThrow(() -> new BadRequest("A part of the form has no name"));
        return new Part(name, find(FILE_NAME, head), content.getBytes(ISO_8859_1));
    }

    private static Optional<String> find(Pattern pattern, String head) {
        Matcher found = pattern.matcher(head);
        if (!found.find()) {
            return Optional.empty();
        }
        String raw = found.group(1) == null ? found.group(2) : found.group(1);
        return Optional.of(new String(raw.getBytes(ISO_8859_1), UTF_8));
    }

    /** The values by name, whose letter case does not count; the last of a repeated name. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        parts.forEach(part -> texts.put(part.name(), part.text()));
        return texts;
    }
}
