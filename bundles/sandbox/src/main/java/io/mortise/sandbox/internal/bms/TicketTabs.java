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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the tabs of a ticket show beside its notes: SLA, activities, history, related tickets and alerts, counters. */
final class TicketTabs {
    private static final String RELATED = "relatedtickets";
    /** Tabs of things that this tenant has none of: paged lists and plain ones. */
    private static final List<String> EMPTY_PAGES = List.of("servicecallstodos", "servicecalls", "surveyhistory");

    private static final List<String> EMPTY_LISTS = List.of("relatedtasks", "workflowlogs", "agentProcedureAudit");

    private final Office office;
    private final Store store;
    private final TicketSheets sheets;
    private final TicketWriter writer;
    private final People people;
    private final Sheet activity;
    private final Sheet log;

    TicketTabs(Office office, TicketSheets sheets, TicketWriter writer, People people) {
        this.office = office;
        this.store = office.store();
        this.sheets = sheets;
        this.writer = writer;
        this.people = people;
        Labels labels = office.labels()
                .with("logType", row -> Optional.of(Json.value(logType(row))))
                .with(
                        "activityType",
                        row -> Optional.of(Json.value(
                                List.of("", "Note", "TimeLog", "Expense").get(logType(row)))))
                .with("notes", row -> Optional.of(row.get("details")))
                .with("noteTypeId", row -> Optional.of(row.get("typeId")))
                .with("timeSpent", row -> Optional.of(row.get("timespent")))
                .with("attachmentCount", row -> Optional.of(Json.value(attachments(row))));
        this.activity = new Sheet(
                labels,
                "id createdBy createdOn modifiedBy modifiedOn logType workTypeId workTypeName roleId roleName noteTypeId "
                        + "activityType ticketId notes internalNotes isPosted=0 inReview=0 billed=0 approved=0 isMerged=0 "
                        + "isInternal=0 isUser=1 attachmentCount timeSpent pictureName pictureURL startDate startTime "
                        + "endTime createdByName modifiedByName oldStatusColor oldStatusFontColor newStatusColor "
                        + "newStatusFontColor userId");
        this.log = new Sheet(labels, "id createdOn source action details");
    }

    void addTo(Router routes) {
        routes.read(
                Tickets.ONE + "/slainfo",
                office.answered(request -> Envelope.result(writer.slaInfo(office.ticket(request)))));
        routes.read(Tickets.ONE + "/activities", office.answered(this::activities));
        routes.read(Tickets.ONE + "/auditlogs", office.answered(this::auditLogs));
        routes.read(Tickets.ONE + "/tickettabsindicators/count", office.answered(this::indicators));
        routes.read(Tickets.ONE + "/relatedalerts", office.answered(this::alerts));
        routes.read(Tickets.ONE + "/relatedTickets", office.answered(this::related));
        routes.read(Tickets.ONE + "/relatedTickets/count", office.answered(this::relatedCount));
        routes.read(Tickets.ONE + "/relatedtasks/count", office.answered(request -> count(0)));
        routes.write("POST", Tickets.ONE + "/relatedTickets", office.answered(this::relate));
        routes.write("DELETE", Tickets.ROOT + "/relatedTickets", office.answered(this::unrelate));
        routes.read(Tickets.ROOT + "/ticketCcs/{accountId}", office.answered(people::ccs));
        for (String tab : EMPTY_PAGES) {
            routes.read(Tickets.ONE + "/" + tab, office.answered(request -> none(request, true)));
        }
        for (String tab : EMPTY_LISTS) {
            routes.read(Tickets.ONE + "/" + tab, office.answered(request -> none(request, false)));
        }
    }

    private Response none(Request request, boolean page) {
        office.ticket(request);
        return page ? Envelope.page(Json.array(), 0) : Envelope.list(Json.array());
    }

    private static int logType(Row row) {
        if (row.get("details").isTextual()) {
            return Guesses.LOG_NOTE;
        }
        return row.get("timespent").isNumber() ? Guesses.LOG_TIME : Guesses.LOG_EXPENSE;
    }

    private int attachments(Row row) {
        return logType(row) == Guesses.LOG_NOTE
                ? (int) store.table(AttachedFiles.TABLE)
                        .with("noteId", row.id())
                        .count()
                : 0;
    }

    private List<Row> activities(Row ticket) {
        List<Row> rows = new ArrayList<>(TicketSheets.all(store, Notes.TABLE, ticket));
        rows.addAll(TicketSheets.all(store, TimeLogs.TABLE, ticket));
        rows.addAll(TicketSheets.all(store, Expenses.TABLE, ticket));
        rows.sort(Comparator.comparing(Row::createdAt).reversed());
        return rows;
    }

    /** The newest first. The flags are numbers here. */
    private Response activities(Request request) {
        Criteria criteria = Criteria.of(request);
        Response response = Selection.of(criteria)
                .anyOf(
                        "ActivityType",
                        row -> activity.value(row, "activityType").asText())
                .keep(row -> !criteria.says("OnlyInternal") || row.flag("isInternal"))
                .page(activities(office.ticket(request)).stream(), activity);
        for (JsonNode row : response.json().get("result")) {
            for (String flag : Fields.names("isPosted isInternal")) {
                if (row.path(flag).isBoolean()) {
                    ((ObjectNode) row).put(flag, row.get(flag).asBoolean() ? 1 : 0);
                }
            }
        }
        return response;
    }

    private Response auditLogs(Request request) {
        Row ticket = office.ticket(request);
        List<Row> logs = new ArrayList<>(TicketSheets.all(store, "ticketlogs", ticket));
        if (logs.stream().noneMatch(row -> row.text("action").equals("Created"))) {
            ObjectNode made = Json.object().put("source", "Ticket").put("action", "Created");
            made.put("details", "Ticket was created");
            logs.add(0, new Row(ticket.id(), made, ticket.createdAt(), ticket.createdAt()));
        }
        return Selection.of(Criteria.of(request)).list(logs.stream(), log);
    }

    private Response indicators(Request request) {
        Row ticket = office.ticket(request);
        ObjectNode counts =
                Json.object().put("relatedTicketsCount", relations(ticket).size());
        counts.put("ticketTasksCount", 0).put("serviceCallsToDosCount", 0);
        counts.put(
                "expensesChargesCount",
                TicketSheets.all(store, Expenses.TABLE, ticket).size());
        counts.put("activitiesCount", activities(ticket).size());
        return Envelope.result(counts.put("relatedAlertsCount", alertCount(ticket)));
    }

    private static int alertCount(Row ticket) {
        return Math.max(0, ticket.get("occurrenceCount").asInt(0) - 1);
    }

    /** The repeats of the alarm that made the ticket. */
    private Response alerts(Request request) {
        Row ticket = office.ticket(request);
        ArrayNode alerts = Json.array();
        Sheet sheet = new Sheet(
                office.labels(),
                "id ticketNumber title details statusName statusColor statusFontColor monitorType priorityName "
                        + "priorityColor createdOn");
        Instant last = Lists.instant(
                ticket.text("lastOccurrenceDate").isEmpty()
                        ? ticket.createdAt().toString()
                        : ticket.text("lastOccurrenceDate"));
        int count = alertCount(ticket);
        long step = Duration.between(ticket.createdAt(), last).toSeconds() / Math.max(1, count);
        for (int i = 1; i <= count; i++) {
            ObjectNode alert = sheet.of(ticket);
            alert.put("id", i).put("ticketNumber", TicketSheets.number(ticket)).put("monitorType", "Monitor");
            alerts.add(alert.put(
                    "createdOn", ticket.createdAt().plusSeconds(step * i).toString()));
        }
        return Envelope.list(alerts);
    }

    private List<Row> relations(Row ticket) {
        return store.table(RELATED).stream()
                .filter(row -> row.text("ticketId").equals(ticket.id())
                        || row.text("relatedTicketId").equals(ticket.id()))
                .toList();
    }

    private Response related(Request request) {
        Row ticket = office.ticket(request);
        return Envelope.list(Json.array(relations(ticket).stream().map(row -> relation(row, ticket))));
    }

    private ObjectNode relation(Row relation, Row ticket) {
        boolean first = relation.text("ticketId").equals(ticket.id());
        String id = relation.text(first ? "relatedTicketId" : "ticketId");
        Row other = office.records().find(Tickets.TABLE, "Ticket", id);
        ObjectNode view = Json.object();
        view.set("id", Sheet.id(relation.id()));
        view.set("ticketId", Sheet.id(ticket.id()));
        view.set("relatedTicketId", Sheet.id(id));
        for (String field : Fields.names("ticketNumber title statusName statusColor statusForeColor")) {
            view.set(field, sheets.row.value(other, field));
        }
        return view;
    }

    private Response relatedCount(Request request) {
        return count(relations(office.ticket(request)).size());
    }

    private static Response count(long count) {
        return Envelope.result(Json.object().put("count", count));
    }

    private Response relate(Request request) {
        Row ticket = office.openTicket(request);
        for (JsonNode id : Fields.anyCase(request.jsonObject(), "relatedTicketIds")) {
            Row other = office.records().find(Tickets.TABLE, "Ticket", id.asText());
            ObjectNode fields = Json.object().put("ticketId", Integer.parseInt(ticket.id()));
            store.insert(RELATED, fields.put("relatedTicketId", Integer.parseInt(other.id())));
        }
        return Envelope.done();
    }

    /** Which relations end stands in the body of the DELETE. */
    private Response unrelate(Request request) {
        String ids = Row.text(Fields.read(request.jsonObject(), List.of("relatedTicketIds")), "relatedTicketIds");
        for (String id : ids.split("\\s*,\\s*")) {
            store.delete(RELATED, office.records().find(RELATED, "Relation", id).id());
        }
        return Envelope.done();
    }
}
