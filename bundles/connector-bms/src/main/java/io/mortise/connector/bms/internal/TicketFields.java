package io.mortise.connector.bms.internal;

import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Writable;
import io.mortise.model.Choice;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.Field;
import io.mortise.model.Labelled;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import io.mortise.model.User;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a ticket shows in the list, what only the whole ticket shows, and what it takes. */
final class TicketFields {
    /** Not BMS's: what is asked for beside the ticket. */
    private static final String CUSTOM = "@custom";

    /** The columns of the list. Its source is a number without a name there, so it isn't read from it. */
    static final Mapping ROW = shared(Mapping.empty());

    static final Mapping ALL = shared(Mapping.empty())
            .both(Ticket.SOURCE, "SourceId", TicketFields::source, TicketFields::plainSource)
            .both(Ticket.SECONDARY_ASSIGNEES, "SecondaryAssignees", TicketFields::assignees, TicketFields::plain)
            .both(Ticket.CCS, "CCs", TicketFields::ccs, TicketFields::plainCcs)
            .writtenAs("Ccs")
            .shown(Ticket.TOTAL_TIME, "TotalTimeSpent", row -> Hours.sum(row.at("TotalTimeSpent")))
            .shown(Ticket.TOTAL_EXPENSE, "TotalExpenses", row -> decimal(row.at("TotalExpenses")))
            .shown(Ticket.RMM_TYPE, "IntegrationTypeId", Rmms::read)
            .shown(Ticket.RMM_TICKET_NUMBER, "RmmTicketReference")
            .shown(Ticket.RMM_AGENT_ID, "VSAAssetId")
            .shown(Ticket.OCCURRENCES, "OccurrenceCount", row -> whole(row.at("OccurrenceCount")))
            .shownMoment(Ticket.LAST_OCCURRENCE_AT, "LastOccurrenceDate")
            .shown(Ticket.SOFTWARE_ASSET, "SoftwareAssetName")
            .flag(Ticket.READ_ONLY, "IsReadOnly")
            .flag(Ticket.OPEN_DATE_LOCKED, "OpenDateLocked")
            .flag(Ticket.POSTED, "HasPostedEntries")
            .shown(Ticket.CUSTOM_FIELDS, CUSTOM, TicketFields::custom);

    private static final Writable PLAIN = Writable.of(
            Ticket.TYPE,
            Ticket.TITLE,
            Ticket.DESCRIPTION,
            Ticket.STATUS,
            Ticket.PRIORITY,
            Ticket.QUEUE,
            Ticket.KIND,
            Ticket.SOURCE,
            Ticket.ISSUE_TYPE,
            Ticket.SUB_ISSUE_TYPE,
            Ticket.WORK_TYPE,
            Ticket.SLA,
            Ticket.CONTRACT,
            Ticket.LOCATION,
            Ticket.CONTACT,
            Ticket.CONFIGURATION,
            Ticket.ASSIGNEE,
            Ticket.SECONDARY_ASSIGNEES,
            Ticket.CCS,
            Ticket.OPEN_DATE,
            Ticket.DUE_DATE);

    static final Writable CHANGED = PLAIN.and(Ticket.CUSTOM_FIELDS);
    static final Writable NEW = PLAIN.and(Ticket.ORGANIZATION);

    private TicketFields() {}

    private static Mapping shared(Mapping none) {
        return none.ref(Ticket.ORGANIZATION, "AccountId", Organization.TYPE)
                .both(
                        Ticket.LOCATION,
                        "LocationId",
                        row -> Locations.ref(row, "AccountId", "LocationId"),
                        Locations::plain)
                .ref(Ticket.CONTACT, "ContactId", Contact.TYPE)
                .ref(Ticket.CONFIGURATION, "HardwareAssetId", Configuration.TYPE)
                .ref(Ticket.ASSIGNEE, "AssigneeId", User.TYPE)
                .shown(Ticket.NUMBER, "TicketNumber")
                .text(Ticket.TITLE, "Title")
                .rich(Ticket.DESCRIPTION, "Details")
                .choice(Ticket.STATUS, "StatusId", "StatusName")
                .choice(Ticket.PRIORITY, "PriorityId", "PriorityName")
                .choice(Ticket.QUEUE, "QueueId", "QueueName")
                .choice(Ticket.KIND, "TypeId", "TypeName")
                .choice(Ticket.ISSUE_TYPE, "IssueTypeId", "IssueTypeName")
                .choice(Ticket.SUB_ISSUE_TYPE, "SubIssueTypeId", "SubIssueTypeName")
                .choice(Ticket.WORK_TYPE, "WorkTypeId", "WorkTypeName")
                .choice(Ticket.SLA, "SLAId", "SLAName")
                .choice(Ticket.CONTRACT, "ContractId", "ContractName")
                .shown(Ticket.CREATED_BY, "CreatedByName")
                .moment(Ticket.OPEN_DATE, "OpenDate")
                .moment(Ticket.DUE_DATE, "DueDate")
                .shownMoment(Ticket.COMPLETED_AT, "CompletedDate")
                .shownMoment(Ticket.REOPENED_AT, "ReOpenedDate")
                .shownMoment(Ticket.LAST_ACTIVITY_AT, "LastActivityUpdate")
                .shownMoment(Ticket.LAST_STATUS_AT, "LastStatusUpdate")
                .shownMoment(Ticket.LAST_PRIORITY_AT, "LastPriorityUpdate")
                .shownMoment(Ticket.LAST_QUEUE_AT, "LastQueueUpdate")
                .shownMoment(Ticket.RESPONSE_DUE, "FirstResponseTargetTime")
                .shownMoment(Ticket.RESPONDED_AT, "FirstResponseActualTime")
                .shownMoment(Ticket.RESOLUTION_DUE, "ResolutionTargetTime")
                .shownMoment(Ticket.RESOLVED_AT, "ResolutionActualTime")
                .shown(Ticket.SLA_PAUSED, "IsSLAPaused", row -> flag(row.at("IsSLAPaused")))
                .shown(Ticket.SLA_MET, "HasMetSLA", row -> flag(row.at("HasMetSLA")))
                .shown(Ticket.RECURRING, "Recurring", row -> flag(row.at("Recurring")))
                .shown(Ticket.SCHEDULED, "IsScheduled", row -> flag(row.at("IsScheduled")));
    }

    static Json withCustom(Json ticket, Optional<Map<String, Object>> values) {
        if (values.isEmpty()) return ticket;
        Json custom = Json.object();
        for (var each : values.get().entrySet()) custom = custom.with(each.getKey(), each.getValue());
        return ticket.with(CUSTOM, custom);
    }

    private static Optional<Map<String, Object>> custom(Json row) {
        Map<String, Object> values = new TreeMap<>();
        for (String code : row.at(CUSTOM).names())
            row.at(CUSTOM, code).text().ifPresent(value -> values.put(code, value));
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /** 0 is a source like others. */
    private static Optional<Choice> source(Json row) {
        return row.at("SourceId")
                .plain()
                .text()
                .map(key -> new Choice(key, row.at("SourceName").text().orElse(key)));
    }

    private static Object plainSource(Choice source) {
        return source.key().equals("0") ? Long.valueOf(0) : Ids.plain(source.key());
    }

    private static Optional<Set<Ref>> assignees(Json row) {
        Set<Ref> all = new LinkedHashSet<>();
        for (Json one : row.at("SecondaryAssignees").items())
            Ids.read(one.at("UserId").plain()).ifPresent(id -> all.add(Ref.to(User.TYPE, id)));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private static Object plain(Set<Ref> assignees) {
        return assignees.stream()
                .map(ref -> Json.object().with("UserId", Ids.plain(ref.id())))
                .toList();
    }

    private static Optional<Set<Labelled>> ccs(Json row) {
        Set<Labelled> all = new LinkedHashSet<>();
        for (Json one : row.at("CCs").items())
            one.at("EmailAddress")
                    .text()
                    .ifPresent(address -> all.add(
                            new Labelled(address, one.at("FullName").text().orElse(""))));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private static Object plainCcs(Set<Labelled> ccs) {
        return ccs.stream()
                .map(cc -> Json.object().with("EmailAddress", cc.value()))
                .toList();
    }

    private static Optional<BigDecimal> decimal(Json value) {
        return value.plain().text().map(BigDecimal::new);
    }

    /** Some flags are numbers. */
    private static Optional<Boolean> flag(Json value) {
        return whole(value).map(number -> number != 0);
    }

    private static Optional<Long> whole(Json value) {
        return value.plain().text().map(Long::valueOf);
    }

    /** Whether a row tells all there is to know at a glance: nobody works on what is closed. */
    static boolean isOpen(Json row) {
        return row.at("CompletedDate").isNone();
    }

    /** What the list's rows leave out. */
    static Field<?>[] alone() {
        return new Field<?>[] {
            Ticket.SOURCE,
            Ticket.SECONDARY_ASSIGNEES,
            Ticket.CCS,
            Ticket.TOTAL_TIME,
            Ticket.TOTAL_EXPENSE,
            Ticket.RMM_TYPE,
            Ticket.RMM_TICKET_NUMBER,
            Ticket.RMM_AGENT_ID,
            Ticket.OCCURRENCES,
            Ticket.LAST_OCCURRENCE_AT,
            Ticket.SOFTWARE_ASSET,
            Ticket.READ_ONLY,
            Ticket.OPEN_DATE_LOCKED,
            Ticket.POSTED,
            Ticket.CUSTOM_FIELDS
        };
    }
}
