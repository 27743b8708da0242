package io.mortise.connector.bms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Feed.Cursor;
import io.mortise.connector.Observation;
import io.mortise.connector.tck.Desk;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.Choice;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Labelled;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.sandbox.Sandbox;
import io.mortise.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is peculiar to BMS. */
class BmsBehaviourTest {
    private static final Fields NEW_NAME = Fields.of(Configuration.NAME, "RENAMED");

    private Sandbox sandbox;
    private Desk desk;
    private Tenant tenant;

    @BeforeEach
    void start() throws Exception {
        start(0.1);
    }

    private void start(double scale) throws Exception {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(scale).withSpeed(100_000));
        desk = Desk.at(sandbox.bms());
        tenant = signedIn();
    }

    private Tenant signedIn() throws Fault {
        String url = sandbox.bms().toString();
        return Tenant.open(
                new BmsConnector(), Map.of("url", url, "tenant", "Sandbox", "user", "api", "password", "sandbox"));
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    private Observation first(EntityType type) throws Fault {
        Observation row = tenant.all(type).get(0);
        return tenant.fetch(type, row.ref().id());
    }

    private ObjectNode raw(String asset) throws IOException {
        String record = desk.send("GET", "/_sandbox/records/hardwareassets/" + asset, "");
        return (ObjectNode) new ObjectMapper().readTree(record).get("fields");
    }

    private void fault(String json) {
        desk.send("POST", "/_sandbox/faults", json.replace('\'', '"'));
    }

    @Test
    void whatIsInactiveIsSweptToo() throws Fault {
        for (EntityType type : List.of(Organization.TYPE, Contact.TYPE, Configuration.TYPE)) {
            Observation one = first(type);
            tenant.update(type, one.ref().id(), Fields.of(EntityType.ACTIVE, false));
            assertThat(tenant.all(type))
                    .filteredOn(o -> o.ref().equals(one.ref()))
                    .singleElement()
                    .satisfies(
                            o -> assertThat(o.fields().get(EntityType.ACTIVE)).contains(false));
        }
    }

    @Test
    void aChangedAssetKeepsAllThatWasntMentioned() throws Exception {
        String id = first(Configuration.TYPE).ref().id();
        desk.send(
                "PATCH",
                "/_sandbox/records/hardwareassets/" + id,
                "{\"barCode\":\"B-77\",\"purchaseCost\":12.5,\"dnsServers\":\"10.0.0.1\",\"description\":\"kept\"}");
        ObjectNode before = raw(id);
        tenant.update(Configuration.TYPE, id, NEW_NAME);
        ObjectNode after = raw(id);
        assertThat(after.get("name").asText()).isEqualTo("RENAMED");
        // computerName can be put but is never shown, so nobody can give it back
        before.remove(List.of("name", "computerName"));
        after.remove(List.of("name", "computerName"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aSaveThatFailsHalfwayIsToBeLookedAt() throws Fault {
        Observation contact = first(Contact.TYPE);
        fault("{'kind':'500','every':1,'method':'PATCH','path':'.*/phones'}");
        Fields edit = Fields.with()
                .set(Contact.TITLE, "Owner")
                .set(Contact.PHONES, Set.of(new Labelled("5035550100", "Work")))
                .build();
        Fault fault = catchThrowableOfType(
                Fault.class, () -> tenant.update(Contact.TYPE, contact.ref().id(), edit));
        assertThat(fault.remedy()).isEqualTo(Remedy.LOOK);
        assertThat(tenant.fetch(Contact.TYPE, contact.ref().id()).fields().get(Contact.TITLE))
                .contains("Owner");
    }

    @Test
    void aCutPageOfAccountsIsReadAgain() {
        fault("{'kind':'truncated-page','mode':'rows','every':1}");
        Fault fault = catchThrowableOfType(Fault.class, () -> tenant.all(Organization.TYPE));
        assertThat(fault.remedy()).isEqualTo(Remedy.RETRY);
    }

    @Test
    void aCutPageOfAssetsIsntTheEnd() throws Fault {
        int all = tenant.all(Configuration.TYPE).size();
        fault("{'kind':'truncated-page','mode':'rows','every':1,'times':1}");
        var pages = tenant.pages(tenant.sweep(Configuration.TYPE).orElseThrow(), Cursor.START, 20);
        assertThat(pages.stream()
                        .flatMap(p -> p.items().stream())
                        .map(o -> o.ref().id())
                        .distinct())
                .hasSize(all);
    }

    @Test
    void aListOfAssetsWhosePagesAreCutNowAndThenIsReadWhole() throws Fault {
        int all = tenant.all(Configuration.TYPE).size();
        fault("{'kind':'truncated-page','mode':'rows','every':2}");
        var pages = tenant.pages(tenant.sweep(Configuration.TYPE).orElseThrow(), Cursor.START, 100);
        assertThat(pages.stream()
                        .flatMap(p -> p.items().stream())
                        .map(o -> o.ref().id())
                        .distinct())
                .hasSize(all);
    }

    @Test
    void aSearchForAnAssetLooksAtMoreThanOnePage() throws Exception {
        sandbox.close();
        start(0.5);
        List<Observation> all = tenant.all(Configuration.TYPE);
        String part = "-";
        assertThat(all.stream().map(o -> o.fields().get(Configuration.NAME).orElse("")))
                .filteredOn(name -> name.contains(part))
                .hasSizeGreaterThan(Feeds.PAGE);
        for (Observation one : List.of(all.get(0), all.get(all.size() - 1))) {
            tenant.update(Configuration.TYPE, one.ref().id(), Fields.of(Configuration.NAME, part));
            Observation renamed = tenant.fetch(Configuration.TYPE, one.ref().id());
            assertThat(find(Configuration.TYPE, renamed, Configuration.NAME))
                    .extracting(Observation::ref)
                    .contains(one.ref());
        }
    }

    @Test
    void aCutListOfWordsIsReadAgain() throws Fault {
        fault("{'kind':'truncated-page','mode':'rows','every':1,'times':1}");
        int withACut = kinds(tenant);
        assertThat(withACut).isEqualTo(kinds(signedIn()));
    }

    private static int kinds(Tenant tenant) throws Fault {
        return tenant.lane(Configuration.TYPE)
                .choices(Configuration.KIND)
                .orElseThrow()
                .of(Fields.NONE)
                .size();
    }

    @Test
    void aCutAnswerToASearchForAnAccountIsntTakenForNone() throws Fault {
        Observation there = first(Organization.TYPE);
        fault("{'kind':'truncated-page','mode':'rows','every':1}");
        Fault fault = catchThrowableOfType(Fault.class, () -> find(Organization.TYPE, there, Organization.NAME));
        assertThat(fault.remedy()).isEqualTo(Remedy.RETRY);
    }

    @Test
    void aCutAnswerToASearchForAnAssetIsntTakenForNone() throws Fault {
        Observation there = tenant.all(Configuration.TYPE).stream()
                .filter(o -> o.fields().get(Configuration.SERIAL).isPresent())
                .findFirst()
                .orElseThrow();
        fault("{'kind':'truncated-page','mode':'rows','every':1,'times':2}");
        assertThat(find(Configuration.TYPE, there, Configuration.SERIAL, Configuration.NAME))
                .extracting(Observation::ref)
                .contains(there.ref());
    }

    @SafeVarargs
    private List<Observation> find(EntityType type, Observation there, Field<String>... by) throws Fault {
        Fields.Builder like = Fields.with();
        for (Field<String> field : by) like.set(field, there.fields().get(field).orElseThrow());
        return tenant.lane(type).find().orElseThrow().of(like.build());
    }

    @Test
    void aNewAssetWithoutAPlaceIsAtTheMainLocation() throws Fault {
        Observation main = tenant.all(Location.TYPE).stream()
                .filter(o -> o.fields().get(Location.IS_MAIN).orElse(false))
                .findFirst()
                .orElseThrow();
        Observation made = tenant.create(
                Configuration.TYPE,
                Fields.with()
                        .set(Configuration.NAME, "NEW-1")
                        .set(Configuration.MANUFACTURER, "Nobody has heard of them")
                        .set(
                                Configuration.KIND,
                                tenant.another(Configuration.TYPE, Configuration.KIND, java.util.Optional.empty()))
                        .set(Configuration.ORGANIZATION, main.fields().get(Location.ORGANIZATION))
                        .build());
        assertThat(made.fields().get(Configuration.LOCATION)).contains(main.ref());
        assertThat(made.fields().get(Configuration.MANUFACTURER)).isEmpty();
    }

    @Test
    void aRefusedValueNamesOurField() throws Fault {
        String id = first(Configuration.TYPE).ref().id();
        Fields nowhere = Fields.of(Configuration.KIND, new Choice("1", "No such"));
        Fault fault = catchThrowableOfType(Fault.class, () -> tenant.update(Configuration.TYPE, id, nowhere));
        assertThat(fault.remedy()).isEqualTo(Remedy.CORRECT);
        assertThat(fault.fields()).containsOnlyKeys(Configuration.KIND);
        Fields maker = Fields.of(Configuration.MANUFACTURER, "Nobody has heard of them");
        Fault unknown = catchThrowableOfType(Fault.class, () -> tenant.update(Configuration.TYPE, id, maker));
        assertThat(unknown.fields()).containsOnlyKeys(Configuration.MANUFACTURER);
    }

    @Test
    void statesAreReadByTheirNames() throws Fault {
        assertThat(tenant.all(Location.TYPE))
                .extracting(o -> o.fields().get(Location.REGION).orElse(""))
                .noneMatch(state -> state.matches("[A-Z]{2}"));
        assertThat(Regions.name("or")).isEqualTo("Oregon");
        assertThat(Regions.name("Bavaria")).isEqualTo("Bavaria");
    }

    @Test
    void aContactThatLosesItsPlaceIsAtTheMainLocation() throws Fault {
        Observation contact = first(Contact.TYPE);
        Observation after = tenant.update(
                Contact.TYPE,
                contact.ref().id(),
                Fields.with().clear(Contact.LOCATION).build());
        assertThat(after.fields().get(Contact.LOCATION)).isPresent();
    }

    @Test
    void theAccountIsTheSameWhoeverSignsIn() throws Fault {
        Tenant other = Tenant.open(
                new BmsConnector(),
                Map.of("url", sandbox.bms().toString(), "tenant", "sandbox", "user", "admin", "password", "sandbox"));
        String account = tenant.session().standing().account();
        assertThat(account).isNotEmpty().isEqualTo(other.session().standing().account());
    }
}
