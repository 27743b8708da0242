package io.mortise.sandbox.internal.vsa;

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

/** Kaseya VSA 9, REST API v1.0. */
public final class Vsa implements Vendor {
    private static final String BASE = "/api/v1.0";
    private static final Map<String, String> PAGES =
            Map.of("agents", "/app/agents/", "assets", "/app/assets/", "orgs", "/app/orgs/");

    private final Store store;
    private final Router routes = new Router();
    private final Sessions sessions;
    private final Access access;
    private final Person person;

    public Vsa(Store store, World world) {
        this.store = store;
        this.sessions = new Sessions(store);
        this.access = new Access(store, sessions);
        Views views = new Views(store);
        Orgs orgs = new Orgs(store, views, access);
        Agents agents = new Agents(store, views, access);
        new VsaSeed(store, world).plant();
        new VsaPeopleSeed(store, world).plant();
        new VsaUsersSeed(store).plant();
        this.person = new VsaPerson(store, orgs, agents);
        new Alarms(store, views, access, sessions).addTo(routes, BASE);
        new Messages(store).addTo(routes, BASE);
        new CustomFields(store, agents).addTo(routes, BASE);
        new Rights(store).addTo(routes, BASE);
        new Users(store, sessions).addTo(routes, BASE);
        new AuditDetails(store, agents).addTo(routes, BASE);
        new AgentNotes(store, agents).addTo(routes, BASE);
        new AgentLogs(store, agents).addTo(routes, BASE);
        new Departments(store, access).addTo(routes, BASE);
        new StaffMembers(store, access).addTo(routes, BASE);
        orgs.addTo(routes, BASE);
        agents.addTo(routes, BASE);
        routes.read(BASE + "/auth", sessions::login);
        routes.read(BASE + "/authx", sessions::login);
    }

    @Override
    public String title() {
        return "Kaseya VSA";
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
        boolean login =
                route.map(found -> found.template().startsWith(BASE + "/auth")).orElse(false);
        return login ? Optional.empty() : access.refusal(request);
    }

    /** No limit is published. */
    @Override
    public Budget budget(Request request, Optional<Route> route) {
        return new Budget("all", Integer.MAX_VALUE, 1);
    }

    @Override
    public Response error(int status, String message) {
        return Envelope.error(status, status, message, message);
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
