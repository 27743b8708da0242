package io.mortise.sandbox.internal.continuum;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;

/** Notes on tickets. */
final class Notes {
    private final Store store;
    private final Tickets tickets;

    Notes(Store store, Tickets tickets) {
        this.store = store;
        this.tickets = tickets;
    }

    void addTo(Router routes) {
        String root = Continuum.V1 + "/service/ticketing/tickets/{ticket}/notes";
        routes.read(root, Refusal.listed(this::list));
        routes.write("POST", root, Refusal.listed(this::create));
        routes.read(root + "/{note}", Refusal.listed(r -> Answers.ok(view(find(r)))));
        routes.write("PUT", root + "/{note}", Refusal.listed(this::put));
    }

    private Response list(Request request) {
        String ticket = tickets.find(request).id();
        return Answers.list(Json.array(store.table("notes").stream()
                .filter(row -> row.text("ticket").equals(ticket))
                .map(Notes::view)));
    }

    private Row find(Request request) {
        String ticket = tickets.find(request).id();
        return Guid.id("notes", request.var("note"))
                .flatMap(store.table("notes")::find)
                .filter(row -> row.text("ticket").equals(ticket))
                .orElseThrow(() -> Refusal.unknown("note"));
    }

    private Response create(Request request) {
        ObjectNode fields = body(request).put("ticket", tickets.find(request).id());
        return Answers.created(view(store.insert("notes", fields.put("createdBy", "API"))));
    }

    private Response put(Request request) {
        return Answers.ok(view(store.update("notes", find(request), body(request))));
    }

    private static ObjectNode body(Request request) {
        ObjectNode body = request.jsonObject();
        if (Row.text(body, "detail").isBlank() || !body.path("visibility").isInt()) {
            throw new Refusal(400, "detail and visibility are required");
        }
        return body.retain("detail", "visibility");
    }

    private static ObjectNode view(Row row) {
        ObjectNode view = Json.object().put("id", Guid.of("notes", row.id()));
        view.put("ticketId", Guid.of("tickets", row.text("ticket"))).put("detail", row.text("detail"));
        view.put("visibility", row.get("visibility").asInt()).put("createdBy", row.text("createdBy"));
        return view.put("createdAt", row.createdAt().toString())
                .put("updatedAt", row.updatedAt().toString());
    }
}
