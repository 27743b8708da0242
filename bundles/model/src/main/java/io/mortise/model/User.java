package io.mortise.model;

import static io.mortise.model.Part.DOCS;
import static io.mortise.model.Part.PSA;
import static io.mortise.model.Part.RMM;

/** A technician as the connected systems know them: assigned, writing, looking. Not the account that signs in here. */
public record User(Entity entity) {
    private static final Policy ALL = Policy.owner(PSA, DOCS, RMM);

    /** First and last name; computed here where a system gives both. */
    public static final Field<String> NAME =
            Field.of("name", Kind.TEXT).policy(ALL).canon(Canon::line).viewOnly();

    public static final Field<String> FIRST_NAME =
            Field.of("firstName", Kind.TEXT).policy(ALL).canon(Canon::line).viewOnly();
    public static final Field<String> LAST_NAME =
            Field.of("lastName", Kind.TEXT).policy(ALL).canon(Canon::line).viewOnly();
    public static final Field<String> EMAIL = Field.of("email", Kind.TEXT)
            .label("E-mail")
            .policy(ALL)
            .canon(Canon::email)
            .junk(Junk::mailbox)
            .viewOnly();
    public static final Field<String> JOB_TITLE =
            Field.of("jobTitle", Kind.TEXT).policy(Policy.owner(PSA, DOCS)).viewOnly();
    /** Administrator, Manager, Editor, Creator, Lite or Read-only: what the documentation lets them do. */
    public static final Field<String> DOCS_ROLE = Field.of("docsRole", Kind.TEXT)
            .label("Documentation role")
            .policy(Policy.owner(DOCS))
            .viewOnly();

    public static final EntityType TYPE = EntityType.of(
                    "user", NAME, FIRST_NAME, LAST_NAME, EMAIL, JOB_TITLE, DOCS_ROLE)
            .derive(f -> f.get(FIRST_NAME).isEmpty() && f.get(LAST_NAME).isEmpty()
                    ? f
                    : f.but().set(NAME, name(f)).build())
            .matches(Match.auto(EMAIL), Match.suggest(NAME));

    private static String name(Fields f) {
        return (f.get(FIRST_NAME).orElse("") + " " + f.get(LAST_NAME).orElse("")).strip();
    }
}
