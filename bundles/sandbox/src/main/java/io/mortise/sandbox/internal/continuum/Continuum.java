package io.mortise.sandbox.internal.continuum;

import io.mortise.sandbox.internal.http.Person;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Route;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.http.Vendor;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.World;
import java.util.Map;
import java.util.Optional;

/** ConnectWise RMM on the Asio platform, which was Continuum. */
public final class Continuum implements Vendor {
    static final String V1 = "/api/platform/v1";
    static final String V2 = "/api/platform/v2";
    private static final String TOKEN = "/v1/token";
    private static final Map<String, String> PAGES = Map.of(
            "companies", "/app/companies/",
            "sites", "/app/sites/",
            "endpoints", "/app/endpoints/",
            "tickets", "/app/tickets/");

    private final Store store;
    private final Router routes = new Router();
    private final Tokens tokens;
    private final Person person;

    public Continuum(Store store, World world) {
        this.store = store;
        this.tokens = new Tokens(store);
        Lookups lookups = new Lookups(store);
        TicketViews views = new TicketViews(store);
        Tickets tickets = new Tickets(store, views);
        new ContinuumSeed(store, world, lookups).plant();
        this.person = new ContinuumPerson(store, tickets);
        routes.call("POST", TOKEN, tokens::issue);
        new Companies(store).addTo(routes);
        new Endpoints(store).addTo(routes);
        tickets.addTo(routes);
        new Notes(store, tickets).addTo(routes);
        lookups.addTo(routes);
    }

    @Override
    public String title() {
        return "ConnectWise RMM";
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Router routes() {
        return routes;
    }

    @Override
    public Optional<Response> unknownCaller(Request request, Optional<Route> route) {
        String template = route.map(Route::template).orElse("");
        return template.equals(TOKEN) ? Optional.empty() : tokens.refusal(request, scope(request.method(), template));
    }

    private static String scope(String method, String template) {
        if (template.startsWith(V1 + "/company/")) {
            return template.contains("/sites") ? Tokens.SITES : Tokens.COMPANIES;
        }
        if (template.contains("/service/ticketing/")) {
            return switch (method) {
                case "GET" -> Guesses.READ_TICKETS;
                case "POST" -> Guesses.CREATE_TICKETS;
                default -> Guesses.UPDATE_TICKETS;
            };
        }
        return template.startsWith(V2 + "/device/") ? Tokens.DEVICES : "";
    }

    @Override
    public Budget budget(Request request, Optional<Route> route) {
        return new Budget("all", Guesses.REQUESTS, Guesses.SECONDS);
    }

    @Override
    public Response error(int status, String message) {
        return Answers.error(status, message);
    }

    @Override
    public Person person() {
        return person;
    }

    @Override
    public Map<String, String> pages() {
        return PAGES;
    }
}
