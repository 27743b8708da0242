package io.mortise.sandbox.internal.continuum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;

/** Tickets with owner and number. */
final class Tickets {
    private final Store store;
    private final TicketViews views;
    private final TicketBodies bodies;
    private final TicketFilter filter;

    Tickets(Store store, TicketViews views) {
        this.store = store;
        this.views = views;
        this.bodies = new TicketBodies(store);
        this.filter = new TicketFilter(store);
    }

    void addTo(Router routes) {
        String root = Continuum.V2 + "/service/ticketing/tickets";
        routes.read(root, Refusal.listed(this::list));
        routes.write("POST", root, Refusal.listed(this::create));
        routes.read(root + "/{ticket}", Refusal.listed(r -> Answers.ok(views.ticket(find(r)))));
        routes.write("PUT", root + "/{ticket}", Refusal.listed(this::put));
        routes.write("PATCH", root + "/{ticket}", Refusal.listed(this::patch));
    }

    Row find(Request request) {
        return Guid.id("tickets", request.var("ticket"))
                .flatMap(store.table("tickets")::find)
                .orElseThrow(() -> Refusal.unknown("ticket"));
    }

    private Response list(Request request) {
        int size = Endpoints.number(request, "pageSize", 0);
        int page = Endpoints.number(request, "pageNum", 0);
        if (size > 0 != page > 0) {
            throw new Refusal(400, "pageSize and pageNum must be sent together");
        }
        List<Row> found = store.table("tickets").stream()
                .filter(filter.of(request))
                .sorted(TicketOrder.of(request))
                .toList();
        List<Row> shown = size == 0
                ? found
                : found.stream().skip((page - 1L) * size).limit(size).toList();
        ObjectNode body = Json.object();
        body.set("tickets", Json.array(shown.stream().map(views::ticket)));
        // Behind the last page the vendor counts nothing at all.
        return Answers.ok(body.put("totalCount", shown.isEmpty() ? 0 : found.size()))
                .asPage("tickets");
    }

    private Response create(Request request) {
        return Answers.created(views.ticket(insert(bodies.whole(request.jsonObject()))));
    }

    /** With the next number. */
    Row insert(ObjectNode fields) {
        Row made = store.insert("tickets", fields);
        return store.update(
                "tickets", made, Json.object().put("number", made.id()).put("version", 1));
    }

    private Response put(Request request) {
        return changed(find(request), bodies.whole(request.jsonObject()));
    }

    private Response patch(Request request) {
        Row ticket = find(request);
        ObjectNode changes = Json.object();
        for (JsonNode operation : request.json()) {
            if (!Row.text(operation, "op").equals("replace")) {
                throw new Refusal(405, "Only replace operation is allowed");
            }
            changes.set(Row.text(operation, "path").replaceFirst("^/", ""), operation.get("value"));
        }
        return changed(ticket, bodies.part(changes));
    }

    private Response changed(Row ticket, ObjectNode changes) {
        changes.put("version", ticket.get("version").asInt(1) + 1);
        return Answers.ok(views.ticket(store.update("tickets", ticket, changes)));
    }
}
