package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.BadRequest;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a form with names like {@code data[attributes][attachment]} as the JSON body that says the same. */
final class Multipart {
    static final String TYPE = "multipart/form-data";

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    private Multipart() {}

    static ObjectNode json(Request request) {
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!boundary.find()) {
            throw new BadRequest("The form has no boundary");
        }
        // In this charset each byte is one character, so files survive the splitting.
        String body = new String(request.body(), StandardCharsets.ISO_8859_1);
        ObjectNode json = Json.object();
        for (String part : body.split(Pattern.quote("--" + boundary.group(1)), -1)) {
            int end = part.indexOf("\r\n\r\n");
            if (end >= 0) {
                add(json, part.substring(0, end), part.substring(end + 4, part.length() - 2));
            }
        }
        return json;
    }

    private static void add(ObjectNode json, String head, String content) {
        Matcher name = NAME.matcher(head);
        if (!name.find()) {
            throw new BadRequest("A part of the form has no name");
        }
        String[] steps = name.group(1).replace("]", "").split("\\[");
        ObjectNode at = json;
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.path(steps[i]) instanceof ObjectNode inner ? inner : at.putObject(steps[i]);
        }
        String last = steps[steps.length - 1];
        Matcher file = FILE_NAME.matcher(head);
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        if (file.find()) {
            String fileName = new String(file.group(1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            at.putObject(last)
                    .put("content", Base64.getEncoder().encodeToString(bytes))
                    .put("file_name", fileName);
        } else {
            at.put(last, new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
