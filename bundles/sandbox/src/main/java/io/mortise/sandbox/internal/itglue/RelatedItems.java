package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.ArrayList;
import java.util.List;

/** Links between any two records, made and removed below one of them; they are read by include only. */
final class RelatedItems {
    private static final String TYPE = "related-items";
    private static final String PATH = "/{resource_type}/{resource_id}/relationships/related_items";

    private final Store store;
    private final Below below;
    private final RelatedViews views;

    RelatedItems(Store store, Callers callers) {
        this.store = store;
        this.below = new Below(store, callers);
        this.views = new RelatedViews(store);
    }

    void addTo(Router routes) {
        routes.write("POST", PATH, Resources.guarded(this::create));
        routes.write("PATCH", PATH + "/{id}", Resources.guarded(this::update));
        routes.write("DELETE", PATH, Resources.guarded(this::delete));
    }

    static boolean leadsTo(Row item, String type, String id) {
        return item.text("destination-type").equals(type)
                && item.text("destination-id").equals(id);
    }

    private Below.Parent parent(Request request) {
        return below.parent(request, Kind::takesRelatedItems);
    }

    private Response create(Request request) {
        Below.Parent parent = parent(request);
        parent.reach().mustChange(parent.type(), parent.row(), Json.object());
        List<Row> made = new ArrayList<>();
        for (ObjectNode attributes : Bodies.attributesOfAll(request)) {
            made.add(create(parent, attributes));
        }
        return answer(201, made, request, Bodies.isArray(request));
    }

    private Row create(Below.Parent parent, ObjectNode attributes) {
        Kind kind = Kind.ofDisplay(Row.text(attributes, "destination-type"))
                .orElseThrow(
                        () -> Refusal.unprocessable("is not included in the list", Values.pointer("destination-type")));
        String id = Row.text(attributes, "destination-id");
        Row end = store.table(kind.table())
                .find(id)
                .orElseThrow(() -> Refusal.unprocessable("must exist", Values.pointer("destination")));
        parent.reach().mustSee(kind.table(), end);
        if (linked(parent, kind.table(), id)) {
            throw Refusal.unprocessable("has already been taken", Values.pointer("destination"));
        }
        ObjectNode item = Json.object().put("resource-type", parent.type());
        item.put("resource-id", parent.row().id());
        item.put("destination-type", kind.table()).put("destination-id", id);
        item.put("notes", attributes.hasNonNull("notes") ? Row.text(attributes, "notes") : null);
        return store.insert(
                TYPE,
                item.put(
                        "via-copilot",
                        Filters.truth(attributes.path("via-copilot").asText())));
    }

    private boolean linked(Below.Parent parent, String type, String id) {
        String from = parent.row().id();
        return store.table(TYPE).stream()
                .anyMatch(item -> Owners.hangsOn(item, parent.type(), from) && leadsTo(item, type, id)
                        || Guesses.RELATED_ITEMS_HAVE_NO_DIRECTION
                                && Owners.hangsOn(item, type, id)
                                && leadsTo(item, parent.type(), from));
    }

    private Response update(Request request) {
        Below.Parent parent = parent(request);
        parent.reach().mustChange(parent.type(), parent.row(), Json.object());
        Row item = item(parent, request.var("id"));
        ObjectNode attributes = Bodies.attributesOfOne(request);
        ObjectNode notes = Json.object().put("notes", Row.text(attributes, "notes"));
        return answer(200, List.of(store.update(TYPE, item, notes)), request, false);
    }

    private Response delete(Request request) {
        Below.Parent parent = parent(request);
        parent.reach().mustDelete(parent.type(), parent.row());
        List<Row> doomed = Bodies.attributesOfAll(request).stream()
                .map(attributes -> item(parent, Bodies.idOf(attributes)))
                .toList();
        Response response = answer(200, doomed, request, true);
        doomed.forEach(item -> store.delete(TYPE, item.id()));
        return response;
    }

    private Row item(Below.Parent parent, String id) {
        String at = parent.row().id();
        return store.table(TYPE)
                .find(id)
                .filter(item -> Owners.hangsOn(item, parent.type(), at) || leadsTo(item, parent.type(), at))
                .orElseThrow(Refusal::notFound);
    }

    private Response answer(int status, List<Row> items, Request request, boolean array) {
        List<ObjectNode> resources = items.stream()
                .map(item -> views.fromSource(item, request.site()))
                .toList();
        ObjectNode document = Json.object();
        document.set("data", array ? Json.array(resources.stream()) : resources.get(0));
        return Response.json(status, Documents.TYPE, document);
    }
}
