package io.mortise.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Observation;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightTest {
    private final Sight sight = new Sight(
            Organization.TYPE,
            row -> Ids.read(row.at("id")),
            row -> Times.told(row.at("at")),
            (row, unread) -> Observation.of(
                            Organization.TYPE,
                            Ids.read(row.at("id")).orElseThrow(),
                            Mapping.empty().text(Organization.NAME, "name").read(row, unread))
                    .changedAt(Times.read(row.at("at").text().orElseThrow()))
                    .page(URI.create(row.at("url").text().orElse("/"))));
    private final Sight contacts = new Sight(
            Contact.TYPE,
            row -> Ids.read(row.at("id")),
            (row, unread) -> Observation.of(
                    Contact.TYPE, Ids.read(row.at("id")).orElseThrow(), SightTest.CONTACT.read(row, unread)));

    private static final Mapping CONTACT = Mapping.empty()
            .ref(Contact.ORGANIZATION, "org", Organization.TYPE)
            .text(Contact.FIRST_NAME, "first")
            .flag(EntityType.ACTIVE, "active")
            .moment(Configuration.FIRST_SEEN, "seen");

    private static Json json(String text) {
        return Json.read(text.replace('\'', '"').getBytes(UTF_8));
    }

    private static Json row(String fields) {
        return json("{" + fields + "}");
    }

    private static final String GOOD = "'id':1,'name':'One','at':'2026-11-21T10:00:00Z'";
    private static final String BAD_DATE = "'id':2,'name':'Two','at':'on Tuesday'";
    private static final String BAD_URL = "'id':3,'name':'Three','at':'2026-11-21T10:00:00Z','url':'http://a b'";
    private static final String NO_ID = "'name':'Nobody','at':'2026-11-21T10:00:00Z'";

    @Test
    void aRowThatCantBeReadStopsNoOther() {
        List<Observation> seen =
                sight.list(List.of(row(BAD_DATE), json("'a text'"), row(NO_ID), row(GOOD), row(BAD_URL), json("null")));
        assertThat(seen).extracting(o -> o.ref().id()).containsExactly("2", "1", "3");
        assertThat(seen).extracting(Observation::isHint).containsExactly(true, false, true);
        assertThat(sight.unreadable()).isEqualTo(5);
    }

    @Test
    void aFieldThatCantBeReadTakesNothingElseAlong() throws Fault {
        Json row = row("'id':9,'org':7,'first':'Ann','active':'maybe','seen':'on Tuesday'");
        for (Observation seen :
                List.of(contacts.list(List.of(row)).get(0), contacts.fetched(row), contacts.saved(row))) {
            assertThat(seen.isHint()).isFalse();
            assertThat(seen.fields().names()).containsExactlyInAnyOrder("organization", "firstName");
            assertThat(seen.fields().get(Contact.ORGANIZATION)).contains(Ref.to(Organization.TYPE, "7"));
        }
        assertThat(contacts.unreadable()).isEqualTo(6);
    }

    @Test
    void anOrganizationThatCantBeReadIsUnknownAndNotNone() throws Fault {
        for (String org : List.of("{'id':7}", "[7]"))
            assertThat(contacts.fetched(row("'id':9,'org':" + org)).fields().mentions(Contact.ORGANIZATION))
                    .isFalse();
        assertThat(contacts.fetched(row("'id':9,'org':null")).fields().mentions(Contact.ORGANIZATION))
                .isTrue();
    }

    @Test
    void aHintSaysWhenItWasChangedIfThatCanBeRead() {
        assertThat(sight.list(List.of(row(BAD_URL))).get(0).changedAt())
                .contains(Instant.parse("2026-11-21T10:00:00Z"));
        assertThat(sight.list(List.of(row(BAD_DATE))).get(0).changedAt()).isEmpty();
    }

    @Test
    void aRecordAskedForAloneIsReportedWithoutItsContent() {
        Fault fault = catchThrowableOfType(Fault.class, () -> sight.fetched(row(BAD_DATE)));
        assertThat(fault.remedy()).isEqualTo(Remedy.REPORT);
        assertThat(fault.getMessage()).doesNotContain("Tuesday");
        assertThat(fault.getCause()).isNull();
    }

    @Test
    void whatWasSavedAndCantBeReadIsLookedAtLater() throws Fault {
        assertThat(sight.saved(row(BAD_DATE)).isHint()).isTrue();
        assertThat(sight.saved(row(GOOD)).isHint()).isFalse();
        assertThat(catchThrowableOfType(Fault.class, () -> sight.saved(row(NO_ID)))
                        .remedy())
                .isEqualTo(Remedy.REPORT);
    }

    @Test
    void whatIsNoListIsNoEmptyListEither() throws Fault {
        assertThat(Rows.of(json("[{'id':1}]"), 1, 10, json("1")).items()).hasSize(1);
        assertThat(Rows.of(json("null"), 1, 10, json("0")).isLast()).isTrue();
        for (String none : List.of("{}", "'sorry'", "7"))
            assertThat(catchThrowableOfType(Fault.class, () -> Rows.of(json(none), 1, 10, json("0")))
                            .remedy())
                    .isEqualTo(Remedy.REPORT);
        assertThat(catchThrowableOfType(Fault.class, () -> Rows.of(Json.NONE, 1, 10, json("0")))
                        .remedy())
                .isEqualTo(Remedy.REPORT);
        assertThat(catchThrowableOfType(Fault.class, () -> Rows.of(json("[]"), 1, 10, Json.NONE))
                        .remedy())
                .isEqualTo(Remedy.REPORT);
    }

    @Test
    void aTimeThatMayBeMissedIsNoneAndAnOddIdStillHasItsPage() {
        assertThat(Times.told(json("'on Tuesday'"))).isEmpty();
        assertThat(Times.told(json("'2026-11-21T10:00:00Z'"))).isPresent();
        assertThat(Addresses.below("https://x.example/a", "/app/7 {8}|9").toString())
                .isEqualTo("https://x.example/a/app/7%20%7B8%7D%7C9");
    }
}
