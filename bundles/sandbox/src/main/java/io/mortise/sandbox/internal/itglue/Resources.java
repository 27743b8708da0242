package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Handler;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The routes that all resources share: list, show, create, update, bulk update, delete, flat and nested. */
final class Resources {
    private final Store store;
    private final Callers callers;
    private final Documents documents;
    private final Lists lists;
    private final Includes includes;
    private final Writes writes;
    private final ActivityLog log;

    Resources(Store store, Catalog catalog, Writes writes, Callers callers, ActivityLog log) {
        Attributes attributes = new Attributes(store);
        this.store = store;
        this.writes = writes;
        this.callers = callers;
        this.log = log;
        this.includes = new Includes(new Linked(store, catalog), callers);
        this.documents = new Documents(attributes, includes, callers);
        this.lists = new Lists(store, log, attributes);
    }

    Documents documents() {
        return documents;
    }

    void addTo(Router routes, Spec spec) {
        for (Op op : spec.flat()) {
            add(routes, op, "/" + spec.path(), spec, Nest.NONE);
        }
        spec.below().forEach((parents, ops) -> {
            Nest nest = Nest.of(parents);
            for (Op op : ops) {
                add(routes, op, nest.path(spec), spec, nest);
            }
        });
    }

    private void add(Router routes, Op op, String path, Spec spec, Nest nest) {
        String one = path + "/{id}";
        switch (op) {
            case LIST -> routes.read(path, on(op, spec, nest, request -> list(spec, request, nest.scope(request))));
            case SHOW -> routes.read(one, on(op, spec, nest, request -> show(spec, request, nest)));
            case CREATE -> routes.write("POST", path, on(op, spec, nest, request -> create(spec, request, nest)));
            case UPDATE -> routes.write("PATCH", one, on(op, spec, nest, request -> update(spec, request, nest)));
            case UPDATE_MANY -> routes.write("PATCH", path, on(op, spec, nest, request -> updateMany(spec, request)));
            case DELETE -> routes.write("DELETE", one, on(op, spec, nest, request -> delete(spec, request, nest)));
            case DELETE_MANY ->
                routes.write("DELETE", path, on(op, spec, nest, request -> deleteMany(spec, request, nest)));
        }
    }

    private Handler on(Op op, Spec spec, Nest nest, Handler handler) {
        return guarded(request -> {
            Reach reach = callers.reach(request);
            if (spec.userOnly().contains(op) && !reach.caller().isUser()) {
                throw Refusal.forUsersOnly();
            }
            nest.mustExist(store, reach, request);
            return handler.handle(request);
        });
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

    Response list(Spec spec, Request request, Predicate<Row> scope) {
        List<String> include = includes.asked(spec, request, false);
        Reach reach = callers.reach(request);
        List<Row> found = lists.find(spec, request, row -> scope.test(row) && reach.sees(spec.type(), row));
        return documents.page(spec, Paging.of(request), found, request, include);
    }

    private Row row(Spec spec, String id) {
        return store.table(spec.type()).find(id).orElseThrow(Refusal::notFound);
    }

    private Row scoped(Spec spec, Request request, Nest nest) {
        Row row = row(spec, request.var("id"));
        if (!nest.scope(request).test(row)) {
            throw Refusal.notFound();
        }
        return row;
    }

    private Response show(Spec spec, Request request, Nest nest) {
        Row row = scoped(spec, request, nest);
        Reach reach = callers.reach(request);
        reach.mustSee(spec.type(), row);
        Response response = documents.show(spec, row, request, includes.asked(spec, request, true));
        if (spec.type().equals("passwords") && Secrets.asked(request, true)) {
            log.note(reach.caller(), "view", spec, row, request);
        }
        return response;
    }

    private Response create(Spec spec, Request request, Nest nest) {
        if (nest == Nest.NONE && Bodies.isArray(request)) {
            throw new Refusal(400, "Bulk create needs the nested path", null, null);
        }
        Reach reach = callers.reach(request);
        List<Row> made = each(request, attributes -> {
            nest.place(attributes, request);
            reach.mustCreate(spec.type(), attributes);
            return writes.create(spec.type(), attributes, reach.caller());
        });
        made.forEach(row -> log.note(reach.caller(), "create", spec, row, request));
        return Bodies.isArray(request)
                ? documents.many(201, spec, made, request)
                : documents.one(201, spec, made.get(0), request);
    }

    private Response update(Spec spec, Request request, Nest nest) {
        refuseRelationships(request);
        Row row = change(spec, scoped(spec, request, nest), Bodies.attributesOfOne(request), request);
        return documents.one(200, spec, row, request);
    }

    private Row change(Spec spec, Row row, ObjectNode attributes, Request request) {
        Reach reach = callers.reach(request);
        reach.mustChange(spec.type(), row, attributes);
        Row changed = writes.updateByApi(spec, row, attributes, reach.caller());
        log.note(reach.caller(), "update", spec, changed, request);
        return changed;
    }

    private Response updateMany(Spec spec, Request request) {
        refuseRelationships(request);
        List<Row> changed =
                each(request, attributes -> change(spec, row(spec, Bodies.idOf(attributes)), attributes, request));
        return documents.many(200, spec, changed, request);
    }

    /** All items or none; every refused one gets an error entry of its own. */
    private static List<Row> each(Request request, Function<ObjectNode, Row> write) {
        List<Row> rows = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (ObjectNode attributes : Bodies.attributesOfAll(request)) {
            try {
                rows.add(write.apply(attributes));
            } catch (Refusal refusal) {
                refusals.add(refusal);
            }
        }
        if (!refusals.isEmpty()) {
            throw Refusal.of(refusals);
        }
        return rows;
    }

    private static void refuseRelationships(Request request) {
        if (Bodies.hasRelationships(request)) {
            throw Refusal.unprocessable("Relationships are not permitted in PUT/PATCH", "/data/relationships");
        }
    }

    private Response delete(Spec spec, Request request, Nest nest) {
        delete(spec, scoped(spec, request, nest), request);
        return Response.empty(204);
    }

    private void delete(Spec spec, Row row, Request request) {
        Reach reach = callers.reach(request);
        reach.mustDelete(spec.type(), row);
        writes.deleteByApi(spec, row);
        log.note(reach.caller(), "delete", spec, row, request);
    }

    private Response deleteMany(Spec spec, Request request, Nest nest) {
        List<Row> doomed = (request.body().length == 0 ? doomedByFilter(spec, request) : doomedByBody(spec, request))
                .stream().filter(nest.scope(request)).toList();
        Response response = documents.many(200, spec, doomed, request);
        doomed.forEach(row -> delete(spec, row, request));
        return response;
    }

    private List<Row> doomedByBody(Spec spec, Request request) {
        boolean both = lists.isFiltered(request);
        if (both) {
            throw new Refusal(400, "data and filter exclude each other", null, null);
        }
        return Bodies.attributesOfAll(request).stream()
                .map(attributes -> row(spec, Bodies.idOf(attributes)))
                .toList();
    }

    private List<Row> doomedByFilter(Spec spec, Request request) {
        if (!lists.isFiltered(request)) {
            throw Refusal.missingParameter("data");
        }
        boolean narrow =
                lists.isFiltered(request, "organization-id") && lists.isFiltered(request, "flexible-asset-type-id");
        if (spec.type().equals("flexible-assets") && !narrow) {
            throw Refusal.missingParameter("organization_id, flexible_asset_type_id");
        }
        Reach reach = callers.reach(request);
        return lists.find(spec, request, row -> reach.sees(spec.type(), row));
    }
}
