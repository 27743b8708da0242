package io.mortise.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a ticket cost besides time. Read only. */
public record Expense(Entity entity) {
    private static final Policy THERE = Policy.of(Policy.Rule.DERIVED);

    public static final Field<Ref> TICKET =
            Field.ref("ticket", "ticket").policy(THERE).viewOnly();
    public static final Field<String> NOTES =
            Field.of("notes", Kind.TEXT).policy(THERE).viewOnly();
    public static final Field<String> INTERNAL_NOTES =
            Field.of("internalNotes", Kind.TEXT).policy(THERE).viewOnly();
    public static final Field<LocalDate> DATE =
            Field.of("date", Kind.DAY).policy(THERE).viewOnly();
    /** In the currency of the ticket's organization. */
    public static final Field<BigDecimal> AMOUNT =
            Field.of("amount", Kind.DECIMAL).policy(THERE).viewOnly();

    public static final Field<String> CREATED_BY =
            Field.of("createdBy", Kind.TEXT).policy(THERE).viewOnly();
    /** Approved, billed or posted. */
    public static final Field<Boolean> LOCKED =
            Field.of("locked", Kind.FLAG).policy(THERE).viewOnly();

    public static final EntityType TYPE = EntityType.of(
                    "expense", NOTES, INTERNAL_NOTES, DATE, AMOUNT, CREATED_BY, LOCKED)
            .within(TICKET);
}
