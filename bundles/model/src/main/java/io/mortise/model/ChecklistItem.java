package io.mortise.model;

import static io.mortise.model.Part.PSA;

import java.time.Instant;

/** A task on a ticket's checklist. */
public record ChecklistItem(Entity entity) {
    private static final Policy DESK = Policy.latest(PSA);
    private static final Policy DERIVED = Policy.of(Policy.Rule.DERIVED);

    public static final Field<Ref> TICKET = Field.ref("ticket", "ticket").policy(Policy.of(Policy.Rule.APPEND));
    public static final Field<String> NAME =
            Field.of("name", Kind.TEXT).policy(DESK).canon(Canon::line);
    public static final Field<String> DESCRIPTION =
            Field.of("description", Kind.TEXT).policy(DESK);
    /** Its place among the ticket's tasks, from 1. */
    public static final Field<Long> ORDER = Field.of("order", Kind.WHOLE).policy(DESK);

    public static final Field<Boolean> DONE = Field.of("done", Kind.FLAG).policy(DESK);
    public static final Field<String> DONE_BY =
            Field.of("doneBy", Kind.TEXT).policy(DERIVED).viewOnly();
    public static final Field<Instant> DONE_AT =
            Field.of("doneAt", Kind.MOMENT).label("Done").policy(DERIVED).viewOnly();

    public static final EntityType TYPE = EntityType.of(
                    "checklistItem", NAME, DESCRIPTION, ORDER, DONE, DONE_BY, DONE_AT)
            .within(TICKET);
}
