package io.mortise.sandbox.internal.bms;

import io.mortise.sandbox.internal.http.BadRequest;
import io.mortise.sandbox.internal.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the fields of a login form, multipart or urlencoded; their names are without letter case. */
final class Forms {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

    private Forms() {}

    static Map<String, String> read(Request request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (request.mediaType().equals("multipart/form-data")) {
            multipart(request.header("Content-Type").orElse(""), body, fields);
        } else {
            urlencoded(body, fields);
        }
        return fields;
    }

    private static void urlencoded(String body, Map<String, String> fields) {
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("The form is not urlencoded", e);
        }
    }

    private static void multipart(String contentType, String body, Map<String, String> fields) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new BadRequest("Missing content-type boundary.");
        }
        for (String part : body.split(Pattern.quote("--" + boundary.group(1)))) {
            String[] halves = part.split("\r\n\r\n", 2);
            Matcher name = NAME.matcher(halves[0]);
            if (halves.length == 2 && name.find()) {
                fields.put(name.group(1), halves[1].replaceFirst("\r\n$", ""));
            }
        }
    }
}
