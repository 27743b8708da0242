package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A ticket as a row of a list, in full, and in its short forms. A list row and the full ticket differ on purpose. */
final class TicketSheets {
    private static final int FIRST_ID = 301_001;
    private static final int FIRST_NUMBER = 100_001;
    private static final String TIMES =
            " openDate dueDate completedDate reOpenedDate lastActivityUpdate resolutionTargetTime resolutionActualTime "
                    + "firstResponseTargetTime firstResponseActualTime slaLastPausedTime slaLastResumedTime lastStatusUpdate "
                    + "lastPriorityUpdate lastQueueUpdate createdByName ";
    private static final String KINDS = " statusId=0 statusName statusColor statusForeColor statusOrder=0 priorityId=0 "
            + "priorityName priorityColor typeId typeName issueTypeId issueTypeName subIssueTypeId subIssueTypeName "
            + "contractId contractNumber contractName assigneeId assigneeName workTypeId workTypeName "
            + "ticketRecurringMasterId recurring=0 slaStatusEventId sourceId slaId slaObjectiveId slaName isScheduled=0 "
            + "hasMetSLA actualPauseMinutes=0 actualFirstResponseMinutes actualResolutionMinutes isSLAPaused=0 "
            + "slaStatusEnum=0 ";
    private static final String HEAD =
            "id createdBy createdOn modifiedBy modifiedOn ticketNumber title details accountId "
                    + "accountCode accountName locationId contactId contactName queueId queueName ";
    private static final String MINE =
            HEAD + "tenantName=\"Sandbox\" " + KINDS + TIMES + "customFields hardwareAssetName";
    private static final String DETAIL = HEAD + "locationName locationPhone contactPhone contactEmail softwareAssetId "
            + "softwareAssetName hardwareAssetId hardwareAssetName vsaAssetId hasVsaAgent=0 " + KINDS + "sourceName "
            + TIMES
            + "occurrenceCount=0 lastOccurrenceDate cCs=[] rmmTicketReference tenantId=4101 secondaryAssignees=[] "
            + "totalExpenses=0.0 totalTimeSpent=0.0 hasPostedEntries=false isReadOnly=false openDateLocked=false "
            + "integrationTypeId";

    static final String FIRST = Integer.toString(FIRST_ID);

    private final Store store;
    final Sheet row;
    final Sheet mine;
    final Sheet full;
    final Sheet summary;
    final Sheet select;
    final Sheet found;

    TicketSheets(Store store, Labels plain) {
        this.store = store;
        Labels labels = plain.with("ticketNumber", ticket -> Optional.of(TextNode.valueOf(number(ticket))))
                .with("typeName", ticket -> typeName(store, ticket))
                .with("customFields", TicketSheets::customFields)
                .with("totalTimeSpent", ticket -> sum("timelogs", "timespent", ticket))
                .with("totalExpenses", ticket -> sum("expenses", "totalAmount", ticket))
                .with("hasPostedEntries", this::posted)
                .with("openDateLocked", this::posted)
                .with("createdById", ticket -> Optional.of(ticket.get("createdBy")))
                .with(
                        "hasVsaAgent",
                        ticket -> Optional.of(
                                IntNode.valueOf(ticket.text("vsaAssetId").isEmpty() ? 0 : 1)));
        this.mine = new Sheet(labels, MINE);
        this.row = new Sheet(labels, MINE + " locationName hardwareAssetId=0");
        this.full = new Sheet(labels, DETAIL);
        this.summary = new Sheet(
                labels, "id title ticketNumber statusName statusId statusColor priorityId priorityName priorityColor");
        this.select = new Sheet(
                labels,
                "id ticketNumber title queueId queueName assigneeId assigneeName openDate statusName statusId statusColor");
        this.found = new Sheet(
                labels,
                "id ticketNumber title accountId locationId accountName contactId contactName queueId queueName statusId "
                        + "statusName priorityId priorityName assigneeId assigneeName openDate createdById createdOn "
                        + "createdByName modifiedOn hardwareAssetId hardwareAssetName softwareAssetId softwareAssetName "
                        + "slaStatusEventId hasMetSLA actualPauseMinutes=0 actualFirstResponseMinutes "
                        + "actualResolutionMinutes isSLAPaused=0 resolutionTargetTime resolutionActualTime "
                        + "firstResponseTargetTime firstResponseActualTime slaLastPausedTime slaLastResumedTime");
    }

    static String number(Row ticket) {
        return Long.toString(Long.parseLong(ticket.id()) - FIRST_ID + FIRST_NUMBER);
    }

    static Optional<JsonNode> typeName(Store store, Row ticket) {
        return store.table("tickettypes").find(ticket.text("typeId")).map(type -> type.get("name"));
    }

    /** In lists the custom fields are a string that holds JSON. */
    private static Optional<JsonNode> customFields(Row ticket) {
        ObjectNode fields = Json.object();
        ticket.get("custom").properties().forEach(entry -> fields.set("cf_" + entry.getKey(), entry.getValue()));
        return Optional.of(TextNode.valueOf(fields.toString()));
    }

    private Optional<JsonNode> sum(String table, String field, Row ticket) {
        double sum = of(store, table, ticket)
                .mapToDouble(row -> row.get(field).asDouble())
                .sum();
        return Optional.of(DoubleNode.valueOf(Math.round(sum * 100) / 100.0));
    }

    private Optional<JsonNode> posted(Row ticket) {
        boolean posted = of(store, "timelogs", ticket).anyMatch(row -> row.flag("isPosted"));
        return Optional.of(Json.value(posted));
    }

    /** What hangs on a ticket. */
    static Stream<Row> of(Store store, String table, Row ticket) {
        return store.table(table).with("ticketId", ticket.id());
    }

    static List<Row> all(Store store, String table, Row ticket) {
        return of(store, table, ticket).toList();
    }
}
