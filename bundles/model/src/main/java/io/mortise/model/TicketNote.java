package io.mortise.model;

import java.time.Instant;

/** A comment on a ticket: written once by its author. What was internal once never becomes public by itself. */
public record TicketNote(Entity entity) {
    private static final Policy ONCE = Policy.of(Policy.Rule.APPEND);
    private static final Policy DERIVED = Policy.of(Policy.Rule.DERIVED);

    public static final Field<Ref> TICKET = Field.ref("ticket", "ticket").policy(ONCE);
    public static final Field<RichText> DETAILS = Field.of("details", Kind.RICH).policy(ONCE);
    public static final Field<Boolean> INTERNAL =
            Field.of("internal", Kind.FLAG).label("Internal note").policy(ONCE);
    public static final Field<Choice> KIND =
            Field.of("type", Kind.CHOICE).list("noteType").policy(ONCE);
    public static final Field<Instant> NOTE_DATE =
            Field.of("noteDate", Kind.MOMENT).label("Date").policy(ONCE);
    /** The author as the system names them; a contact as well as a technician. */
    public static final Field<String> AUTHOR =
            Field.of("author", Kind.TEXT).policy(DERIVED).viewOnly();

    public static final Field<Instant> WRITTEN_AT =
            Field.of("writtenAt", Kind.MOMENT).label("Written").policy(DERIVED).viewOnly();
    public static final Field<String> HEAD = Head.field("Note");

    public static final EntityType TYPE = EntityType.of(
                    "ticketNote", HEAD, DETAILS, INTERNAL, KIND, NOTE_DATE, AUTHOR, WRITTEN_AT)
            .within(TICKET)
            .derive(f -> Head.set(f, HEAD, DETAILS));
}
