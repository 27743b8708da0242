package io.mortise.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** Committed work time on a ticket. Fixed once committed; a correction is its author's, until it is billed. */
public record TimeLog(Entity entity) {
    private static final Policy ONCE = Policy.of(Policy.Rule.APPEND);
    private static final Policy DERIVED = Policy.of(Policy.Rule.DERIVED);

    public static final Field<Ref> TICKET = Field.ref("ticket", "ticket").policy(ONCE);
    /** Whose time it is. */
    public static final Field<Ref> USER = Field.ref("user", "user").policy(ONCE);

    public static final Field<String> WHO =
            Field.of("who", Kind.TEXT).label("Technician").policy(DERIVED).viewOnly();
    /** By the wall clock of the PSA's user. */
    public static final Field<LocalDate> DATE = Field.of("date", Kind.DAY).policy(ONCE);

    public static final Field<LocalTime> START_TIME =
            Field.of("startTime", Kind.TIME).policy(ONCE);
    public static final Field<LocalTime> END_TIME =
            Field.of("endTime", Kind.TIME).policy(ONCE);
    /** May be less than from start to end: breaks. */
    public static final Field<Duration> DURATION =
            Field.of("duration", Kind.SPAN).policy(ONCE);

    public static final Field<String> NOTES = Field.of("notes", Kind.TEXT).policy(ONCE);
    public static final Field<String> INTERNAL_NOTES =
            Field.of("internalNotes", Kind.TEXT).policy(ONCE);
    public static final Field<Choice> WORK_TYPE =
            Field.of("workType", Kind.CHOICE).list("workType").policy(ONCE);
    public static final Field<Choice> ROLE =
            Field.of("role", Kind.CHOICE).list("role").policy(ONCE);
    /** Where a PSA is connected it decides, by the kind of work. */
    public static final Field<Boolean> BILLABLE =
            Field.of("billable", Kind.FLAG).policy(Policy.owner(Part.PSA));

    public static final Field<Boolean> APPROVED =
            Field.of("approved", Kind.FLAG).policy(DERIVED).viewOnly();
    public static final Field<Boolean> BILLED =
            Field.of("billed", Kind.FLAG).policy(DERIVED).viewOnly();
    public static final Field<Boolean> POSTED =
            Field.of("posted", Kind.FLAG).policy(DERIVED).viewOnly();
    /** Approved, billed or posted: nothing of it may be changed. */
    public static final Field<Boolean> LOCKED =
            Field.of("locked", Kind.FLAG).policy(DERIVED).viewOnly();

    public static final Field<Instant> CHANGED =
            Field.of("changed", Kind.MOMENT).policy(DERIVED).viewOnly();

    public static final EntityType TYPE = EntityType.of(
                    "timeLog", WHO, USER, DATE, START_TIME, END_TIME, DURATION, NOTES, INTERNAL_NOTES)
            .within(TICKET)
            .fields(WORK_TYPE, ROLE, BILLABLE, APPROVED, BILLED, POSTED, LOCKED, CHANGED)
            .tuple(DATE, START_TIME, END_TIME, DURATION);
}
