package io.mortise.web.internal.http;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** Headers that tell a browser what it may not do with an answer of ours. */
public final class Security {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private static final String PICTURE =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
                    + "base-uri 'none'; frame-ancestors 'none'";
    /** They mean nothing to what is never a page. */
    private static final List<String> OF_PAGES =
            List.of("X-Frame-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy");

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

    /**
     * For a file. A picture can be opened as a page of its own; scripts, styles and fonts can't, and there are many of
     * them: they carry what counts for them alone. A worker's script lives by the policy that came with it.
     *
     * @param media its type
     */
    public static void file(HttpServletResponse response, String media) {
        boolean isPage = media.startsWith("text/html") || media.startsWith("image/");
        response.setHeader("Content-Security-Policy", isPage ? PICTURE : "default-src 'self'");
        if (!isPage) OF_PAGES.forEach(name -> response.setHeader(name, null));
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
