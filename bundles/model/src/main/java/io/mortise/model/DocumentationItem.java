package io.mortise.model;

import java.time.Instant;

/** A document or another asset of the documentation, by its name and address alone: enough to relate and suggest it. */
public record DocumentationItem(Entity entity) {
    private static final Policy THERE = Policy.of(Policy.Rule.DERIVED);

    public static final Field<Ref> ORGANIZATION =
            Field.ref("organization", "organization").policy(THERE).viewOnly();
    public static final Field<String> NAME =
            Field.of("name", Kind.TEXT).policy(THERE).canon(Canon::line).viewOnly();
    /** "Document", or what the documentation calls this sort of asset: "Application". */
    public static final Field<String> KIND =
            Field.of("kind", Kind.TEXT).policy(THERE).viewOnly();

    public static final Field<Instant> CREATED =
            Field.of("created", Kind.MOMENT).policy(THERE).viewOnly();
    public static final Field<Instant> UPDATED =
            Field.of("updated", Kind.MOMENT).label("Last updated").policy(THERE).viewOnly();

    public static final EntityType TYPE =
            EntityType.of("documentationItem", NAME, KIND, CREATED, UPDATED).within(ORGANIZATION);
}
