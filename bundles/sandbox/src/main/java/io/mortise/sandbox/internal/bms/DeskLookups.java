package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The lists that tickets, notes and time logs choose from, and the three kinds of templates. */
final class DeskLookups {
    private static final String TEMPLATES = "/v2/servicedesk/templates/";

    /** Path below {@code system/}, table, fields. */
    private static final String[][] LISTS = {
        {"system/statuses", "statuses", "id name fontColor color statusOrder typeId isSystemStatus slaEventId isActive"
        },
        {"system/priorities", "priorities", "id name color isDefault"},
        {"system/queues", "queues", "id name isActive"},
        {"system/issuetypes", "issuetypes", "id name isActive"},
        {"system/worktypes", "worktypes", "id name isDefault isActive"},
        {"system/slas", "slas", "id name isDefault isActive"},
        {"system/roles", "roles", "id name isDefault"},
        {"admin/hr/departments", "departments", "id name"},
        {"admin/hr/jobtitles", "jobtitles", "id name isActive"},
        {"admin/security/roles", "securityroles", "id name isActive=true isSystem=false isExternal=false"},
        {"servicedesk/templates/tickets", "tickettemplates", "id name"},
        {"servicedesk/templates/notes", "notetemplates", "id name typeId statusId isInternal=false"},
        {
            "servicedesk/templates/timelogs",
            "timelogtemplates",
            "id name notes internalNotes roleId workTypeId statusId timespent"
        }
    };

    private final Store store;
    private final Labels labels;
    private final Records records;

    DeskLookups(Store store, Labels labels, Records records) {
        this.store = store;
        this.labels = labels;
        this.records = records;
    }

    void addTo(Router routes) {
        for (String[] list : LISTS) {
            Sheet sheet = new Sheet(labels, list[2]);
            routes.read("/v2/" + list[0] + "/lookup", Refusal.answered(request -> list(request, list[1], sheet)));
        }
        Sheet subTypes = new Sheet(labels, "id name");
        routes.read(
                "/v2/system/issuetypes/{issueTypeId}/issuesubtypes/lookup",
                Refusal.answered(request -> Envelope.list(Json.array(store.table("issuesubtypes").stream()
                        .filter(row -> row.text("issueTypeId").equals(request.var("issueTypeId")))
                        .map(subTypes::of)))));
        Sheet expenseTypes = new Sheet(
                labels,
                "id name description billable=true enableModifyingBillable=true viewExpenseType=0 perUnit=false "
                        + "unitAmount=0.0 isAttachmentRequired=false expenseTypeRule isActive=true");
        routes.read(
                "/v2/system/expensetypes/lookup",
                Refusal.answered(request -> list(request, "expensetypes", expenseTypes)));
        software(routes);
        templates(routes);
    }

    private void software(Router routes) {
        Sheet sheet = new Sheet(labels, "id softwareName categoryName categoryId version modelNumber");
        routes.read(
                "/v2/servicedesk/softwareAssets/searchselect",
                Refusal.answered(request -> Selection.of(Criteria.of(request))
                        .containing("SoftwareName", row -> row.text("softwareName"))
                        .ids("CategoryIds", "categoryId")
                        .list(store.table("softwareassets").stream(), sheet)));
    }

    private Response list(Request request, String table, Sheet sheet) {
        return Selection.of(Criteria.plain(request))
                .containing("Name", row -> row.text("name"))
                .list(store.table(table).stream(), sheet);
    }

    private void templates(Router routes) {
        Sheet ticket = new Sheet(
                labels,
                "id name title issueTypeId subIssueTypeId priorityId queueId accountId accountName assigneeId "
                        + "assigneeName ticketTypeId expectedTimeToResolve details timeToResolveTypeId workTypeId");
        routes.read(
                TEMPLATES + "tickets/{templateId}",
                Refusal.answered(request -> Envelope.result(
                        ticket.of(records.find("tickettemplates", "Template", request.var("templateId"))))));
        routes.read(
                TEMPLATES + "notes/{templateId}/{ticketId}",
                Refusal.answered(request -> filled(request, "notetemplates", "details")));
        routes.read(
                TEMPLATES + "timelogs/{templateId}/{ticketId}",
                Refusal.answered(request -> filled(request, "timelogtemplates", "notes", "internalNotes")));
    }

    private Response filled(Request request, String table, String... texts) {
        Row template = records.find(table, "Template", request.var("templateId"));
        Row ticket = records.find(Tickets.TABLE, "Ticket", request.var("ticketId"));
        ObjectNode view = Json.object();
        view.set("id", Sheet.id(template.id()));
        for (String text : texts) {
            view.put(text, fill(template.text(text), ticket));
        }
        return Envelope.list(Json.array().add(view));
    }

    private String fill(String text, Row ticket) {
        Map<String, Function<Row, String>> places = Map.of(
                "[Contact]", row -> label(row, "contactName"),
                "[Account]", row -> label(row, "accountName"),
                "[Title]", row -> row.text("title"),
                "[Number]", TicketSheets::number);
        String filled = text;
        for (Map.Entry<String, Function<Row, String>> place : places.entrySet()) {
            filled = filled.replace(place.getKey(), place.getValue().apply(ticket));
        }
        return filled;
    }

    private String label(Row row, String field) {
        Optional<String> text = labels.of(row, field).map(value -> value.asText());
        return text.orElse("");
    }
}
