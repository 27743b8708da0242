package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;

/** The tenant's own fields on tickets. A list of tickets has them as a string, a single ticket not at all. */
final class CustomFields {
    private static final String TABLE = "customfields";

    private final Office office;
    private final Store store;
    private final TicketWriter writer;

    CustomFields(Office office, TicketWriter writer) {
        this.office = office;
        this.store = office.store();
        this.writer = writer;
    }

    void addTo(Router routes) {
        routes.read("/v2/system/customFields/{moduleId}", office.answered(this::definitions));
        routes.read("/v2/system/customFields/{moduleId}/{objectId}", office.answered(this::values));
        routes.write(
                "PUT",
                "/v2/system/customFields/data/{moduleId}/{objectId}/{customFieldId}",
                office.answered(this::write));
    }

    private static void module(Request request) {
        if (!request.var("moduleId").equals(Guesses.TICKET_MODULE)) {
            throw Refusal.unknown("Module", request.var("moduleId"));
        }
    }

    private Row ticket(Request request) {
        module(request);
        return office.ticket(request, request.var("objectId"));
    }

    private Response definitions(Request request) {
        module(request);
        boolean inactiveToo =
                Boolean.parseBoolean(request.query().anyCase("withInactive").orElse("false"));
        return Envelope.list(Json.array(store.table(TABLE).stream()
                .filter(row -> inactiveToo || row.flag("isActive"))
                .map(CustomFields::definition)));
    }

    private static ObjectNode definition(Row row) {
        ObjectNode view = Json.object();
        view.set("id", Sheet.id(row.id()));
        view.put("name", row.text("name")).put("dataType", row.get("dataType").asInt());
        view.put("isRequired", row.flag("isRequired")).putNull("errorMessage").put("isActive", row.flag("isActive"));
        ArrayNode settings = view.putArray("settings");
        int number = 1;
        for (JsonNode option : row.get("options")) {
            settings.addObject()
                    .put("id", Integer.parseInt(row.id()) * 10 + number++)
                    .put("name", option.asText())
                    .put("isActive", true);
        }
        return view;
    }

    private Response values(Request request) {
        Row ticket = ticket(request);
        return Envelope.list(Json.array(store.table(TABLE).stream()
                .filter(field -> field.flag("isActive"))
                .map(field -> value(field, ticket))));
    }

    private static ObjectNode value(Row field, Row ticket) {
        JsonNode data = ticket.get("custom").path(field.id());
        ObjectNode view = Json.object();
        view.set("id", Sheet.id(field.id()));
        view.put("name", field.text("name")).put("data", data.isTextual() ? data.asText() : null);
        view.put("settingsId", 0).put("customFieldType", field.get("dataType").asInt());
        view.set("customFieldId", Sheet.id(field.id()));
        return view;
    }

    private Response write(Request request) {
        Row ticket = Office.open(ticket(request));
        Row field = office.records().find(TABLE, "Custom field", request.var("customFieldId"));
        String value = Row.text(Fields.read(request.jsonObject(), List.of("value")), "value");
        check(field, value);
        ObjectNode custom = Json.object();
        custom.setAll(ticket.get("custom") instanceof ObjectNode old ? old : Json.object());
        int user = office.caller(request).id();
        Row changed = writer.change(ticket, Json.object().set("custom", custom.put(field.id(), value)), user);
        ObjectNode view = Json.object();
        view.set("id", Sheet.id(field.id()));
        view.put("createdBy", user).put("createdOn", ticket.createdAt().toString());
        view.put("modifiedBy", user).put("modifiedOn", changed.updatedAt().toString());
        view.put("value", value).set("entityId", Sheet.id(ticket.id()));
        view.put("customFieldName", field.text("name")).set("customFieldId", Sheet.id(field.id()));
        view.put("moduleName", "Tickets").put("moduleId", Integer.parseInt(Guesses.TICKET_MODULE));
        return Envelope.result(view);
    }

    private static void check(Row field, String value) {
        boolean option = field.get("options").isMissingNode() || value.isEmpty();
        for (JsonNode each : field.get("options")) {
            option |= each.asText().equals(value);
        }
        if (!option) {
            throw Refusal.invalid("'" + value + "' is no option of " + field.text("name") + ".");
        }
    }
}
