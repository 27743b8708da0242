package io.mortise.model;

import static io.mortise.model.Part.DOCS;

import java.time.Instant;

/** A credential that the documentation keeps, without its value: that is shown live and stored never. */
public record Password(Entity entity) {
    private static final Policy AT_DOCS = Policy.owner(DOCS);
    private static final Policy DERIVED = Policy.of(Policy.Rule.DERIVED);

    public static final Field<Ref> ORGANIZATION =
            Field.ref("organization", "organization").policy(AT_DOCS);
    public static final Field<String> NAME =
            Field.of("name", Kind.TEXT).policy(AT_DOCS).canon(Canon::line);
    public static final Field<String> USERNAME =
            Field.of("username", Kind.TEXT).policy(AT_DOCS).confidential();
    public static final Field<String> URL =
            Field.of("url", Kind.TEXT).label("URL").policy(AT_DOCS).confidential();
    public static final Field<Choice> CATEGORY =
            Field.of("category", Kind.CHOICE).list("passwordCategory").policy(AT_DOCS);
    /** What it is embedded in; none for a general one. Fixed when it is made. */
    public static final Field<Ref> PARENT = Field.ref("parent", "configuration", "contact", "location")
            .policy(AT_DOCS)
            .viewOnly();

    public static final Field<String> PARENT_LABEL = Field.of("parentLabel", Kind.TEXT)
            .label("Embedded in")
            .policy(DERIVED)
            .viewOnly();
    /** None of a password outside of folders, or whose folders this account may not see. */
    public static final Field<Ref> FOLDER =
            Field.ref("folder", "documentationItem").policy(AT_DOCS).viewOnly();

    public static final Field<String> NOTE =
            Field.of("note", Kind.TEXT).policy(AT_DOCS).confidential();
    public static final Field<Instant> VALUE_CHANGED_AT = Field.of("valueChangedAt", Kind.MOMENT)
            .label("Password changed")
            .policy(DERIVED)
            .viewOnly();
    public static final Field<String> CHANGED_BY =
            Field.of("updatedBy", Kind.TEXT).label("Changed by").policy(DERIVED).viewOnly();
    public static final Field<Boolean> HAS_OTP = Field.of("hasOtp", Kind.FLAG)
            .label("One-time codes")
            .policy(AT_DOCS)
            .viewOnly();
    /** Shown live to who asks, with that person's own login, and kept nowhere; an edit, which may wait, can't carry it. */
    public static final Field<Secret> VALUE =
            Field.of("value", Kind.SECRET).label("Password").policy(AT_DOCS).viewOnly();

    /** Its value is encrypted end to end there: it can't be shown here. */
    public static final Field<Boolean> VAULT =
            Field.of("isVault", Kind.FLAG).label("In a vault").policy(AT_DOCS).viewOnly();

    public static final EntityType TYPE = EntityType.of(
                    "password", NAME, USERNAME, URL, CATEGORY, PARENT, PARENT_LABEL, FOLDER)
            .within(ORGANIZATION)
            .fields(VALUE, NOTE, VALUE_CHANGED_AT, CHANGED_BY, HAS_OTP, VAULT);
}
