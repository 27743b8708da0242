package io.mortise.model;

import static io.mortise.model.Part.PSA;
import static io.mortise.model.Part.RMM;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A request for work. Its home is the PSA; where none is connected, the hub's. */
public record Ticket(Entity entity) {
    private static final Policy DESK = Policy.latest(PSA);
    private static final Policy AT_PSA = Policy.owner(PSA);
    private static final Policy DERIVED = Policy.of(Policy.Rule.DERIVED);

    /** As the PSA counts it. */
    public static final Field<String> NUMBER =
            Field.of("number", Kind.TEXT).policy(AT_PSA).viewOnly().indexed();

    public static final Field<String> TITLE =
            Field.of("title", Kind.TEXT).policy(DESK).canon(Canon::line);
    public static final Field<RichText> DESCRIPTION =
            Field.of("description", Kind.RICH).policy(Policy.of(Policy.Rule.TEXT));
    public static final Field<Choice> STATUS = Field.of("status", Kind.CHOICE)
            .list("ticketStatus")
            .policy(new Policy(Policy.Rule.STATE, java.util.List.of(PSA)))
            .indexed();
    public static final Field<Choice> PRIORITY = Field.of("priority", Kind.CHOICE)
            .list("ticketPriority")
            .policy(DESK)
            .indexed();
    public static final Field<Choice> QUEUE =
            Field.of("queue", Kind.CHOICE).list("queue").policy(DESK).indexed();
    public static final Field<Choice> SLA =
            Field.of("sla", Kind.CHOICE).list("sla").label("SLA").policy(DESK);
    public static final Field<Choice> SOURCE =
            Field.of("source", Kind.CHOICE).list("ticketSource").policy(DESK);
    public static final Field<Choice> KIND =
            Field.of("type", Kind.CHOICE).list("ticketType").policy(DESK).indexed();
    public static final Field<Choice> ISSUE_TYPE =
            Field.of("issueType", Kind.CHOICE).list("issueType").policy(DESK);
    public static final Field<Choice> SUB_ISSUE_TYPE = Field.of("subIssueType", Kind.CHOICE)
            .list("subIssueType", ISSUE_TYPE)
            .policy(DESK);
    public static final Field<Choice> WORK_TYPE =
            Field.of("workType", Kind.CHOICE).list("workType").policy(DESK);

    public static final Field<Ref> ORGANIZATION =
            Field.ref("organization", "organization").policy(DESK);
    /** One of its customer's. */
    public static final Field<Choice> CONTRACT = Field.of("contract", Kind.CHOICE)
            .listIn("contract", ORGANIZATION)
            .label("Service contract")
            .policy(DESK);

    public static final Field<Ref> LOCATION =
            Field.ref("location", "location").policy(DESK).indexed();
    public static final Field<Ref> CONTACT =
            Field.ref("contact", "contact").policy(DESK).indexed();
    public static final Field<Ref> CONFIGURATION =
            Field.ref("configuration", "configuration").policy(DESK).indexed();
    /** Machines that it is about besides that one: a PSA knows one alone, so these are kept here. */
    public static final Field<Set<Ref>> AFFECTED_ASSETS =
            Field.of("affectedAssets", Kind.setOf(Kind.REF)).policy(Policy.of(Policy.Rule.UNION));

    public static final Field<String> SOFTWARE_ASSET =
            Field.of("softwareAsset", Kind.TEXT).policy(DERIVED).viewOnly();
    public static final Field<Ref> ASSIGNEE =
            Field.ref("assignee", "user").policy(DESK).indexed();
    public static final Field<Set<Ref>> SECONDARY_ASSIGNEES =
            Field.of("secondaryAssignees", Kind.setOf(Kind.REF)).policy(Policy.of(Policy.Rule.UNION));
    /** E-mail addresses that are told of every change. */
    public static final Field<Set<Labelled>> CCS = Field.of("ccs", Kind.setOf(Kind.LABELLED))
            .label("CCs")
            .policy(Policy.of(Policy.Rule.UNION))
            .canon(Canon::emails);

    /** A person's name, or "system": it may be nobody that we know. */
    public static final Field<String> CREATED_BY =
            Field.of("createdBy", Kind.TEXT).policy(AT_PSA).viewOnly();

    public static final Field<Instant> OPEN_DATE =
            Field.of("openDate", Kind.MOMENT).policy(DESK).indexed();
    public static final Field<Instant> DUE_DATE =
            Field.of("dueDate", Kind.MOMENT).policy(DESK).indexed();
    public static final Field<Instant> COMPLETED_AT = Field.of("completedAt", Kind.MOMENT)
            .label("Completed")
            .policy(DERIVED)
            .viewOnly()
            .indexed();
    public static final Field<Instant> REOPENED_AT = Field.of("reopenedAt", Kind.MOMENT)
            .label("Reopened")
            .policy(DERIVED)
            .viewOnly();
    public static final Field<Instant> LAST_ACTIVITY_AT = Field.of("lastActivityAt", Kind.MOMENT)
            .label("Last activity")
            .policy(DERIVED)
            .viewOnly();

    public static final Field<Instant> LAST_STATUS_AT = Field.of("lastStatusAt", Kind.MOMENT)
            .label("Status set")
            .policy(DERIVED)
            .viewOnly();
    public static final Field<Instant> LAST_PRIORITY_AT = Field.of("lastPriorityAt", Kind.MOMENT)
            .label("Priority set")
            .policy(DERIVED)
            .viewOnly();
    public static final Field<Instant> LAST_QUEUE_AT = Field.of("lastQueueAt", Kind.MOMENT)
            .label("Queue set")
            .policy(DERIVED)
            .viewOnly();

    public static final Field<Duration> TOTAL_TIME =
            Field.of("totalTimeSpent", Kind.SPAN).policy(DERIVED).viewOnly();
    public static final Field<BigDecimal> TOTAL_EXPENSE =
            Field.of("totalExpense", Kind.DECIMAL).policy(DERIVED).viewOnly();
    /** The PSA's own clockwork: until when somebody must have answered, and when somebody did. */
    public static final Field<Instant> RESPONSE_DUE =
            Field.of("responseDue", Kind.MOMENT).policy(DERIVED).viewOnly();

    public static final Field<Instant> RESPONDED_AT = Field.of("respondedAt", Kind.MOMENT)
            .label("Responded")
            .policy(DERIVED)
            .viewOnly();
    public static final Field<Instant> RESOLUTION_DUE =
            Field.of("resolutionDue", Kind.MOMENT).policy(DERIVED).viewOnly();
    public static final Field<Instant> RESOLVED_AT = Field.of("resolvedAt", Kind.MOMENT)
            .label("Resolved")
            .policy(DERIVED)
            .viewOnly();

    /** Its clockwork stands still, as while the customer is waited for. */
    public static final Field<Boolean> SLA_PAUSED =
            Field.of("slaPaused", Kind.FLAG).label("SLA paused").policy(DERIVED).viewOnly();
    /** The PSA's own judgement, of a completed one; none while it is open. */
    public static final Field<Boolean> SLA_MET =
            Field.of("slaMet", Kind.FLAG).label("SLA met").policy(DERIVED).viewOnly();

    /** "vsa" or "continuum" where a machine's alert opened it; none for a person's. */
    public static final Field<String> RMM_TYPE =
            Field.of("rmmType", Kind.TEXT).label("RMM").policy(AT_PSA).viewOnly();

    public static final Field<String> RMM_TICKET_NUMBER = Field.of("rmmTicketNumber", Kind.TEXT)
            .label("RMM ticket")
            .policy(Policy.owner(RMM, PSA))
            .viewOnly();
    public static final Field<String> RMM_TICKET_OWNER = Field.of("rmmTicketOwner", Kind.TEXT)
            .label("RMM ticket owner")
            .policy(Policy.owner(RMM))
            .viewOnly();
    public static final Field<String> RMM_AGENT_ID =
            Field.of("rmmAgentId", Kind.TEXT).label("RMM agent").policy(DERIVED).viewOnly();
    public static final Field<Long> OCCURRENCES = Field.of("occurrenceCount", Kind.WHOLE)
            .label("Alerts")
            .policy(DERIVED)
            .viewOnly();
    public static final Field<Instant> LAST_OCCURRENCE_AT = Field.of("lastOccurrenceAt", Kind.MOMENT)
            .label("Last alert")
            .policy(DERIVED)
            .viewOnly();
    public static final Field<Boolean> READ_ONLY =
            Field.of("isReadOnly", Kind.FLAG).label("Read only").policy(DERIVED).viewOnly();
    public static final Field<Boolean> OPEN_DATE_LOCKED =
            Field.of("openDateLocked", Kind.FLAG).policy(DERIVED).viewOnly();
    /** Time or expenses on it have been billed. */
    public static final Field<Boolean> POSTED = Field.of("hasPostedEntries", Kind.FLAG)
            .label("Billed entries")
            .policy(DERIVED)
            .viewOnly();
    /** Made again and again by the PSA's own plan. */
    public static final Field<Boolean> RECURRING = Field.of("isRecurring", Kind.FLAG)
            .label("Recurring")
            .policy(DERIVED)
            .viewOnly();

    public static final Field<Boolean> SCHEDULED = Field.of("isScheduled", Kind.FLAG)
            .label("Scheduled")
            .policy(DERIVED)
            .viewOnly();
    /** The tenant's own fields by their code, {@code x.bms.71}, as text; what they are called is in the list ticketField. */
    public static final Field<Map<String, Object>> CUSTOM_FIELDS =
            Field.of("customFields", Kind.JSON).policy(Policy.of(Policy.Rule.UNION));

    public static final EntityType TYPE = EntityType.of("ticket", TITLE, NUMBER, DESCRIPTION, STATUS, PRIORITY, QUEUE)
            .within(ORGANIZATION)
            .fields(SLA, SOURCE, KIND, ISSUE_TYPE, SUB_ISSUE_TYPE, WORK_TYPE, CONTRACT)
            .fields(LOCATION, CONTACT, CONFIGURATION, AFFECTED_ASSETS, SOFTWARE_ASSET)
            .fields(ASSIGNEE, SECONDARY_ASSIGNEES, CCS, CREATED_BY)
            .fields(OPEN_DATE, DUE_DATE, COMPLETED_AT, REOPENED_AT)
            .fields(LAST_ACTIVITY_AT, LAST_STATUS_AT, LAST_PRIORITY_AT, LAST_QUEUE_AT)
            .fields(
                    TOTAL_TIME,
                    TOTAL_EXPENSE,
                    RESPONSE_DUE,
                    RESPONDED_AT,
                    RESOLUTION_DUE,
                    RESOLVED_AT,
                    SLA_PAUSED,
                    SLA_MET,
                    RMM_TYPE,
                    RMM_TICKET_NUMBER,
                    RMM_TICKET_OWNER)
            .fields(RMM_AGENT_ID, OCCURRENCES, LAST_OCCURRENCE_AT, READ_ONLY, OPEN_DATE_LOCKED)
            .fields(POSTED, RECURRING, SCHEDULED, CUSTOM_FIELDS)
            .tuple(ISSUE_TYPE, SUB_ISSUE_TYPE)
            .constraints(
                    Constraint.sameWithin(LOCATION, ORGANIZATION),
                    Constraint.sameWithin(CONTACT, ORGANIZATION),
                    Constraint.sameWithin(CONFIGURATION, ORGANIZATION))
            .matches(Match.auto(NUMBER));
}
