package io.mortise.model;

import static io.mortise.model.Part.DOCS;
import static io.mortise.model.Part.PSA;

import java.time.LocalDate;
import java.util.Optional;

/** A customer (or our own company, or a vendor) that everything else hangs from. The PSA's account. */
public record Organization(Entity entity) {
    public static final Field<String> NAME = Field.of("name", Kind.TEXT)
            .policy(Policy.owner(PSA, DOCS))
            .canon(Canon::line)
            .junk(Junk::organization);
    public static final Field<String> SHORT_NAME =
            Field.of("shortName", Kind.TEXT).policy(Policy.owner(PSA, DOCS)).canon(Canon::line);
    public static final Field<Choice> KIND =
            Field.of("type", Kind.CHOICE).list("organizationType").policy(Policy.owner(PSA, DOCS));
    public static final Field<Choice> STATUS =
            Field.of("status", Kind.CHOICE).list("organizationStatus").policy(Policy.owner(PSA, DOCS));
    public static final Field<Ref> PARENT = Field.ref("parent", "organization").policy(Policy.owner(PSA, DOCS));
    public static final Field<Ref> PRIMARY_LOCATION = Field.ref("primaryLocation", "location")
            .policy(Policy.owner(PSA, DOCS))
            .viewOnly();
    public static final Field<String> ALERT = Field.of("alert", Kind.TEXT).policy(Policy.owner(DOCS));
    public static final Field<String> DESCRIPTION =
            Field.of("description", Kind.TEXT).policy(Policy.owner(PSA, DOCS));
    public static final Field<String> WEBSITE =
            Field.of("website", Kind.TEXT).policy(Policy.owner(PSA)).canon(Canon::line);
    public static final Field<Boolean> OWN_COMPANY = Field.of("isOwnCompany", Kind.FLAG)
            .label("Our own company")
            .policy(Policy.owner(DOCS))
            .viewOnly();
    public static final Field<Choice> BUSINESS_TYPE =
            Field.of("businessType", Kind.CHOICE).list("businessType").policy(Policy.owner(PSA));
    public static final Field<Choice> SERVICE_TYPE =
            Field.of("serviceType", Kind.CHOICE).list("serviceType").policy(Policy.owner(PSA));
    public static final Field<Ref> ACCOUNT_MANAGER =
            Field.ref("accountManager", "user").policy(Policy.owner(PSA));
    public static final Field<LocalDate> ACQUIRED_ON =
            Field.of("acquiredOn", Kind.DAY).policy(Policy.owner(PSA));
    public static final Field<Choice> CURRENCY =
            Field.of("currency", Kind.CHOICE).policy(Policy.owner(PSA));
    /** What the documentation system says of its own sync with the PSA; it locks fields there. */
    public static final Field<String> PSA_SYNC_STATE = Field.of("psaSyncState", Kind.TEXT)
            .policy(Policy.of(Policy.Rule.DERIVED))
            .viewOnly();

    public static final EntityType TYPE = EntityType.of(
                    "organization",
                    NAME,
                    SHORT_NAME,
                    KIND,
                    STATUS,
                    PARENT,
                    PRIMARY_LOCATION,
                    ALERT,
                    DESCRIPTION,
                    WEBSITE,
                    OWN_COMPANY,
                    BUSINESS_TYPE,
                    SERVICE_TYPE,
                    ACCOUNT_MANAGER,
                    ACQUIRED_ON,
                    CURRENCY,
                    PSA_SYNC_STATE)
            .matches(Match.auto(NAME).whenSwitchedOn(), Match.suggest(NAME), Match.suggest(SHORT_NAME));

    public String name() {
        return entity.get(NAME).orElse("");
    }

    public Optional<Choice> status() {
        return entity.get(STATUS);
    }
}
