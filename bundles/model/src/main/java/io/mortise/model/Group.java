package io.mortise.model;

import java.util.Set;

/** Technicians whom the documentation gives the same access; here to explain why something is denied. */
public record Group(Entity entity) {
    private static final Policy AT_DOCS = Policy.owner(Part.DOCS);

    public static final Field<String> NAME =
            Field.of("name", Kind.TEXT).policy(AT_DOCS).canon(Canon::line).viewOnly();
    public static final Field<String> DESCRIPTION =
            Field.of("description", Kind.TEXT).policy(AT_DOCS).viewOnly();
    /** Users. */
    public static final Field<Set<Ref>> MEMBERS =
            Field.of("members", Kind.setOf(Kind.REF)).policy(AT_DOCS).viewOnly();
    /** Those that its members may see, besides what each may see alone. */
    public static final Field<Set<Ref>> ORGANIZATIONS =
            Field.of("organizations", Kind.setOf(Kind.REF)).policy(AT_DOCS).viewOnly();
    /** Kinds of records that its members may not see anywhere, in the vendor's words: {@code passwords}. */
    public static final Field<Set<String>> DENIED = Field.of("denied", Kind.setOf(Kind.TEXT))
            .label("Denied types")
            .policy(AT_DOCS)
            .viewOnly();

    public static final EntityType TYPE = EntityType.of("group", NAME, DESCRIPTION, MEMBERS, ORGANIZATIONS, DENIED);
}
