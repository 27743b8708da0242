package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tickets as lists, one by one, and written. */
final class Tickets {
    static final String TABLE = "tickets";
    static final String ROOT = "/v2/servicedesk/tickets";
    static final String ONE = ROOT + "/{ticketId}";

    /** What goes with a ticket. */
    static final List<String> CHILDREN =
            Fields.names("ticketnotes timelogs expenses checklistitems ticketlogs relatedtickets");

    private final Office office;
    private final Store store;
    private final TicketSheets sheets;
    private final TicketFilter filter;
    private final TicketInput input;
    private final TicketWriter writer;

    Tickets(Office office, TicketSheets sheets, TicketWriter writer) {
        this.office = office;
        this.store = office.store();
        this.sheets = sheets;
        this.filter = new TicketFilter(office);
        this.input = new TicketInput(store);
        this.writer = writer;
    }

    void addTo(Router routes) {
        for (String list : List.of("tickets", "queuetickets")) {
            routes.read("/v2/servicedesk/" + list, office.answered(request -> list(request, Criteria::of)));
            routes.call(
                    "POST",
                    "/v2/servicedesk/" + list + "/search",
                    office.answered(request -> list(request, Criteria::search)));
        }
        routes.read("/v2/servicedesk/mytickets", office.answered(request -> mine(request, Criteria.of(request))));
        routes.call(
                "POST",
                "/v2/servicedesk/mytickets/search",
                office.answered(request -> mine(request, Criteria.search(request))));
        routes.read(ROOT + "/count", office.answered(this::count));
        routes.read(ROOT + "/summary", office.answered(this::summary));
        routes.read(ROOT + "/searchselect", office.answered(this::select));
        routes.read(ONE, office.answered(request -> shown(office.ticket(request))));
        routes.write("POST", ROOT, office.answered(this::create));
        routes.write("PUT", ONE, office.answered(this::put));
        routes.write("PATCH", ONE, office.answered(this::patch));
        routes.write("DELETE", ONE, office.answered(this::delete));
        routes.read(
                "/v2/servicedesk/hardwareasset/{id}/tickets",
                office.answered(request -> about(request, "hardwareAssetId", request.var("id"))));
        routes.read(
                "/v2/servicedesk/vsaasset/{agentId}/tickets",
                office.answered(request -> about(request, "vsaAssetId", request.var("agentId"))));
    }

    Response shown(Row ticket) {
        return Envelope.result(sheets.full.of(ticket));
    }

    private Stream<Row> visible(Request request) {
        return store.table(TABLE).stream().filter(office.visible(office.caller(request)));
    }

    private Response list(Request request, Function<Request, Criteria> criteria) {
        return filter.of(criteria.apply(request)).page(visible(request), sheets.row);
    }

    private Response mine(Request request, Criteria criteria) {
        return filter.mine(criteria, office.caller(request)).page(visible(request), sheets.mine);
    }

    private Response about(Request request, String field, String id) {
        return Selection.of(Criteria.of(request))
                .keep(row -> row.text(field).equals(id))
                .list(visible(request), sheets.row);
    }

    private Response count(Request request) {
        Selection asked = filter.of(Criteria.plain(request));
        long count = visible(request).filter(asked.wanted()).count();
        return Envelope.result(Json.object().put("count", (int) count));
    }

    /** Here the ids of status and priority are text. */
    private Response summary(Request request) {
        Response response = filter.of(Criteria.of(request))
                .keep(row -> !excluded(request, "ExcludedIds", row))
                .list(visible(request), sheets.summary);
        response.json().get("result").forEach(row -> {
            for (String field : List.of("statusId", "priorityId")) {
                ((ObjectNode) row).set(field, TextNode.valueOf(row.get(field).asText()));
            }
        });
        return response;
    }

    private static boolean excluded(Request request, String filter, Row row) {
        String ids = Criteria.of(request).filter(filter).orElse("");
        return List.of(ids.split("\\s*,\\s*")).contains(row.id());
    }

    private Response select(Request request) {
        return filter.of(Criteria.of(request))
                .containing(
                        "QueueName", row -> sheets.row.value(row, "queueName").asText())
                .containing(
                        "StatusName", row -> sheets.row.value(row, "statusName").asText())
                .keep(row -> !excluded(request, "ExcludedId", row))
                .list(visible(request), sheets.select);
    }

    private Response create(Request request) {
        ObjectNode body = request.jsonObject();
        ObjectNode fields = input.checked(input.read(body), Json.object(), TicketInput.REQUIRED);
        fields.set("useDefaultContract", Fields.anyCase(body, "useDefaultContract"));
        Row ticket = writer.create(fields, office.caller(request).id());
        new AttachedFiles(office).adopt(Fields.anyCase(body, "tempAttachments"), ticket, null, request);
        return shown(ticket);
    }

    /** A PUT replaces all that its body can hold: what it leaves out is blanked. */
    private Response put(Request request) {
        Row ticket = office.openTicket(request);
        ObjectNode read = input.read(request.jsonObject());
        ObjectNode whole = Json.object();
        for (String name : TicketInput.NAMES) {
            switch (name) {
                case "ccs", "secondaryAssignees", "customFieldsData" -> whole.putArray(name);
                default -> whole.putNull(name);
            }
        }
        whole.setAll(read);
        if (!read.has("customFieldsData")) {
            whole.remove("customFieldsData");
        }
        return changed(request, ticket, whole, TicketInput.REQUIRED);
    }

    private Response patch(Request request) {
        ObjectNode changes = Records.patched(request.json(), TicketInput.NAMES);
        return changed(request, office.openTicket(request), changes, List.of());
    }

    private Response changed(Request request, Row ticket, ObjectNode changes, List<String> required) {
        changes.properties().stream()
                .filter(entry -> entry.getValue().isNull() && TicketInput.REQUIRED.contains(entry.getKey()))
                .findFirst()
                .ifPresent(entry -> {
                    throw Refusal.invalid("The " + Records.pascal(entry.getKey()) + " field is required.");
                });
        ObjectNode fields = input.checked(changes, ticket.fields(), required);
        if (fields.has("custom")) {
            ObjectNode custom = Json.object();
            custom.setAll(ticket.get("custom") instanceof ObjectNode old ? old : Json.object());
            fields.set("custom", custom.setAll((ObjectNode) fields.get("custom")));
        }
        return shown(writer.change(ticket, fields, office.caller(request).id()));
    }

    private Response delete(Request request) {
        writer.delete(office.ticket(request));
        return Envelope.done();
    }
}
