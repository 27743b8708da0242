package io.mortise.model;

import static io.mortise.model.Part.DOCS;
import static io.mortise.model.Part.PSA;

import java.math.BigDecimal;
import java.util.Map;

/** A postal place of an organization. The PSA's site. */
public record Location(Entity entity) {
    private static final Policy BOTH = Policy.latest(PSA, DOCS);
    private static final Policy AT_PSA = Policy.owner(PSA);

    public static final Field<Ref> ORGANIZATION =
            Field.ref("organization", "organization").policy(BOTH);
    public static final Field<String> NAME =
            Field.of("name", Kind.TEXT).policy(BOTH).canon(Canon::line);
    /** Only the main place proves anything: every organization has one, and many others. */
    public static final Field<Boolean> IS_MAIN = Field.of("isMain", Kind.FLAG)
            .label("Main location")
            .policy(Policy.owner(PSA, DOCS))
            .junk(Boolean.FALSE::equals);

    public static final Field<String> ADDRESS1 = Field.of("address1", Kind.TEXT)
            .label("Address 1")
            .policy(BOTH)
            .canon(Canon::line)
            .junk(Junk::address);
    public static final Field<String> ADDRESS2 =
            Field.of("address2", Kind.TEXT).label("Address 2").policy(BOTH).canon(Canon::line);
    public static final Field<String> CITY =
            Field.of("city", Kind.TEXT).policy(BOTH).canon(Canon::line);
    /** The state's name as text; kept when a system's list has no such entry. */
    public static final Field<String> REGION = Field.of("region", Kind.TEXT)
            .list("region")
            .label("State")
            .policy(BOTH)
            .canon(Canon::line);

    public static final Field<String> POSTAL_CODE =
            Field.of("postalCode", Kind.TEXT).label("Zip").policy(BOTH).canon(Canon::serial);
    /** By its English name. */
    public static final Field<String> COUNTRY =
            Field.of("country", Kind.TEXT).list("country").policy(BOTH).canon(Canon::line);

    public static final Field<String> PHONE =
            Field.of("phone", Kind.TEXT).policy(BOTH).canon(Canon::phone);
    public static final Field<String> FAX =
            Field.of("fax", Kind.TEXT).policy(BOTH).canon(Canon::phone);
    public static final Field<String> EMAIL =
            Field.of("email", Kind.TEXT).policy(AT_PSA).canon(Canon::email);
    public static final Field<BigDecimal> LATITUDE =
            Field.of("latitude", Kind.DECIMAL).policy(AT_PSA);
    public static final Field<BigDecimal> LONGITUDE =
            Field.of("longitude", Kind.DECIMAL).policy(AT_PSA);
    /** Further addresses that the PSA keeps for one place. */
    public static final Field<Map<String, Object>> OTHER_ADDRESSES =
            Field.of("otherAddresses", Kind.JSON).policy(AT_PSA).viewOnly();

    public static final Field<Choice> TIME_ZONE =
            Field.of("timeZone", Kind.CHOICE).policy(AT_PSA);
    public static final Field<String> PSA_SYNC_STATE = Field.of("psaSyncState", Kind.TEXT)
            .policy(Policy.of(Policy.Rule.DERIVED))
            .viewOnly();

    public static final EntityType TYPE = EntityType.of(
                    "location",
                    NAME,
                    IS_MAIN,
                    ADDRESS1,
                    ADDRESS2,
                    CITY,
                    REGION,
                    POSTAL_CODE,
                    COUNTRY,
                    PHONE,
                    FAX,
                    EMAIL,
                    LATITUDE,
                    LONGITUDE,
                    OTHER_ADDRESSES,
                    TIME_ZONE,
                    PSA_SYNC_STATE)
            .within(ORGANIZATION)
            .tuple(ADDRESS1, ADDRESS2, CITY, REGION, POSTAL_CODE, COUNTRY)
            .matches(
                    Match.auto(NAME, ADDRESS1, POSTAL_CODE),
                    Match.auto(NAME, IS_MAIN),
                    Match.suggest(ADDRESS1, POSTAL_CODE),
                    Match.suggest(NAME),
                    Match.suggest());

    public String name() {
        return entity.get(NAME).orElse("");
    }
}
