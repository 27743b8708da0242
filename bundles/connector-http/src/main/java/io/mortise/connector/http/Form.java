package io.mortise.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mortise.connector.Http.Request;
import io.mortise.connector.Http.Request.Upload;
import io.mortise.model.Content;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A {@code multipart/form-data} body with one file in it, which is read while it is sent. */
public final class Form {
    private Form() {}

    /**
     * @param fields before the file, by their names
     * @param name of the file's field
     */
    public static Request of(Request request, Map<String, String> fields, String name, Content file) {
        String boundary = "mortise-" + UUID.randomUUID();
        byte[] head = head(boundary, fields, name, file);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(UTF_8);
        InputStream all = new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(head), file.bytes(), new ByteArrayInputStream(tail))));
        long length = file.size() < 0 ? -1 : head.length + file.size() + tail.length;
        return request.body("multipart/form-data; boundary=" + boundary, new Upload(length, all));
    }

    private static byte[] head(String boundary, Map<String, String> fields, String name, Content file) {
        StringBuilder head = new StringBuilder();
        fields.forEach((field, value) -> head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(safe(field))
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(safe(name));
        head.append("\"; filename=\"").append(safe(file.name())).append("\"\r\nContent-Type: ");
        return head.append(mime(file)).append("\r\n\r\n").toString().getBytes(UTF_8);
    }

    private static String mime(Content file) {
        boolean plain = file.mime().matches("[\\w.+-]+/[\\w.+-]+");
        return plain ? file.mime() : "application/octet-stream";
    }

    /** Nothing that ends a quoted text or a line of the head, and no path. */
    private static String safe(String text) {
        return text.replaceAll("[\\p{Cntrl}\"\\\\/]", "_");
    }
}
