package io.mortise.web.internal.http;

import io.mortise.api.Refusal;
import io.mortise.model.Outage;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which problem stands for what was thrown. What nobody foresaw gets a number, under which its stack is in the log. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    public static Problem of(Throwable thrown, HttpServletRequest request) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Halt halt) return halt.problem();
            if (cause instanceof Refusal refusal) return of(refusal);
            if (cause instanceof Outage outage) return of(outage, request);
        }
        return incident(thrown, request);
    }

    private static Problem of(Outage outage, HttpServletRequest request) {
        LOG.warn("No answer to {} {}: {}", request.getMethod(), request.getRequestURI(), outage.getMessage());
        return Problem.of(
                        503,
                        "unavailable",
                        "Doesn't answer now",
                        "The database doesn't answer now. Try again in a moment, and look first whether a change that"
                                + " you were making is there. If it stays, tell your administrator: the log says more.")
                .retryAfter(5);
    }

    private static Problem of(Refusal refusal) {
        Problem problem = plain(refusal);
        if (!refusal.fields().isEmpty()) problem = problem.with("fields", refusal.fields());
        return refusal.current().isPresent()
                ? problem.with("current", refusal.current().get())
                : problem;
    }

    private static Problem plain(Refusal refusal) {
        String detail = refusal.getMessage();
        return switch (refusal.reason()) {
            case NOT_FOUND -> Problem.of(404, "not-found", "Not found", detail);
            case DENIED -> Problem.of(403, "denied", "Not allowed", detail);
            case VIEW_ONLY -> Problem.of(403, "view-only", "Can only be viewed here", detail);
            case STALE -> Problem.of(409, "stale", "Changed in the meantime", detail);
            case INVALID -> Problem.of(422, "invalid", "Can't be so", detail);
            case EXISTS -> Problem.of(409, "exists", "Is there already", detail);
            case NOT_CONNECTED -> Problem.of(409, "not-connected", "Not connected", detail);
            case UNAVAILABLE ->
                Problem.of(503, "unavailable", "Doesn't answer now", detail).retryAfter(5);
            case FULL -> Problem.of(507, "full", "No room", detail);
        };
    }

    /** The path is logged without its query, which may hold what nobody should read. */
    private static Problem incident(Throwable thrown, HttpServletRequest request) {
        byte[] number = new byte[4];
        new SecureRandom().nextBytes(number);
        String incident = HexFormat.of().formatHex(number);
        LOG.error("Incident {} at {} {}", incident, request.getMethod(), request.getRequestURI(), thrown);
        return Problem.of(
                        500,
                        "incident",
                        "Something went wrong here",
                        "This is a fault of the server, not yours. Try again; if it stays, give your administrator the"
                                + " number " + incident + ", under which the log tells more.")
                .with("incident", incident);
    }
}
