package io.mortise.sandbox.internal.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of a vendor; filled once before the server starts. */
public final class Router {

    /** A route and the request with the route's variables in it. */
    public record Match(Route route, Request request) {}

    private final List<Route> routes = new ArrayList<>();
    private final String prefix;

    public Router() {
        this("");
    }

    /** @param prefix a first path segment that a client may add or leave out; empty for none */
    public Router(String prefix) {
        this.prefix = prefix;
    }

    public Router read(String template, Handler handler) {
        return add(Route.of("GET", template, false, handler));
    }

    /** A POST, PUT, PATCH or DELETE that changes records. */
    public Router write(String method, String template, Handler handler) {
        return add(Route.of(method, template, true, handler));
    }

    /** A request with a body that changes no record, such as a login. */
    public Router call(String method, String template, Handler handler) {
        return add(Route.of(method, template, false, handler));
    }

    private Router add(Route route) {
        routes.add(route);
        routes.sort(Comparator.comparingLong(Route::literals).reversed());
        return this;
    }

    public List<Route> all() {
        return List.copyOf(routes);
    }

    public Optional<Match> find(Request request) {
        boolean prefixed =
                !request.segments().isEmpty() && request.segments().get(0).equals(prefix);
        return exactly(prefixed ? request.withoutFirstSegment() : request);
    }

    private Optional<Match> exactly(Request request) {
        for (Route route : routes) {
            if (route.method().equals(request.method())) {
                Optional<Map<String, String>> vars = route.match(request.segments());
                if (vars.isPresent()) {
                    return Optional.of(new Match(route, request.with(vars.get())));
                }
            }
        }
        return Optional.empty();
    }
}
