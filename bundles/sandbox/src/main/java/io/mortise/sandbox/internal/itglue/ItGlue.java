package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.BadRequest;
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

/** IT Glue's public REST API with an API key. */
public final class ItGlue implements Vendor {
    /** The only API key that this IT Glue knows. */
    public static final String KEY = "ITG.sandbox";

    private static final Set<String> BODIES = Set.of(Documents.TYPE, "multipart/form-data");
    private static final int CALLS = 3000;
    private static final int WINDOW_SECONDS = 300;

    private final Store store;
    private final Catalog catalog = new Catalog();
    private final Router routes = new Router();
    private final Writes writes;

    public ItGlue(Store store, World world) {
        this.store = store;
        this.writes = new Writes(store, catalog);
        new ItGlueSeed(store, catalog, world).plant();
        Resources resources = new Resources(store, catalog, writes);
        for (Spec spec : catalog.all().values()) {
            if (!spec.type().equals("configuration-interfaces")) {
                resources.addTo(routes, spec);
            }
        }
        new Interfaces(store, catalog, resources).addTo(routes);
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
        if (!request.header("x-api-key").orElse("").equals(KEY)) {
            return Optional.of(gateway(403, "Forbidden"));
        }
        if (request.body().length > 0 && !BODIES.contains(request.mediaType())) {
            return Optional.of(Documents.error(415, "Unsupported Media Type", null, null));
        }
        return Optional.empty();
    }

    private static Response gateway(int status, String message) {
        return Response.json(status, "application/json", Json.object().put("message", message));
    }

    @Override
    public Budget budget(Request request, Optional<Route> route) {
        return new Budget(KEY, CALLS, WINDOW_SECONDS);
    }

    @Override
    public Response error(int status, String message) {
        return switch (status) {
            case 429, 500 -> gateway(status, message);
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
                    Row row = writes.create(catalog.get(type), fields);
                    return writes.updateByPerson(catalog.get(type), row, fields);
                });
            }

            @Override
            public Row change(String type, Row row, ObjectNode changes) {
                return readable(() -> writes.updateByPerson(catalog.get(type), row, changes));
            }

            @Override
            public void delete(String type, Row row) {
                writes.delete(catalog.get(type), row);
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
