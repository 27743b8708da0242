package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.BadRequest;
import io.mortise.sandbox.internal.http.FormData;
import io.mortise.sandbox.internal.http.Person;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Route;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.http.Vendor;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.World;
import java.util.Optional;
import java.util.Set;

/** IT Glue's public REST API, for keys and for users' tokens. */
public final class ItGlue implements Vendor {
    /** An API key with Password Access. */
    public static final String KEY = "ITG.sandbox";

    /** An API key that never reads a password's value. */
    public static final String KEY_WITHOUT_PASSWORDS = "ITG.sandbox-without-passwords";

    private static final Set<String> BODIES = Set.of(Documents.TYPE, FormData.MULTIPART);

    private final Store store;
    private final Catalog catalog = new Catalog();
    private final Router routes = new Router(Guesses.TOLERATED_PREFIX);
    private final Writes writes;
    private final Tokens tokens = new Tokens();
    private final SignIn signIn;
    private final Callers callers;

    public ItGlue(Store store, World world) {
        this.store = store;
        this.writes = new Writes(store, catalog);
        this.callers = new Callers(store, tokens);
        this.signIn = new SignIn(store, tokens);
        new ItGlueSeed(store, catalog, world).plant();
        new KnowledgeSeed(new Planter(store, catalog), world).plant();
        Resources resources = new Resources(store, catalog, writes, callers, new ActivityLog(store));
        catalog.all().values().forEach(spec -> resources.addTo(routes, spec));
        new RelatedItems(store, callers).addTo(routes);
        new Attachments(store, catalog.get("attachments"), callers, resources).addTo(routes);
        new Publishing(store, catalog.get("documents"), callers, resources).addTo(routes);
        signIn.addTo(routes);
    }

    /**
     * A token of the user with this e-mail address, as the user's own sign-in would give; empty for a stranger. Safe for
     * many threads.
     */
    public Optional<String> tokenOf(String email) {
        synchronized (store) {
            return signIn.user(email).map(user -> tokens.issue(user, store.now()));
        }
    }

    @Override
    public String title() {
        return "IT Glue";
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Router routes() {
        return routes;
    }

    /** A wrong key is turned away by a gateway, whose answer has no {@code errors}. */
    @Override
    public Optional<Response> unknownCaller(Request request, Optional<Route> route) {
        if (SignIn.isAt(request)) {
            return Optional.empty();
        }
        if (callers.find(request).isEmpty()) {
            return Optional.of(
                    Callers.bearsToken(request)
                            ? Documents.error(401, "Unauthorized", "Signature has expired or is not ours", null)
                            : gateway(403, "Forbidden"));
        }
        boolean plain = !Guesses.PLAIN_JSON_IS_REFUSED && request.mediaType().equals("application/json");
        if (request.body().length > 0 && !plain && !BODIES.contains(request.mediaType())) {
            return Optional.of(Documents.error(415, "Unsupported Media Type", null, null));
        }
        return Optional.empty();
    }

    private static Response gateway(int status, String message) {
        return Response.json(status, "application/json", Json.object().put("message", message));
    }

    @Override
    public Budget budget(Request request, Optional<Route> route) {
        return new Settings(store).budget(callers.find(request).map(Caller::id).orElse("sign-in"));
    }

    @Override
    public Response error(int status, String message) {
        return switch (status) {
            case 429, 500, 504 -> gateway(status, message);
            case 404 -> Documents.error(404, "Not Found", null, null);
            default -> Documents.error(status, message, null, null);
        };
    }

    @Override
    public Optional<PageRef> page(Request request) {
        return WebPaths.read(request.segments());
    }

    @Override
    public Optional<String> pagePath(String type, String id) {
        if (!WebPaths.known(type)) {
            return Optional.empty();
        }
        return Optional.of(
                store.table(type).find(id).map(row -> WebPaths.of(type, row)).orElse("/" + id));
    }

    @Override
    public Person person() {
        return new Person() {
            @Override
            public Set<String> fields(String type) {
                return catalog.get(type).stored();
            }

            @Override
            public Row create(String type, ObjectNode fields) {
                return readable(() -> {
                    Row row = writes.create(type, fields, Caller.PERSON);
                    return writes.updateByPerson(catalog.get(type), row, fields);
                });
            }

            @Override
            public Row change(String type, Row row, ObjectNode changes) {
                return readable(() -> writes.updateByPerson(catalog.get(type), row, changes));
            }

            @Override
            public void delete(String type, Row row) {
                new Deletes(store, catalog).delete(type, row);
            }
        };
    }

    private static Row readable(java.util.function.Supplier<Row> action) {
        try {
            return action.get();
        } catch (Refusal refusal) {
            throw new BadRequest(refusal.response().json().toString(), refusal);
        }
    }
}
