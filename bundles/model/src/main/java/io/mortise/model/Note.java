package io.mortise.model;

import static io.mortise.model.Part.DOCS;

/**
 * The free text that is kept about an organization (BMS's company note, IT Glue's quick note), a contact, a configuration
 * or a location. There is one for each, and none before somebody writes its first text.
 */
public record Note(Entity entity) {
    public static final Field<Ref> SUBJECT = Field.ref(
                    "subject", "organization", "location", "contact", "configuration")
            .policy(Policy.owner(DOCS))
            .viewOnly();
    public static final Field<RichText> TEXT = Field.of("text", Kind.RICH).policy(Policy.of(Policy.Rule.TEXT));

    private static final Field<String> HEAD = Head.field("Note");

    public static final EntityType TYPE = EntityType.of("note", HEAD, TEXT)
            .within(SUBJECT)
            .derive(f -> Head.set(f, HEAD, TEXT))
            .matches(Match.auto());
}
