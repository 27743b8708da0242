package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Handler;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The routes that all resources share: list, show, create, update, bulk update, bulk delete, flat and nested. */
final class Resources {
    private static final String NESTED = "/organizations/{organization_id}/relationships/";

    private final Store store;
    private final Documents documents;
    private final Filters filters;
    private final Sorting sorting;
    private final Includes includes;
    private final Writes writes;

    Resources(Store store, Catalog catalog, Writes writes) {
        Attributes attributes = new Attributes(store);
        this.store = store;
        this.writes = writes;
        this.filters = new Filters(attributes);
        this.sorting = new Sorting(attributes);
        this.includes = new Includes(store, catalog);
        this.documents = new Documents(attributes, includes);
    }

    void addTo(Router routes, Spec spec) {
        String flat = "/" + spec.path();
        routes.read(flat, guarded(request -> list(spec, request, row -> true)));
        routes.read(flat + "/{id}", guarded(request -> show(spec, request)));
        if (spec.ofOrganization()) {
            addNested(routes, spec);
        }
        if (spec.readOnly()) {
            return;
        }
        if (!spec.type().equals("users")) {
            routes.write("POST", flat, guarded(request -> create(spec, request)));
        }
        routes.write("PATCH", flat + "/{id}", guarded(request -> update(spec, request)));
        if (spec.deletable()) {
            routes.write("PATCH", flat, guarded(request -> updateMany(spec, request)));
            routes.write("DELETE", flat, guarded(request -> deleteMany(spec, request, row -> true)));
        }
    }

    private void addNested(Router routes, Spec spec) {
        String nested = NESTED + spec.path();
        routes.read(nested, guarded(request -> inOrganization(request, row -> list(spec, request, below(request)))));
        routes.read(nested + "/{id}", guarded(request -> show(spec, request)));
        routes.write("POST", nested, guarded(request -> inOrganization(request, row -> createMany(spec, request))));
        routes.write("PATCH", nested + "/{id}", guarded(request -> update(spec, request)));
        routes.write("DELETE", nested, guarded(request -> deleteMany(spec, request, below(request))));
    }

    /** Turns a refusal into its answer; the server then takes every change of the request back. */
    static Handler guarded(Handler handler) {
        return request -> {
            try {
                return handler.handle(request);
            } catch (Refusal refusal) {
                return refusal.response();
            }
        };
    }

    private static Predicate<Row> below(Request request) {
        return row -> row.text("organization-id").equals(request.var("organization_id"));
    }

    private Response inOrganization(Request request, Function<Row, Response> action) {
        return store.table("organizations")
                .find(request.var("organization_id"))
                .map(action)
                .orElseThrow(Refusal::notFound);
    }

    Response list(Spec spec, Request request, Predicate<Row> scope) {
        List<String> include = includes.asked(spec, request);
        List<Row> found = store.table(spec.type()).stream()
                .filter(scope)
                .filter(filters.of(spec, request))
                .sorted(sorting.of(spec, request))
                .toList();
        return documents.page(spec, Paging.of(request), found, request, include);
    }

    private Row row(Spec spec, String id) {
        return store.table(spec.type()).find(id).orElseThrow(Refusal::notFound);
    }

    private Row scoped(Spec spec, Request request) {
        Row row = row(spec, request.var("id"));
        boolean nested = request.vars().containsKey("organization_id");
        if (nested && !below(request).test(row)) {
            throw Refusal.notFound();
        }
        return row;
    }

    Response show(Spec spec, Request request) {
        return documents.show(spec, scoped(spec, request), request, includes.asked(spec, request));
    }

    Response create(Spec spec, Request request) {
        if (Bodies.isArray(request)) {
            throw new Refusal(400, "Bulk create needs the nested path", null, null);
        }
        Row row = writes.create(spec, Bodies.attributesOfOne(request));
        return documents.one(201, spec, row, request);
    }

    private Response createMany(Spec spec, Request request) {
        List<Row> made = new ArrayList<>();
        for (ObjectNode attributes : Bodies.attributesOfAll(request)) {
            attributes.set("organization-id", Json.value(Long.valueOf(request.var("organization_id"))));
            made.add(writes.create(spec, attributes));
        }
        return Bodies.isArray(request)
                ? documents.many(201, spec, made, request)
                : documents.one(201, spec, made.get(0), request);
    }

    Response update(Spec spec, Request request) {
        refuseRelationships(request);
        Row row = writes.updateByApi(spec, scoped(spec, request), Bodies.attributesOfOne(request));
        return documents.one(200, spec, row, request);
    }

    private Response updateMany(Spec spec, Request request) {
        refuseRelationships(request);
        List<Row> changed = new ArrayList<>();
        for (ObjectNode attributes : Bodies.attributesOfAll(request)) {
            changed.add(writes.updateByApi(spec, row(spec, Bodies.idOf(attributes)), attributes));
        }
        return documents.many(200, spec, changed, request);
    }

    private static void refuseRelationships(Request request) {
        if (Bodies.hasRelationships(request)) {
            throw Refusal.unprocessable("Relationships are not permitted in PUT/PATCH", "/data/relationships");
        }
    }

    private Response deleteMany(Spec spec, Request request, Predicate<Row> scope) {
        List<Row> doomed = request.body().length == 0 ? doomedByFilter(spec, request) : doomedByBody(spec, request);
        List<Row> inScope = doomed.stream().filter(scope).toList();
        inScope.forEach(row -> writes.delete(spec, row));
        return documents.many(200, spec, inScope, request);
    }

    private List<Row> doomedByBody(Spec spec, Request request) {
        return Bodies.attributesOfAll(request).stream()
                .map(attributes -> row(spec, Bodies.idOf(attributes)))
                .toList();
    }

    private List<Row> doomedByFilter(Spec spec, Request request) {
        boolean filtered = request.query().values().keySet().stream().anyMatch(name -> name.startsWith("filter["));
        if (!filtered) {
            throw new Refusal(400, "param is missing or the value is empty: data", null, null);
        }
        return store.table(spec.type()).stream()
                .filter(filters.of(spec, request))
                .toList();
    }
}
