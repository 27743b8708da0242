package io.mortise.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Choice;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A table is a lens: what is put is got, what is got changes nothing when it is put. */
class MappingLawsTest {
    private static final Mapping MAPPING = Mapping.empty()
            .text(Configuration.NAME, "name")
            .flag(Contact.IMPORTANT, "important")
            .not(EntityType.ACTIVE, "archived")
            .day(Configuration.PURCHASED_AT, "bought")
            .day(Configuration.WARRANTY_EXPIRES_AT, "warranty", "T00:00:00Z")
            .moment(Configuration.FIRST_SEEN, "firstSeen")
            .choice(Configuration.STATUS, "statusId", "statusName")
            .ref(Configuration.LOCATION, "locationId", Location.TYPE)
            .ref(Configuration.ORGANIZATION, "orgId", Organization.TYPE);
    private static final EntityType TYPE = Configuration.TYPE.fields(Contact.IMPORTANT);

    /** Each field mentioned with a value, mentioned as none, or not mentioned. */
    @Provide
    Arbitrary<Fields> fields() {
        List<Arbitrary<Fields>> each = new ArrayList<>();
        each.add(maybe(Configuration.NAME, Arbitraries.strings().ofMaxLength(20)));
        each.add(Arbitraries.of(Fields.NONE, Fields.of(Contact.IMPORTANT, true), Fields.of(Contact.IMPORTANT, false)));
        each.add(Arbitraries.of(Fields.NONE, Fields.of(EntityType.ACTIVE, true), Fields.of(EntityType.ACTIVE, false)));
        each.add(maybe(Configuration.PURCHASED_AT, days()));
        each.add(maybe(Configuration.WARRANTY_EXPIRES_AT, days()));
        each.add(maybe(
                Configuration.FIRST_SEEN,
                Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli)));
        each.add(maybe(Configuration.STATUS, ids().map(id -> new Choice(id, id))));
        each.add(maybe(Configuration.LOCATION, ids().map(id -> Ref.to(Location.TYPE, id))));
        each.add(maybe(Configuration.ORGANIZATION, ids().map(id -> Ref.to(Organization.TYPE, id))));
        return Combinators.combine(each).as(MappingLawsTest::join);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 60_000)
                .map(d -> LocalDate.of(1950, 1, 1).plusDays(d));
    }

    /** Numbers, 26 digits among them, and other text. */
    private static Arbitrary<String> ids() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(1, Long.MAX_VALUE).map(String::valueOf),
                Arbitraries.strings().numeric().ofLength(26).map(d -> "7" + d.substring(1)),
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8));
    }

    private static <T> Arbitrary<Fields> maybe(Field<T> field, Arbitrary<T> value) {
        return Arbitraries.oneOf(
                value.map(v -> Fields.of(field, v)),
                Arbitraries.just(Fields.with().clear(field).build()),
                Arbitraries.just(Fields.NONE));
    }

    private static Fields join(List<Fields> parts) {
        return parts.stream().reduce(Fields.NONE, Fields::overlaid);
    }

    @Property
    void whatIsPutIsGot(@ForAll("fields") Fields fields) {
        assertThat(MAPPING.read(overTheWire(MAPPING.write(fields)))).isEqualTo(fields);
    }

    @Property
    void whatIsGotChangesNothingWhenItIsPut(@ForAll("fields") Fields fields) {
        Json shown = overTheWire(MAPPING.write(fields));
        assertThat(overTheWire(MAPPING.write(MAPPING.read(shown)))).isEqualTo(shown);
    }

    @Property
    void onlyWhatIsMentionedLeaves(@ForAll("fields") Fields fields) {
        assertThat(MAPPING.write(fields).names()).hasSameSizeAs(fields.names());
    }

    private static Json overTheWire(Json json) {
        return Json.read(json.bytes());
    }
}
