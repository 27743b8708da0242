package io.mortise.model;

import static io.mortise.model.Part.DOCS;

/** "These two belong together": a link between two records, seen from either. */
public record RelatedItem(Entity entity) {
    private static final Policy AT_DOCS = Policy.owner(DOCS);
    private static final Policy DERIVED = Policy.of(Policy.Rule.DERIVED);

    /** The end that it is kept with. */
    public static final Field<Ref> ITEM = Field.ref("item", "configuration", "contact", "location", "password")
            .policy(AT_DOCS)
            .viewOnly();
    /** The other end; none where it is something that isn't known here. */
    public static final Field<Ref> RELATED = Field.ref(
                    "related",
                    "organization",
                    "configuration",
                    "contact",
                    "location",
                    "password",
                    "documentationItem",
                    "checklistTemplate",
                    "user")
            .policy(AT_DOCS)
            .viewOnly();
    /** The other end's name, as the documentation shows it. */
    public static final Field<String> LABEL =
            Field.of("label", Kind.TEXT).policy(DERIVED).canon(Canon::line).viewOnly();
    /** What the other end is: "Document", "Configuration". */
    public static final Field<String> KIND =
            Field.of("kind", Kind.TEXT).policy(DERIVED).viewOnly();
    /** Where the other end is seen in the documentation itself. */
    public static final Field<String> PAGE =
            Field.of("page", Kind.TEXT).policy(DERIVED).viewOnly();

    public static final Field<String> NOTE = Field.of("note", Kind.TEXT).policy(AT_DOCS);
    /** Follows from a field of the other end: it is removed there alone. */
    public static final Field<Boolean> TAGGED =
            Field.of("tagged", Kind.FLAG).policy(DERIVED).viewOnly();
    /** The other end is archived. */
    public static final Field<Boolean> ARCHIVED =
            Field.of("archived", Kind.FLAG).policy(DERIVED).viewOnly();

    public static final EntityType TYPE = EntityType.of(
                    "relatedItem", LABEL, KIND, RELATED, PAGE, NOTE, TAGGED, ARCHIVED)
            .within(ITEM)
            .matches(Match.auto(RELATED));
}
