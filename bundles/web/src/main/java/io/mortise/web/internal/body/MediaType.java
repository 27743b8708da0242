package io.mortise.web.internal.body;

import io.mortise.web.internal.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** What a body says it is. */
final class MediaType {
    private MediaType() {}

    /** Without its parameters, in lower case; "" when it says nothing. */
    static String of(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    static Problem refused(String detail) {
        return Problem.of(415, "content-type", "Wrong Content-Type", detail);
    }
}
