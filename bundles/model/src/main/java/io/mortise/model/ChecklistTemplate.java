package io.mortise.model;

import static io.mortise.model.Part.DOCS;

import java.time.Instant;

/** A list of steps that the documentation keeps ready to be used on tickets. Its tasks are read when it is used. */
public record ChecklistTemplate(Entity entity) {
    private static final Policy AT_DOCS = Policy.owner(DOCS);
    private static final Policy DERIVED = Policy.of(Policy.Rule.DERIVED);

    public static final Field<String> NAME =
            Field.of("name", Kind.TEXT).policy(AT_DOCS).canon(Canon::line);
    public static final Field<String> DESCRIPTION =
            Field.of("description", Kind.TEXT).policy(AT_DOCS);
    /** One customer's own; none for one of all. */
    public static final Field<Ref> ORGANIZATION =
            Field.ref("organization", "organization").policy(AT_DOCS);

    public static final Field<String> CREATED_BY =
            Field.of("createdBy", Kind.TEXT).label("Creator").policy(DERIVED).viewOnly();
    public static final Field<Instant> CREATED =
            Field.of("created", Kind.MOMENT).policy(DERIVED).viewOnly();
    public static final Field<Instant> UPDATED = Field.of("updated", Kind.MOMENT)
            .label("Last updated")
            .policy(DERIVED)
            .viewOnly();

    public static final EntityType TYPE =
            EntityType.of("checklistTemplate", NAME, DESCRIPTION, ORGANIZATION, CREATED_BY, CREATED, UPDATED);
}
