package io.mortise.web.internal.session;

import io.mortise.web.internal.health.Readiness;
import io.mortise.web.internal.http.Problem;
import io.mortise.web.internal.http.Replies;
import io.mortise.web.internal.http.Security;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Sees every request before any servlet does, so that none can forget to ask who is there. */
public final class Guard {
    private static final Set<String> OPEN = Set.of("POST /api/session", "POST /api/setup");

    /** Other spellings of an address, which a server may take for the same and a guard for another. */
    private static final Pattern ODD = Pattern.compile("//|/\\.{1,2}(/|$)|;|^/[^/]*%");

    private final Hosts hosts;
    private final Readiness readiness;
    private final Identity identity;

    public Guard(Hosts hosts, Readiness readiness, Identity identity) {
        this.hosts = hosts;
        this.readiness = readiness;
        this.identity = identity;
    }

    /** False when it has answered itself, with the reason. */
    public boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Security.headers(response);
        try {
            check(request, response);
            return true;
        } catch (RuntimeException e) {
            Replies.problem(request, response, e);
            return false;
        }
    }

    private void check(HttpServletRequest request, HttpServletResponse response) {
        halt(hosts.refusal(request.getHeader("Host")));
        String path = request.getRequestURI();
        if (ODD.matcher(path).find()) throw odd().halt();
        if (path.startsWith("/health/")) return;
        halt(readiness.starting());
        if (!path.equals("/api") && !path.startsWith("/api/")) return;
        response.setHeader("Cache-Control", "no-store");
        boolean open = OPEN.contains(request.getMethod() + " " + path);
        Optional<SignedIn> who = open ? Optional.empty() : identity.of(request);
        if (!open && who.isEmpty()) throw unknown().halt();
        if (open || who.get().session().isPresent()) halt(Forgery.refusal(request, who));
        who.ifPresent(signedIn -> signedIn.to(request));
    }

    private static void halt(Optional<Problem> problem) {
        if (problem.isPresent()) throw problem.get().halt();
    }

    private static Problem odd() {
        return Problem.of(404, "not-found", "Not found", "Write the address plainly, without //, /../ or a ;.");
    }

    private static Problem unknown() {
        return Problem.of(
                        401,
                        "signed-out",
                        "Not signed in",
                        "Sign in with POST /api/session, or send a token of yours in Authorization: Bearer.")
                .header("WWW-Authenticate", "Bearer realm=\"mortise\"");
    }
}
