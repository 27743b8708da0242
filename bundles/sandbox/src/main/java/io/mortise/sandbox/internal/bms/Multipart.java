package io.mortise.sandbox.internal.bms;

import io.mortise.sandbox.internal.http.BadRequest;
import io.mortise.sandbox.internal.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of an upload, byte for byte. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

    /** A file and the form field that it came in. */
    record Upload(String field, String fileName, byte[] content) {}

    private Multipart() {}

    static List<Upload> files(Request request) {
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!request.mediaType().equals("multipart/form-data") || !boundary.find()) {
            throw new BadRequest("Missing content-type boundary.");
        }
        // One character per byte, so that nothing of a file is lost.
        String body = new String(request.body(), StandardCharsets.ISO_8859_1);
        List<Upload> files = new ArrayList<>();
        for (String part : body.split(Pattern.quote("--" + boundary.group(1)))) {
            int end = part.indexOf("\r\n\r\n");
            if (end > 0) {
                add(files, part.substring(0, end), part.substring(end + 4));
            }
        }
        return files;
    }

    private static void add(List<Upload> files, String head, String content) {
        Matcher file = FILE.matcher(head);
        Matcher name = NAME.matcher(head);
        if (file.find() && name.find()) {
            String bytes = content.endsWith("\r\n") ? content.substring(0, content.length() - 2) : content;
            String fileName = new String(file.group(1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            files.add(new Upload(name.group(1), fileName, bytes.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }
}
