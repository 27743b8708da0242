package io.mortise.model;

import java.time.Instant;

/** A file on a record, without its bytes: those are fetched when somebody asks. Each has one home and isn't copied on. */
public record Attachment(Entity entity) {
    private static final Policy THERE = Policy.of(Policy.Rule.DERIVED);

    public static final Field<Ref> PARENT = Field.ref(
                    "parent", "organization", "configuration", "contact", "location", "password", "ticket")
            .policy(THERE)
            .viewOnly();
    /** What people call it; the file's own name where nobody has renamed it. */
    public static final Field<String> NAME =
            Field.of("name", Kind.TEXT).policy(THERE).canon(Canon::line).viewOnly();

    public static final Field<String> FILE_NAME =
            Field.of("fileName", Kind.TEXT).policy(THERE).viewOnly();
    public static final Field<String> MIME =
            Field.of("mime", Kind.TEXT).label("File type").policy(THERE).viewOnly();
    /** In bytes; none where the system doesn't tell before it is downloaded. */
    public static final Field<Long> SIZE =
            Field.of("size", Kind.WHOLE).policy(THERE).viewOnly();

    public static final Field<Instant> CREATED =
            Field.of("created", Kind.MOMENT).policy(THERE).viewOnly();
    public static final Field<String> CREATED_BY =
            Field.of("createdBy", Kind.TEXT).policy(THERE).viewOnly();

    public static final EntityType TYPE = EntityType.of("attachment", NAME, FILE_NAME, MIME, SIZE, CREATED, CREATED_BY)
            .within(PARENT);
}
