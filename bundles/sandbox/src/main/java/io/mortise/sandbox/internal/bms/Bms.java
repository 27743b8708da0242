package io.mortise.sandbox.internal.bms;

import io.mortise.sandbox.internal.http.Person;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Route;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.http.Vendor;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.World;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Kaseya BMS, REST API v2. */
public final class Bms implements Vendor {
    private static final int CALLS = 1500;
    private static final int WINDOW_SECONDS = 3600;
    private static final String OPEN = "/v2/security/";
    private static final Set<String> OPEN_ROUTES = Set.of(
            "POST " + OPEN + "authenticate",
            "POST " + OPEN + "refreshtoken",
            "GET " + OPEN + "ssostatus",
            "GET " + Swagger.PATH);
    private static final Map<String, String> PAGES = Map.of(
            "tickets",
            "/app/servicedesk/tickets/",
            "accounts",
            "/app/crm/accounts/",
            "locations",
            "/app/crm/locations/",
            "contacts",
            "/app/crm/contacts/",
            "hardwareassets",
            "/app/servicedesk/hardwareassets/");

    private final Store store;
    private final Router routes = new Router();
    private final Tokens tokens;
    private final Person person;

    /** @param documentation the IT Glue that the tenant is linked with */
    public Bms(Store store, World world, Documentation documentation) {
        this.store = store;
        this.tokens = new Tokens(store, new SignIns(store));
        BmsSeed seed = new BmsSeed(store, world);
        seed.plant();
        new DeskSeed(store, world, seed.places()).plant();
        Views views = new Views(store);
        Records records = new Records(store);
        Office office = new Office(store, new Labels(store), records, tokens, new Outbox());
        Accounts accounts = new Accounts(store, views, records, office);
        Contacts contacts = new Contacts(store, views, records);
        Assets assets = new Assets(store, views, records);
        ServiceDesk desk = new ServiceDesk(office, documentation);
        this.person = new BmsPerson(store, accounts, contacts, assets, records, desk);
        accounts.addTo(routes);
        contacts.addTo(routes);
        assets.addTo(routes);
        new Lookups(store).addTo(routes);
        desk.addTo(routes, accounts, assets);
        routes.call("POST", OPEN + "authenticate", tokens::authenticate);
        routes.call("POST", OPEN + "refreshtoken", tokens::renew);
        new Swagger(routes).addTo(routes);
    }

    /** An admin has set up a webhook before the world began. */
    public void calls(URI address, String secret) {
        Webhooks.plant(store, address, secret);
    }

    @Override
    public String title() {
        return "Kaseya BMS";
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Router routes() {
        return routes;
    }

    /** A missing or expired token is a 401 with an empty body, a missing right a 403 in the usual envelope. */
    @Override
    public Optional<Response> unknownCaller(Request request, Optional<Route> route) {
        if (route.map(Bms::open).orElse(false)) {
            return Optional.empty();
        }
        Optional<SignIns.User> user = tokens.user(request);
        if (user.isEmpty()) {
            return Optional.of(Response.empty(401).header("WWW-Authenticate", "Bearer"));
        }
        boolean allowed = route.map(found -> Rights.allow(user.get(), found)).orElse(true);
        return allowed
                ? Optional.empty()
                : Optional.of(Refusal.denied("Access denied").response());
    }

    private static boolean open(Route route) {
        return OPEN_ROUTES.contains(route.method() + " " + route.template());
    }

    /** Every endpoint has a budget of its own, told apart by method and path template. */
    @Override
    public Budget budget(Request request, Optional<Route> route) {
        String key = route.map(found -> found.method() + " " + found.template()).orElse("(unknown)");
        return new Budget(key, CALLS, WINDOW_SECONDS);
    }

    @Override
    public Response error(int status, String message) {
        return Envelope.failure(status, status, message, List.of());
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
