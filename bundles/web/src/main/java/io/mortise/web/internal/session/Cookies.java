package io.mortise.web.internal.session;

import io.mortise.api.Sessions.Session;
import io.mortise.model.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The one cookie. Scripts can't read it, and other sites' pages don't send it but by a link. */
final class Cookies {
    static final String NAME = "mortise";

    private Cookies() {}

    static Optional<Secret> of(HttpServletRequest request) {
        Cookie[] all = request.getCookies();
        return Arrays.stream(all == null ? new Cookie[0] : all)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(cookie -> Secret.of(cookie.getValue()))
                .findFirst();
    }

    static void give(HttpServletRequest request, HttpServletResponse response, Session session) {
        long seconds =
                Math.max(1, Duration.between(Instant.now(), session.ends()).toSeconds());
        set(request, response, session.cookie().reveal(), seconds);
    }

    static void take(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", 0);
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, long seconds) {
        String secure = isHttps(request) ? "; Secure" : "";
        response.addHeader(
                "Set-Cookie",
                NAME + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax" + secure);
    }

    /** A proxy's word is enough: who forges it only keeps his own cookie from coming back. */
    private static boolean isHttps(HttpServletRequest request) {
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }
}
