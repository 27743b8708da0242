package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Passwords of IT Glue: values, embedding, folders, categories, revisions. */
class ItGluePasswordTest {
    private static Glue glue;
    private static Caller closed;
    private static JsonNode machine;
    private static String organization;

    @BeforeAll
    static void start() throws IOException {
        glue = Glue.start();
        closed = Caller.itGlue(glue.sandbox, "ITG.sandbox-without-passwords");
        machine = glue.first("/configurations");
        organization = machine.at("/attributes/organization-id").asText();
    }

    @AfterAll
    static void stop() throws IOException {
        glue.close();
    }

    private static String password(String more) {
        return Glue.one("passwords", "'name':'Door','password':'s3cret','organization-id':" + organization + more);
    }

    private static JsonNode made(String more) {
        return glue.key.call("POST", "/passwords", password(more)).get("data");
    }

    private static JsonNode shown(String id, String query) {
        return glue.key.get("/passwords/" + id + query).at("/data/attributes");
    }

    @Test
    void c16_aValueIsInNoListAndInAShowUnlessSwitchedOff() {
        JsonNode rows = glue.key.get("/passwords?page[size]=1000").get("data");
        assertThat(rows)
                .hasSizeGreaterThan(20)
                .noneMatch(row -> row.get("attributes").has("password"));
        assertThat(rows).noneMatch(row -> row.get("attributes").has("otp-secret"));
        String id = rows.at("/0/id").asText();
        assertThat(shown(id, "").path("password").asText()).isNotEmpty();
        assertThat(shown(id, "?show_password=true").has("password")).isTrue();
        assertThat(shown(id, "?show_password=false").has("password")).isFalse();
    }

    @Test
    void c16_aWriteAnswersTheValueOnlyWhenAsked() {
        assertThat(made("").get("attributes").has("password")).isFalse();
        JsonNode asked = glue.key.call("POST", "/passwords?show_password=true", password(""));
        assertThat(asked.at("/data/attributes/password").asText()).isEqualTo("s3cret");
        String path = "/passwords/" + asked.at("/data/id").asText();
        String change = Glue.one("passwords", "'password':'other'");
        assertThat(glue.key.call("PATCH", path, change).at("/data/attributes").has("password"))
                .isFalse();
        assertThat(glue.key
                        .call("PATCH", path + "?show_password=true", change)
                        .at("/data/attributes/password")
                        .asText())
                .isEqualTo("other");
    }

    @Test
    void c16_aKeyWithoutPasswordAccessNeverReadsAValueButWritesAndLists() {
        JsonNode asked = closed.call("POST", "/passwords?show_password=true", password(""));
        assertThat(asked.at("/data/attributes").has("password")).isFalse();
        String path = "/passwords/" + asked.at("/data/id").asText();
        assertThat(closed.get(path + "?show_password=true")
                        .at("/data/attributes")
                        .has("password"))
                .isFalse();
        assertThat(closed.status("PATCH", path, Glue.one("passwords", "'password':'new'")))
                .isEqualTo(200);
        assertThat(closed.get("/passwords").get("data")).isNotEmpty();
    }

    @Test
    void c17_aPasswordIsEmbeddedByTheDisplayNameAndReadByThePlural() {
        String machineId = machine.get("id").asText();
        JsonNode embedded = made(",'resource_type':'Configuration','resource_id':" + machineId)
                .get("attributes");
        assertThat(embedded.get("resource-type").asText()).isEqualTo("configurations");
        assertThat(embedded.get("resource-id").asText()).isEqualTo(machineId);
        assertThat(embedded.get("cached-resource-type-name").asText()).isEqualTo("Configuration");
        assertThat(embedded.get("cached-resource-name")).isEqualTo(machine.at("/attributes/name"));
        JsonNode with = glue.key.get("/configurations/" + machineId + "?include=passwords");
        assertThat(with.get("included"))
                .isNotEmpty()
                .noneMatch(row -> row.get("attributes").has("password"));
        assertThat(with.at("/data/relationships/passwords/data")).hasSameSizeAs(with.get("included"));
        String name = Glue.encode(machine.at("/attributes/name").asText());
        assertThat(glue.key
                        .get("/passwords?filter[cached_resource_name]=" + name)
                        .get("data"))
                .isNotEmpty();
    }

    @Test
    void c17_aPluralNameOrHalfOfThePairSilentlyMakesAGeneralPassword() {
        String id = machine.get("id").asText();
        for (String half : List.of(
                ",'resource-type':'configurations','resource-id':" + id,
                ",'resource-type':'Configuration'",
                ",'resource-id':" + id)) {
            JsonNode general = made(half).get("attributes");
            assertThat(general.get("resource-type").isNull()).as(half).isTrue();
            assertThat(general.get("resource-id").isNull()).as(half).isTrue();
        }
    }

    @Test
    void anEmbeddedPasswordNeedsAParentOfItsOrganizationAndIsNeverMoved() {
        String foreign =
                glue.key.get("/contacts?sort=-id&page[size]=1").at("/data/0/id").asText();
        String far = password(",'resource-type':'Contact','resource-id':" + foreign);
        assertThat(glue.key.status("POST", "/passwords", far)).isEqualTo(422);
        JsonNode general = made("");
        String move = "'resource-type':'Configuration','resource-id':"
                + machine.get("id").asText();
        JsonNode after =
                glue.key.call("PATCH", "/passwords/" + general.get("id").asText(), Glue.one("passwords", move));
        assertThat(after.at("/data/attributes/resource-id").isNull()).isTrue();
    }

    @Test
    void anEarlierValueIsShownByItsVersion() {
        String id = made("").get("id").asText();
        glue.key.call("PATCH", "/passwords/" + id, Glue.one("passwords", "'password':'second'"));
        JsonNode versions =
                glue.key.get("/passwords/" + id + "?include=recent_versions").get("included");
        assertThat(Glue.texts(versions, "/attributes/event")).containsExactly("update", "create");
        assertThat(versions.toString()).doesNotContain("s3cret", "second");
        String first = versions.at("/1/id").asText();
        assertThat(shown(id, "?version_id=" + first).path("password").asText()).isEqualTo("s3cret");
        assertThat(shown(id, "").path("password").asText()).isEqualTo("second");
        assertThat(glue.key.status("GET", "/passwords/" + id + "?version_id=1", null))
                .isEqualTo(404);
    }

    @Test
    void aSecretOfOneTimeCodesAndAVaultAreMarked() {
        JsonNode coded = made(",'otp_secret':'JBSWY3DPEHPK3PXP'");
        assertThat(coded.at("/attributes/otp-enabled").asBoolean()).isTrue();
        assertThat(shown(coded.get("id").asText(), "").get("otp-secret").asText())
                .isEqualTo("JBSWY3DPEHPK3PXP");
        assertThat(shown(coded.get("id").asText(), "").get("vault-id").isNull()).isTrue();
    }

    @Test
    void foldersLieBelowTheirOrganizationAndOnlyEmptyOnesAreDeleted() {
        String path = "/organizations/" + organization + "/relationships/password_folders";
        assertThat(glue.key.status("GET", "/password_folders", null)).isEqualTo(404);
        JsonNode infrastructure = glue.where(path, "name", "Infrastructure");
        String parent = infrastructure.get("id").asText();
        JsonNode cloud = glue.where(path, "name", "Cloud");
        assertThat(cloud.at("/attributes/parent-id").asText()).isEqualTo(parent);
        assertThat(cloud.at("/attributes/ancestor-ids").asText()).isEqualTo("[" + parent + "]");
        String doomed = Glue.many(Glue.item("password-folders", "'id':" + parent));
        assertThat(glue.key.status("DELETE", path, doomed)).isEqualTo(422);
        String child = Glue.many(
                Glue.item("password-folders", "'id':" + cloud.get("id").asText()));
        assertThat(glue.key.status("DELETE", path, child)).isEqualTo(200);
    }

    @Test
    void aCategoryCanBeMadeWithThePasswordAndCountsIt() {
        String body = "{'data':{'type':'passwords','attributes':{'name':'Badge','password':'x','organization-id':"
                + organization + "},'relationships':{'password_category':{'data':{'type':'password-categories',"
                + "'attributes':{'name':'Badges'}}}}}}";
        JsonNode made = glue.key.call("POST", "/passwords", body);
        assertThat(made.at("/data/attributes/password-category-name").asText()).isEqualTo("Badges");
        JsonNode category = glue.first("/password_categories?filter[name]=Badges");
        assertThat(category.at("/attributes/passwords-count").asInt()).isEqualTo(1);
    }
}
