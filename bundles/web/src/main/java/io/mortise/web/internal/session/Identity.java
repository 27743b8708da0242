package io.mortise.web.internal.session;

import io.mortise.api.Sessions;
import io.mortise.model.Secret;
import io.mortise.web.internal.service.Slot;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** From a token or a cookie to a person. A token goes first: who sends one means it. */
public final class Identity {
    private static final String BEARER = "Bearer ";

    private final Slot<Sessions> sessions;

    public Identity(Slot<Sessions> sessions) {
        this.sessions = sessions;
    }

    Optional<SignedIn> of(HttpServletRequest request) {
        Sessions asked = sessions.need();
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) return Optional.empty();
            return asked.bearer(
                            Secret.of(authorization.substring(BEARER.length()).strip()))
                    .map(caller -> new SignedIn(caller, Optional.empty()));
        }
        return Cookies.of(request)
                .flatMap(asked::find)
                .map(session -> new SignedIn(session.caller(), Optional.of(session)));
    }
}
