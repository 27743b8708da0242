package io.mortise.web.internal.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes whole answers. A body is complete before its first byte goes out, so it is never half of two answers. */
public final class Replies {
    private static final int SMALL = 64 << 10;
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private Replies() {}

    public static void json(HttpServletResponse response, int status, Object plain) throws IOException {
        bytes(response, status, "application/json", written(plain));
    }

    public static void bytes(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    public static void problem(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        if (response.isCommitted()) {
            LOG.warn("An answer to {} broke off: {}", request.getRequestURI(), problem.detail());
            throw new IOException("the answer has begun and can't be taken back");
        }
        takeIn(request);
        response.reset();
        Security.headers(response);
        response.setHeader("Cache-Control", "no-store");
        problem.headers().forEach(response::setHeader);
        byte[] body = written(problem.json(Optional.of(request.getRequestURI())));
        bytes(response, problem.status(), "application/problem+json", body);
    }

    /** The connection would be closed on what is unread, which breaks the caller's next request. Of much, that is right. */
    private static void takeIn(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        if (length <= 0 || length > SMALL) return;
        try {
            request.getInputStream().readNBytes((int) length);
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The rest of a request to {} can't be read", request.getRequestURI(), e);
        }
    }

    /** Plain maps, lists and texts, a few hundred bytes of them. */
    private static byte[] written(Object plain) throws IOException {
        return new JsonMapper().writeValueAsBytes(plain);
    }

    public static void problem(HttpServletRequest request, HttpServletResponse response, Throwable thrown)
            throws IOException {
        problem(request, response, Problems.of(thrown, request));
    }
}
