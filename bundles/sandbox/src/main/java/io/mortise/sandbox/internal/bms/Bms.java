package io.mortise.sandbox.internal.bms;

import io.mortise.sandbox.internal.http.Person;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Route;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.http.Vendor;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kaseya BMS, REST API v2. */
public final class Bms implements Vendor {
    private static final int CALLS = 1500;
    private static final int WINDOW_SECONDS = 3600;
    private static final String OPEN = "/v2/security/";
    private static final Map<String, String> PAGES = Map.of(
            "accounts", "/app/crm/accounts/",
            "locations", "/app/crm/locations/",
            "contacts", "/app/crm/contacts/",
            "hardwareassets", "/app/servicedesk/hardwareassets/");

    private final Store store;
    private final Router routes = new Router();
    private final Tokens tokens;
    private final Person person;

    public Bms(Store store, World world) {
        this.store = store;
        this.tokens = new Tokens(store);
        Views views = new Views(store);
        Records records = new Records(store);
        new BmsSeed(store, world).plant();
        Accounts accounts = new Accounts(store, views, records);
        Contacts contacts = new Contacts(store, views, records);
        Assets assets = new Assets(store, views, records);
        this.person = new BmsPerson(store, accounts, contacts, assets, records);
        accounts.addTo(routes);
        contacts.addTo(routes);
        assets.addTo(routes);
        new Lookups(store).addTo(routes);
        routes.call("POST", OPEN + "authenticate", tokens::authenticate);
        routes.call("POST", OPEN + "refreshtoken", tokens::renew);
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

    /** A missing or expired token is a 401 with an empty body. */
    @Override
    public Optional<Response> unknownCaller(Request request, Optional<Route> route) {
        boolean login = route.map(found ->
                        found.method().equals("POST") && found.template().startsWith(OPEN))
                .orElse(false);
        if (login || tokens.known(request)) {
            return Optional.empty();
        }
        return Optional.of(Response.empty(401).header("WWW-Authenticate", "Bearer"));
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
    public Optional<PageRef> page(Request request) {
        String path = request.path();
        int cut = path.lastIndexOf('/') + 1;
        return PAGES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(path.substring(0, cut)))
                .map(entry -> new PageRef(entry.getKey(), path.substring(cut)))
                .findFirst();
    }

    @Override
    public Optional<String> pagePath(String type, String id) {
        return Optional.ofNullable(PAGES.get(type)).map(path -> path + id);
    }
}
