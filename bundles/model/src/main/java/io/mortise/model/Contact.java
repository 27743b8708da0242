package io.mortise.model;

import static io.mortise.model.Part.DOCS;
import static io.mortise.model.Part.PSA;

import java.util.Set;

/** A person, or a shared desk, at an organization. */
public record Contact(Entity entity) {
    private static final Policy BOTH = Policy.latest(PSA, DOCS);
    private static final Policy MERGED = Policy.of(Policy.Rule.UNION);

    /** First and last name; computed here, so that a list has one thing to show and to sort by. */
    public static final Field<String> NAME = Field.of("name", Kind.TEXT)
            .policy(Policy.of(Policy.Rule.DERIVED))
            .canon(Canon::line)
            .viewOnly();

    public static final Field<Ref> ORGANIZATION =
            Field.ref("organization", "organization").policy(BOTH);
    public static final Field<String> FIRST_NAME =
            Field.of("firstName", Kind.TEXT).policy(BOTH).canon(Canon::line).junk(Junk::person);
    public static final Field<String> LAST_NAME =
            Field.of("lastName", Kind.TEXT).policy(BOTH).canon(Canon::line).junk(Junk::person);
    public static final Field<String> MIDDLE_NAME =
            Field.of("middleName", Kind.TEXT).policy(Policy.owner(PSA)).canon(Canon::line);
    public static final Field<String> TITLE =
            Field.of("title", Kind.TEXT).policy(BOTH).canon(Canon::line);
    public static final Field<Choice> KIND =
            Field.of("type", Kind.CHOICE).list("contactType").policy(Policy.owner(DOCS));
    public static final Field<Boolean> IMPORTANT =
            Field.of("important", Kind.FLAG).policy(BOTH);
    public static final Field<Set<Labelled>> EMAILS = Field.of("emails", Kind.setOf(Kind.LABELLED))
            .label("E-mails")
            .policy(MERGED)
            .canon(Canon::emails)
            .junk(Junk::mailbox);
    public static final Field<String> PRIMARY_EMAIL = Field.of("primaryEmail", Kind.TEXT)
            .label("Default e-mail")
            .policy(BOTH)
            .canon(Canon::email);
    public static final Field<Set<Labelled>> PHONES =
            Field.of("phones", Kind.setOf(Kind.LABELLED)).policy(MERGED).canon(Canon::phones);
    public static final Field<String> PRIMARY_PHONE = Field.of("primaryPhone", Kind.TEXT)
            .label("Default phone")
            .policy(BOTH)
            .canon(Canon::phone);
    public static final Field<Ref> LOCATION = Field.ref("location", "location").policy(BOTH);
    public static final Field<Boolean> PORTAL_ACCESS = Field.of("portalAccess", Kind.FLAG)
            .policy(Policy.of(Policy.Rule.DERIVED))
            .viewOnly();
    public static final Field<String> PSA_SYNC_STATE = Field.of("psaSyncState", Kind.TEXT)
            .policy(Policy.of(Policy.Rule.DERIVED))
            .viewOnly();

    public static final EntityType TYPE = EntityType.of(
                    "contact",
                    NAME,
                    FIRST_NAME,
                    LAST_NAME,
                    MIDDLE_NAME,
                    TITLE,
                    KIND,
                    IMPORTANT,
                    EMAILS,
                    PRIMARY_EMAIL,
                    PHONES,
                    PRIMARY_PHONE,
                    LOCATION,
                    PORTAL_ACCESS,
                    PSA_SYNC_STATE)
            .within(ORGANIZATION)
            .derive(f -> f.but().set(NAME, name(f)).build())
            .constraints(
                    Constraint.sameWithin(LOCATION, ORGANIZATION),
                    Constraint.member(PRIMARY_EMAIL, EMAILS),
                    Constraint.member(PRIMARY_PHONE, PHONES))
            .matches(
                    Match.auto(EMAILS),
                    Match.auto(FIRST_NAME, LAST_NAME).unlessDiffer(EMAILS),
                    Match.suggest(FIRST_NAME, LAST_NAME),
                    Match.suggest(PHONES, LAST_NAME));

    /** First and last name, whichever there are. */
    public String name() {
        return name(entity.fields());
    }

    private static String name(Fields fields) {
        return (fields.get(FIRST_NAME).orElse("") + " " + fields.get(LAST_NAME).orElse("")).strip();
    }
}
