package io.mortise.web.internal.screens;

import io.mortise.web.internal.http.Media;
import io.mortise.web.internal.http.Problem;
import io.mortise.web.internal.http.Replies;
import io.mortise.web.internal.http.Security;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** One file as an answer. */
final class Served {
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    /** How long a browser may go without asking again. */
    enum Age {
        FOR_EVER("public, max-age=31536000, immutable"),
        ASK_AGAIN("no-cache");

        private final String header;

        Age(String header) {
            this.header = header;
        }
    }

    private Served() {}

    static void file(HttpServletRequest request, HttpServletResponse response, Files files, String path, Age age)
            throws IOException {
        Optional<byte[]> body = files.read(path);
        if (body.isEmpty() || !METHODS.contains(request.getMethod())) {
            Replies.problem(
                    request, response, Problem.of(404, "not-found", "Not found", "There is no such file here."));
            return;
        }
        String tag = "\"" + files.rev() + "\"";
        String media = Media.of(path);
        Security.file(response, media);
        response.setHeader("Cache-Control", age.header);
        if (age == Age.ASK_AGAIN) response.setHeader("ETag", tag); // the other is never asked for again
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(tag)) response.setStatus(304);
        else Replies.bytes(response, 200, media, body.get());
    }
}
