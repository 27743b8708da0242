package io.mortise.web.internal.body;

import io.mortise.model.Content;
import io.mortise.web.internal.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Bytes as they come, up to 64 MB, never held in memory as a whole. */
public final class ContentBody {
    private static final long LIMIT = 64L << 20;

    private ContentBody() {}

    public static Content read(HttpServletRequest request) throws IOException {
        String type = MediaType.of(request);
        if (type.startsWith("multipart/") || type.equals("application/x-www-form-urlencoded")) {
            throw MediaType.refused("Send the bytes themselves as the body, with their own Content-Type or"
                            + " application/octet-stream, not a form.")
                    .halt();
        }
        long size = request.getContentLengthLong();
        if (size > LIMIT) throw tooLarge(LIMIT).halt();
        return new Content(
                Disposition.name(request.getHeader("Content-Disposition")),
                type.isEmpty() ? "application/octet-stream" : type,
                size,
                new Limited(request.getInputStream(), LIMIT));
    }

    static Problem tooLarge(long limit) {
        return Problem.of(
                413,
                "too-large",
                "Too large",
                "No more than " + (limit >> 20) + " MB are taken here. Send less at a time.");
    }
}
