package io.mortise.web.internal.session;

import io.mortise.web.internal.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/** A browser adds the cookie to whatever any page asks for; what changes something must prove that our page asked. */
final class Forgery {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private Forgery() {}

    /** @param who empty for a request to sign in, which has no token to repeat yet */
    static Optional<Problem> refusal(HttpServletRequest request, Optional<SignedIn> who) {
        if (HARMLESS.contains(request.getMethod())) return Optional.empty();
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OURS.contains(site)) {
            return Optional.of(Problem.of(
                    403,
                    "cross-site",
                    "Asked by another site",
                    "Only pages of this server may change something here."));
        }
        if (who.flatMap(SignedIn::session)
                .filter(s -> !same(s.csrf(), request.getHeader("X-CSRF-Token")))
                .isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                403,
                "csrf",
                "Token missing or old",
                "Repeat in X-CSRF-Token what GET /api/session gives as csrf, and try again."));
    }

    private static boolean same(String expected, String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
