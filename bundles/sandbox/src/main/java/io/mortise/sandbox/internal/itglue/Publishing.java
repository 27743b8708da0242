package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;

/** Turns the draft of a document into its published text. */
final class Publishing {
    private final Store store;
    private final Spec spec;
    private final Callers callers;
    private final Resources resources;

    Publishing(Store store, Spec spec, Callers callers, Resources resources) {
        this.store = store;
        this.spec = spec;
        this.callers = callers;
        this.resources = resources;
    }

    void addTo(Router routes) {
        routes.write("PATCH", "/documents/{id}/publish", Resources.guarded(this::publish));
        routes.write(
                "PATCH",
                "/organizations/{organization_id}/relationships/documents/{id}/publish",
                Resources.guarded(this::publish));
    }

    private Response publish(Request request) {
        Row row = store.table(spec.type()).find(request.var("id")).orElseThrow(Refusal::notFound);
        callers.reach(request).mustChange(spec.type(), row, Json.object());
        ObjectNode published = Json.object().put("published", true).put("draft", false);
        Row changed = store.update(spec.type(), row, published.put("published-at", Attributes.time(store.now())));
        return resources.documents().one(200, spec, changed, request);
    }
}
