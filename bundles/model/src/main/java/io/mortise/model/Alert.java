package io.mortise.model;

import java.time.Instant;

/**
 * A signal of a machine's watch: as the PSA keeps it beside a ticket, where duplicate alarms are several on one ticket, or
 * as the RMM has it for the machine. The two readings of one signal have nothing in common to know it by, so they are two.
 */
public record Alert(Entity entity) {
    private static final Policy THERE = Policy.of(Policy.Rule.DERIVED);

    /** The ticket beside which it is kept, or the machine that it is about. */
    public static final Field<Ref> PARENT =
            Field.ref("parent", "ticket", "configuration").policy(THERE).viewOnly();

    public static final Field<String> TITLE =
            Field.of("title", Kind.TEXT).policy(THERE).canon(Canon::line).viewOnly();
    public static final Field<String> MESSAGE =
            Field.of("message", Kind.TEXT).policy(THERE).viewOnly();
    public static final Field<String> MONITOR =
            Field.of("monitorType", Kind.TEXT).policy(THERE).viewOnly();
    public static final Field<Choice> STATE =
            Field.of("state", Kind.CHOICE).policy(THERE).viewOnly();
    public static final Field<Choice> PRIORITY =
            Field.of("priority", Kind.CHOICE).policy(THERE).viewOnly();
    public static final Field<String> NUMBER =
            Field.of("number", Kind.TEXT).policy(THERE).viewOnly();
    public static final Field<Instant> RAISED_AT =
            Field.of("raisedAt", Kind.MOMENT).label("Raised").policy(THERE).viewOnly();

    public static final EntityType TYPE = EntityType.of(
                    "alert", TITLE, MESSAGE, MONITOR, STATE, PRIORITY, NUMBER, RAISED_AT)
            .within(PARENT);
}
