package io.mortise.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Observation;
import io.mortise.model.Organization;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightTest {
    private final Sight sight = new Sight(
            Organization.TYPE,
            row -> Ids.read(row.at("id")),
            row -> Observation.of(
                            Organization.TYPE,
                            Ids.read(row.at("id")).orElseThrow(),
                            Mapping.empty().text(Organization.NAME, "name").read(row))
                    .changedAt(Times.read(row.at("at").text().orElseThrow()))
                    .page(URI.create(row.at("url").text().orElse("/"))));

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
