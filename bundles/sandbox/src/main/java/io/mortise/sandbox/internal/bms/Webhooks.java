package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The webhooks of the tenant and the log of their deliveries. */
final class Webhooks {
    static final String TABLE = "webhooks";
    private static final String ROOT = "/v2/admin/webhooks";
    private static final List<String> INPUT =
            Fields.names("name payloadURL isEnabled secret contentType sendAllEvents events");

    private final Office office;
    private final Store store;
    private final Deliveries deliveries;
    private final Jobs jobs;
    private final Sheet sheet;
    private final Sheet logRow;
    private final Sheet log;

    Webhooks(Office office, Deliveries deliveries, Jobs jobs) {
        this.office = office;
        this.store = office.store();
        this.deliveries = deliveries;
        this.jobs = jobs;
        Labels labels = office.labels()
                .with(
                        "hasSecret",
                        row -> Optional.of(Json.value(!row.text("secret").isEmpty())));
        this.sheet = new Sheet(
                labels,
                "id createdBy createdOn modifiedBy modifiedOn isEnabled=true payloadUrl name contentType=0 "
                        + "sendAllEvents=false events=[] hasSecret");
        Labels logs = labels.with("id", row -> Optional.of(row.get("logId")));
        String fields =
                " webhookId isReDelivered=false isDelivered=false deliveryDate createdOn createdBy=0 parentLogId";
        this.logRow = new Sheet(logs, "logId" + fields + " eventId=0");
        this.log = new Sheet(
                logs,
                "logId" + fields
                        + " requestHeader={} requestPayload responseStatusCode=0 responseHeaders={} responseBody");
    }

    /** One that is told of everything. */
    static void plant(Store store, URI address, String secret) {
        ObjectNode fields = Json.object().put("name", "Mortise").put("payloadUrl", address.toString());
        fields.put("secret", secret).put("isEnabled", true).put("sendAllEvents", true);
        fields.put("createdBy", Views.API_USER).put("modifiedBy", Views.API_USER);
        store.insert(TABLE, fields);
    }

    void addTo(Router routes) {
        routes.call("POST", ROOT + "/search", office.answered(this::search));
        routes.read(ROOT + "/{id}", office.answered(request -> Envelope.result(sheet.of(hook(request)))));
        routes.write("POST", ROOT, office.answered(this::create));
        routes.write("PUT", ROOT + "/{id}", office.answered(this::put));
        routes.write("DELETE", ROOT + "/{id}", office.answered(this::delete));
        routes.write("PATCH", ROOT, office.answered(this::patchMany));
        routes.write("DELETE", ROOT, office.answered(this::deleteMany));
        Sheet event = new Sheet(office.labels(), "id name categoryName categoryId");
        routes.read(
                ROOT + "/events/lookup",
                office.answered(request -> Envelope.list(
                        Json.array(store.table("webhookevents").stream().map(event::of)))));
        routes.call("POST", ROOT + "/{webhookId}/logs/search", office.answered(this::logs));
        routes.read(
                ROOT + "/logs/{logId}", office.answered(request -> Envelope.result(identified(log.of(log(request))))));
        routes.call("POST", ROOT + "/redeliver/{logId}", office.answered(this::redeliver));
    }

    private Row hook(Request request) {
        return office.records().find(TABLE, "Webhook", request.var("id"));
    }

    private Row log(Request request) {
        return store.table(Deliveries.TABLE).stream()
                .filter(row -> row.text("logId").equals(request.var("logId")))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("Delivery", request.var("logId")));
    }

    /** Deliveries are known by their GUID. */
    private static ObjectNode identified(ObjectNode view) {
        view.set("id", view.remove("logId"));
        return view;
    }

    private Response search(Request request) {
        return Selection.of(Criteria.search(request))
                .containing("PayloadUrl", row -> row.text("payloadUrl"))
                .containing("Name", row -> row.text("name"))
                .flag("IsEnabled", "isEnabled")
                .page(store.table(TABLE).stream(), sheet);
    }

    private ObjectNode read(Request request) {
        ObjectNode fields = Fields.read(request.jsonObject(), INPUT);
        JsonNode url = fields.remove("payloadURL");
        if (url == null || !url.asText().matches("https?://.+")) {
            throw Refusal.invalid("The PayloadURL field must be an address.");
        }
        fields.set("payloadUrl", url);
        fields.put("modifiedBy", office.caller(request).id());
        return fields;
    }

    private Response create(Request request) {
        ObjectNode fields = read(request);
        if (!fields.path("isEnabled").isBoolean()) {
            fields.put("isEnabled", true);
        }
        fields.put("createdBy", office.caller(request).id());
        return Envelope.result(sheet.of(store.insert(TABLE, fields)));
    }

    /** The secret is write-only: a PUT without one keeps it. */
    private Response put(Request request) {
        return Envelope.result(sheet.of(store.update(TABLE, hook(request), read(request))));
    }

    private Response delete(Request request) {
        store.delete(TABLE, hook(request).id());
        return Envelope.done();
    }

    private Response patchMany(Request request) {
        ObjectNode body = Fields.read(request.jsonObject(), Fields.names("targetedIds isEnabled"));
        boolean enabled = body.path("isEnabled").asBoolean(true);
        for (JsonNode id : body.path("targetedIds")) {
            Row hook = office.records().find(TABLE, "Webhook", id.asText());
            store.update(TABLE, hook, Json.object().put("isEnabled", enabled));
        }
        return Envelope.result(TextNode.valueOf(jobs.done("Update webhooks")));
    }

    private Response deleteMany(Request request) {
        for (JsonNode id : Fields.anyCase(request.jsonObject(), "targetedIds")) {
            store.delete(
                    TABLE, office.records().find(TABLE, "Webhook", id.asText()).id());
        }
        return Envelope.result(TextNode.valueOf(jobs.done("Delete webhooks")));
    }

    private Response logs(Request request) {
        Response response = Selection.of(Criteria.search(request))
                .keep(row -> row.text("webhookId").equals(request.var("webhookId")))
                .anyOf("Events", row -> row.text("eventId"))
                .anyOf("Id", row -> row.text("logId"))
                .page(store.table(Deliveries.TABLE).stream(), logRow);
        response.json().get("result").forEach(row -> identified((ObjectNode) row));
        return response;
    }

    private Response redeliver(Request request) {
        deliveries.again(log(request));
        return Envelope.result(TextNode.valueOf("Queued"));
    }
}
