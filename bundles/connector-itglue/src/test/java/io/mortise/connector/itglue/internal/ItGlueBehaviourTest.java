package io.mortise.connector.itglue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Observation;
import io.mortise.connector.http.Json;
import io.mortise.connector.tck.Desk;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.Choice;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Labelled;
import io.mortise.model.Location;
import io.mortise.model.Note;
import io.mortise.model.Organization;
import io.mortise.model.Password;
import io.mortise.model.RelatedItem;
import io.mortise.model.RichText;
import io.mortise.sandbox.Sandbox;
import io.mortise.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is peculiar to IT Glue. */
class ItGlueBehaviourTest {
    private Sandbox sandbox;
    private Desk desk;
    private Tenant tenant;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.1).withSpeed(100_000));
        desk = Desk.at(sandbox.itGlue());
        String url = sandbox.itGlue().toString();
        tenant = Tenant.open(
                new ItGlueConnector(),
                Map.of("subdomain", "tenonworks", "region", "us", "key", "ITG.sandbox", "url", url));
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    private String first(EntityType type) throws Fault {
        return tenant.all(type).get(0).ref().id();
    }

    private Fault refused(EntityType type, String id, Fields edit) {
        return catchThrowableOfType(Fault.class, () -> tenant.update(type, id, edit));
    }

    @Test
    void aPasswordThatSomebodyKeepsForHimselfIsntRead() throws Fault {
        Observation one = tenant.all(Password.TYPE).get(0);
        desk.send("PATCH", "/_sandbox/records/passwords/" + one.ref().id(), "{\"personal\":true}");
        assertThat(tenant.all(Password.TYPE))
                .isNotEmpty()
                .noneMatch(seen -> seen.ref().equals(one.ref()));
        Fault fault = catchThrowableOfType(
                Fault.class, () -> tenant.fetch(Password.TYPE, one.ref().id()));
        assertThat(fault.remedy()).isEqualTo(Remedy.FORGET);
    }

    @Test
    void whatItsOwnSyncHoldsIsLockedButForTheFreeFields() throws Fault {
        String id = first(Configuration.TYPE);
        desk.send("PATCH", "/_sandbox/records/configurations/" + id, "{\"psa-integration\":\"enabled\"}");
        Observation held = tenant.fetch(Configuration.TYPE, id);
        assertThat(held.locked())
                .containsKeys(Configuration.NAME, Configuration.STATUS, Configuration.MAC)
                .doesNotContainKeys(EntityType.ACTIVE, Configuration.SERIAL, Configuration.ASSET_TAG);
        Fault fault = refused(Configuration.TYPE, id, Fields.of(Configuration.NAME, "Renamed"));
        assertThat(fault.remedy()).isEqualTo(Remedy.CORRECT);
        assertThat(fault.fields()).containsOnlyKeys(Configuration.NAME);
        assertThat(tenant.update(Configuration.TYPE, id, Fields.of(Configuration.ASSET_TAG, "T-1"))
                        .fields()
                        .get(Configuration.ASSET_TAG))
                .contains("T-1");
    }

    @Test
    void aRefusalThatNamesTheRelationNamesOurField() throws Fault {
        Fields nowhere = Fields.of(Configuration.KIND, new Choice("1", "No such"));
        Fault fault = refused(Configuration.TYPE, first(Configuration.TYPE), nowhere);
        assertThat(fault.remedy()).isEqualTo(Remedy.CORRECT);
        assertThat(fault.fields()).containsOnlyKeys(Configuration.KIND);
    }

    @Test
    void aWordThatItsListLacksIsRefusedInAnUpdateAndLeftOutOfACreate() throws Fault {
        Fields word = Fields.of(Configuration.OPERATING_SYSTEM, "Plan 9");
        Fault fault = refused(Configuration.TYPE, first(Configuration.TYPE), word);
        assertThat(fault.fields()).containsOnlyKeys(Configuration.OPERATING_SYSTEM);
        Fields place = Fields.of(Location.REGION, "Atlantis");
        assertThat(refused(Location.TYPE, first(Location.TYPE), place).fields()).containsOnlyKeys(Location.REGION);
        Observation made = tenant.create(
                Configuration.TYPE,
                word.but()
                        .set(Configuration.NAME, "glenda")
                        .set(Configuration.MANUFACTURER, "Dell Inc.")
                        .set(
                                Configuration.KIND,
                                tenant.another(Configuration.TYPE, Configuration.KIND, Optional.empty()))
                        .set(
                                Configuration.ORGANIZATION,
                                io.mortise.model.Ref.to(Organization.TYPE, first(Organization.TYPE)))
                        .build());
        assertThat(made.fields().get(Configuration.OPERATING_SYSTEM)).isEmpty();
        assertThat(made.fields().get(Configuration.MANUFACTURER)).contains("Dell");
    }

    @Test
    void aStateIsFoundByItsCode() throws Fault {
        Fields ohio = Fields.with()
                .set(Location.REGION, "OH")
                .set(Location.COUNTRY, "US")
                .build();
        Observation made = tenant.update(Location.TYPE, first(Location.TYPE), ohio);
        assertThat(made.fields().get(Location.REGION)).contains("Ohio");
        assertThat(made.fields().get(Location.COUNTRY)).contains("United States");
    }

    @Test
    void anotherDefaultLeavesTheListAsItIs() throws Fault {
        String id = first(Contact.TYPE);
        Set<Labelled> two = Set.of(new Labelled("a@x.example", "Work"), new Labelled("b@x.example", "Home"));
        tenant.update(Contact.TYPE, id, Fields.of(Contact.EMAILS, two));
        Observation after = tenant.update(Contact.TYPE, id, Fields.of(Contact.PRIMARY_EMAIL, "b@x.example"));
        assertThat(after.fields().get(Contact.EMAILS)).contains(two);
        assertThat(after.fields().get(Contact.PRIMARY_EMAIL)).contains("b@x.example");
    }

    @Test
    void aCutPageIsReadAgain() {
        desk.send("POST", "/_sandbox/faults", "{\"kind\":\"truncated-page\",\"mode\":\"rows\",\"every\":1}");
        for (EntityType type : java.util.List.of(Organization.TYPE, Configuration.TYPE)) {
            Fault fault = catchThrowableOfType(Fault.class, () -> tenant.all(type));
            assertThat(fault.remedy()).isEqualTo(Remedy.RETRY);
        }
    }

    @Test
    void aCutAnswerToASearchIsntTakenForNone() throws Fault {
        Observation there = tenant.all(Configuration.TYPE).get(0);
        Fields like = Fields.of(
                Configuration.NAME, there.fields().get(Configuration.NAME).orElseThrow());
        desk.send("POST", "/_sandbox/faults", "{\"kind\":\"truncated-page\",\"mode\":\"rows\",\"every\":1}");
        Fault fault = catchThrowableOfType(
                Fault.class,
                () -> tenant.lane(Configuration.TYPE).find().orElseThrow().of(like));
        assertThat(fault.remedy()).isEqualTo(Remedy.RETRY);
    }

    @Test
    void theRegionChoosesTheServerUnlessAnAddressIsGiven() {
        var settings = new ItGlueConnector().descriptor().settings();
        assertThat(settings).extracting(s -> s.name()).contains("region", "url");
        var subdomain = settings.get(0);
        assertThat(subdomain.clean(" https://mycompany.itglue.com/123 ")).isEqualTo("mycompany");
    }

    @Test
    void aLinkIsOneRecordWhicheverEndWasNamedFirst() throws Fault {
        Observation person = tenant.all(Contact.TYPE).get(0);
        Observation machine = tenant.all(Configuration.TYPE).get(0);
        Fields fromPerson = Fields.with()
                .set(RelatedItem.ITEM, person.ref())
                .set(RelatedItem.RELATED, machine.ref())
                .build();
        Observation made = tenant.create(RelatedItem.TYPE, fromPerson);
        assertThat(made.fields().get(RelatedItem.ITEM)).contains(machine.ref());
        assertThat(made.fields().get(RelatedItem.RELATED)).contains(person.ref());
        assertThat(tenant.lane(RelatedItem.TYPE).find().orElseThrow().of(fromPerson))
                .extracting(Observation::ref)
                .containsExactly(made.ref());
    }

    @Test
    void aNoteThatIsThereIsNotWrittenOver() throws Fault {
        Observation there = tenant.fetch(Note.TYPE, first(Note.TYPE));
        Fields mine = Fields.with()
                .set(Note.SUBJECT, there.fields().get(Note.SUBJECT))
                .set(Note.TEXT, new RichText("<p>Mine</p>"))
                .build();
        Fault fault = catchThrowableOfType(Fault.class, () -> tenant.create(Note.TYPE, mine));
        assertThat(fault.remedy()).isEqualTo(Remedy.ADOPT);
        assertThat(tenant.fetch(Note.TYPE, there.ref().id()).fields().get(Note.TEXT))
                .isEqualTo(there.fields().get(Note.TEXT));
    }

    @Test
    void anAnswerWithoutWhatWasAskedForIsNotNone() {
        Json bare = Json.read("{\"id\":\"1\",\"relationships\":{}}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Fault fault = catchThrowableOfType(Fault.class, () -> Included.of(bare, "attachments"));
        assertThat(fault.remedy()).isEqualTo(Remedy.REPORT);
    }

    @Test
    void theAccountIsItsOwnOrganizationWhateverSubdomainIsTyped() throws Fault {
        Map<String, String> mistyped = Map.of(
                "subdomain",
                "other",
                "region",
                "eu",
                "key",
                "ITG.sandbox",
                "url",
                sandbox.itGlue().toString());
        Tenant other = Tenant.open(new ItGlueConnector(), mistyped);
        String account = tenant.session().standing().account();
        assertThat(account).isNotEmpty().isEqualTo(other.session().standing().account());
    }
}
