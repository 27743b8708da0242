package io.mortise.sandbox.internal.http;

import io.mortise.sandbox.internal.http.Router.Match;
import io.mortise.sandbox.internal.http.Vendor.Budget;
import io.mortise.sandbox.internal.state.Store;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Serves one API request from end to end: caller, budget, route, commit. One request at a time per vendor. */
final class Desk {
    private static final Logger LOG = System.getLogger(Desk.class.getName());

    private final Vendor vendor;
    private final RateLimit limit;
    private final Traffic traffic;
    private final Clock clock;

    Desk(Vendor vendor, RateLimit limit, Traffic traffic, Clock clock) {
        this.clock = clock;
        this.vendor = vendor;
        this.limit = limit;
        this.traffic = traffic;
    }

    Response serve(Request request) {
        synchronized (vendor.store()) {
            Optional<Match> match = vendor.routes().find(request);
            Instant at = clock.instant();
            Response response = answer(request, match);
            traffic.count(request, endpoint(match), response.status(), at);
            return response;
        }
    }

    /** Counts a request that a fault kept away from the vendor. */
    void countLost(Request request, int status) {
        traffic.count(request, endpoint(vendor.routes().find(request)), status, clock.instant());
    }

    private static String endpoint(Optional<Match> match) {
        return match.map(found -> found.route().template()).orElse("(unknown)");
    }

    private Response answer(Request request, Optional<Match> match) {
        Optional<Route> route = match.map(Match::route);
        Optional<Response> unknownCaller = vendor.unknownCaller(request, route);
        if (unknownCaller.isPresent()) {
            return unknownCaller.get();
        }
        Budget budget = vendor.budget(request, route);
        int wait = limit.take(budget);
        if (wait > 0) {
            return tooMany(wait);
        }
        if (match.isEmpty()) {
            return vendor.error(404, "There is no such resource");
        }
        return handle(match.get());
    }

    Response tooMany(int seconds) {
        return vendor.error(429, "Too Many Requests").header("Retry-After", Integer.toString(seconds));
    }

    Response tooManyWithoutAdvice() {
        return vendor.error(429, "Too Many Requests");
    }

    Response timedOut() {
        return vendor.error(504, "Gateway Timeout");
    }

    Response broken() {
        return vendor.error(500, "Internal Server Error");
    }

    private Response handle(Match match) {
        Store store = vendor.store();
        try {
            Response response = match.route().handler().handle(match.request());
            if (response.failed()) {
                store.rollback();
            } else if (match.route().writes()) {
                store.commitWrite(match.request().method(), match.request().path());
            }
            return response;
        } catch (BadRequest e) {
            store.rollback();
            return vendor.error(400, e.getMessage());
        } catch (IOException | RuntimeException e) {
            store.rollback();
            LOG.log(Level.ERROR, vendor.title() + " simulator: " + match.route().template() + " broke", e);
            return broken();
        }
    }
}
