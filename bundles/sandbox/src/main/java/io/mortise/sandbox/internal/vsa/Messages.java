package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;

/** Notifications and the info center that shows them, e-mails sent, and alerts raised, whose payloads are unknown. */
final class Messages {
    private final Store store;

    Messages(Store store) {
        this.store = store;
    }

    void addTo(Router routes, String base) {
        String center = base + "/infocenter/messages";
        routes.write("POST", base + "/notification", Refusal.answered(this::notify));
        routes.read(
                center,
                Refusal.answered(
                        r -> Pages.of(r, store.table("messages").stream().map(Messages::view))));
        routes.write("PUT", center + "/{isRead}", Refusal.answered(this::mark));
        routes.write("DELETE", center + "/{message}", Refusal.answered(this::delete));
        routes.write("POST", base + "/email", Refusal.answered(this::email));
        String automation = base + "/automation";
        routes.write("POST", automation + "/agentalerts/{alert}", Refusal.answered(r -> raise(r, "agent")));
        routes.write("POST", automation + "/systemalerts/{alert}", Refusal.answered(r -> raise(r, "system")));
        routes.read(automation + "/alertdefinitions", Refusal.answered(r -> Envelope.page(Json.array(), 0)));
    }

    private Response notify(Request request) {
        ObjectNode body = request.jsonObject();
        if (Row.text(body, "Title").isBlank()) {
            throw new Refusal(400, "The Title field is required.");
        }
        store.insert("messages", body.retain("Title", "Body").put("IsRead", false));
        return Envelope.done();
    }

    private static ObjectNode view(Row row) {
        ObjectNode view = Json.object().put("MessageId", row.id()).put("Title", row.text("Title"));
        view.put("Body", row.text("Body")).put("IsRead", row.flag("IsRead"));
        return view.put("CreatedDate", row.createdAt().toString());
    }

    private Response mark(Request request) {
        ObjectNode change = Json.object().put("IsRead", Boolean.parseBoolean(request.var("isRead")));
        for (JsonNode id : request.json()) {
            Row message = store.table("messages").find(id.asText()).orElseThrow(() -> Refusal.unknown("Message"));
            store.update("messages", message, change);
        }
        return Envelope.done();
    }

    private Response delete(Request request) {
        if (store.table("messages").find(request.var("message")).isEmpty()) {
            throw Refusal.unknown("Message");
        }
        store.delete("messages", request.var("message"));
        return Response.empty(204);
    }

    private Response email(Request request) {
        ObjectNode body = request.jsonObject();
        for (String name : new String[] {"ToAddress", "Subject", "UniqueTag"}) {
            if (Row.text(body, name).isBlank()) {
                throw new Refusal(400, "The " + name + " field is required.");
            }
        }
        store.insert("emails", body);
        return Envelope.done();
    }

    /** Kept as it came, so that a test can see it. */
    private Response raise(Request request, String kind) {
        ObjectNode alert = Json.object().put("Kind", kind).put("Alert", request.var("alert"));
        alert.set("Payload", request.body().length == 0 ? null : request.json());
        store.insert("alerts", alert);
        return Envelope.done();
    }
}
