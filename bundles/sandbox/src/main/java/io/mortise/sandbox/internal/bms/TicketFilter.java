package io.mortise.sandbox.internal.bms;

import io.mortise.sandbox.internal.state.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The filters that all lists of tickets share. */
final class TicketFilter {
    private static final String[][] CONTAINED = {
        {"Account", "accountName"},
        {"LocationName", "locationName"},
        {"AccountCode", "accountCode"},
        {"AssigneeName", "assigneeName"},
        {"CreatedByName", "createdByName"},
        {"ContactName", "contactName"},
        {"HardwareAssetName", "hardwareAssetName"}
    };
    private static final String[][] LISTED = {
        {"StatusNames", "statuses", "statusId"},
        {"QueueNames", "queues", "queueId"},
        {"PriorityNames", "priorities", "priorityId"},
        {"TicketTypeNames", "tickettypes", "typeId"},
        {"IssueTypeNames", "issuetypes", "issueTypeId"},
        {"SubIssueTypeNames", "issuesubtypes", "subIssueTypeId"},
        {"ServiceLevelAgreementNames", "slas", "slaId"}
    };
    private static final String[][] IDS = {
        {"SourceIds", "sourceId"},
        {"ContactId", "contactId"},
        {"HardwareAssetId", "hardwareAssetId"},
        {"AccountLocationId", "locationId"},
        {"AccountIds", "accountId"},
        {"AccountId", "accountId"},
        {"OwnerIds", "assigneeId"}
    };
    private static final List<String> TIMES = Fields.names(
            "openDate completedDate lastActivityUpdate lastStatusUpdate lastPriorityUpdate lastQueueUpdate "
                    + "dueDate resolutionTargetTime");

    private final Office office;
    private final Sla sla;

    TicketFilter(Office office) {
        this.office = office;
        this.sla = new Sla(office.store());
    }

    Selection of(Criteria criteria) {
        Selection selection = Selection.of(criteria)
                .containing("Title", row -> row.text("title"))
                .containing("Details", row -> row.text("details"))
                .containing("TicketNumber", TicketSheets::number)
                .moved("CreatedOn", Row::createdAt);
        for (String time : TIMES) {
            selection = selection.range(Records.pascal(time), row -> row.text(time));
        }
        for (String[] filter : IDS) {
            selection = selection.ids(filter[0], filter[1]);
        }
        for (String[] filter : LISTED) {
            selection = listed(selection, filter[0], filter[1], filter[2]);
        }
        for (String[] filter : CONTAINED) {
            selection = selection.containing(filter[0], row -> label(row, filter[1]));
        }
        return flags(selection);
    }

    private Selection flags(Selection selection) {
        Criteria criteria = selection.criteria();
        Selection kept = selection;
        if (criteria.says("ExcludeCompleted")) {
            kept = kept.keep(row -> sla.kind(row.fields()) != Guesses.COMPLETED);
        }
        for (String flag : Fields.names("IsScheduled IsRecurringTickets")) {
            String field = flag.equals("IsScheduled") ? "isScheduled" : "recurring";
            Optional<String> asked = criteria.filter(flag);
            if (asked.isPresent()) {
                kept = kept.keep(row -> row.get(field).asInt(0) == (criteria.says(flag) ? 1 : 0));
            }
        }
        return kept.anyOf("SLAEventStatusIds", row -> label(row, "slaStatusEventId"));
    }

    /** Names are looked up once, so that the rows are compared by id. */
    private Selection listed(Selection selection, String filter, String table, String field) {
        Optional<String> asked = selection.criteria().filter(filter);
        if (asked.isEmpty()) {
            return selection;
        }
        Set<String> names = Set.of(distinct(asked.get().toLowerCase(Locale.ROOT).split("\\s*,\\s*")));
        Set<String> ids = office.store().table(table).stream()
                .filter(row -> names.contains(row.text("name").toLowerCase(Locale.ROOT)))
                .map(Row::id)
                .collect(Collectors.toSet());
        return selection.keep(row -> ids.contains(row.text(field)));
    }

    private static String[] distinct(String[] names) {
        return Arrays.stream(names).distinct().toArray(String[]::new);
    }

    private String label(Row row, String field) {
        return row.get(field).isTextual()
                ? row.text(field)
                : office.labels().of(row, field).map(value -> value.asText()).orElse("");
    }

    /** The lists of one's own work. */
    Selection mine(Criteria criteria, SignIns.User user) {
        Selection selection = of(criteria);
        boolean secondary = criteria.says("SecondaryAssignee");
        boolean created = criteria.says("CreatedByMe");
        boolean assigned = criteria.says("AssignedToMe");
        boolean queued = criteria.says("MyQueuesNotAssigned");
        boolean inQueues = criteria.says("MyQueuesAssigned");
        boolean none = !secondary && !created && !queued && !inQueues;
        return selection.keep(row -> (assigned || none) && row.get("assigneeId").asInt() == user.id()
                || created && row.get("createdBy").asInt() == user.id()
                || secondary && row.get("secondaryAssignees").toString().contains("\"userId\":" + user.id() + ",")
                || queued && !row.get("assigneeId").isNumber()
                || inQueues
                        && row.get("assigneeId").isNumber()
                        && row.get("queueId").isNumber());
    }
}
