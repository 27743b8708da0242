package io.mortise.web.internal.session;

import io.mortise.api.Caller;
import io.mortise.api.Sessions.Session;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param session empty for a bearer token
 */
public record SignedIn(Caller caller, Optional<Session> session) {
    private static final String ATTRIBUTE = SignedIn.class.getName();

    /** The guard put it there; a request that it let through without is one to sign in. */
    public static SignedIn of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof SignedIn signedIn) return signedIn;
        throw new IllegalStateException("the guard has not seen this request");
    }

    void to(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
