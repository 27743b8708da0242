package io.mortise.web.internal.http;

import jakarta.servlet.http.HttpServletResponse;

/** Headers that tell a browser what it may not do with an answer of ours. */
public final class Security {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private Security() {}

    /** For every answer; a page then loosens the policy for itself. */
    public static void headers(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", NOTHING);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** For scripts, styles and pictures: a worker's script lives by the policy that came with it. */
    public static void file(HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
                        + "base-uri 'none'; frame-ancestors 'none'");
    }

    /** @param nonce of the one inline script, the import map */
    public static void page(HttpServletResponse response, String nonce) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'unsafe-inline'; "
                        + "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
                        + "frame-ancestors 'none'");
    }
}
