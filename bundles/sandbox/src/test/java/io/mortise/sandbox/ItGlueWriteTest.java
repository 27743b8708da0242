package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How IT Glue takes and refuses writes. */
class ItGlueWriteTest {
    private static Glue glue;
    private static String organization;

    @BeforeAll
    static void start() throws IOException {
        glue = Glue.start();
        organization = glue.id("/organizations");
    }

    @AfterAll
    static void stop() throws IOException {
        glue.close();
    }

    private static String location(String name) {
        return Glue.item("locations", "'name':'" + name + "'");
    }

    private static String nested(String type) {
        return "/organizations/" + organization + "/relationships/" + type;
    }

    private static void refused(HttpResponse<String> answer, int status, String title, String detail, String pointer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode error = Caller.json(answer).at("/errors/0");
        assertThat(error.get("status").isNumber()).isTrue();
        assertThat(error.get("status").asInt()).isEqualTo(status);
        assertThat(error.path("title").asText()).isEqualTo(title);
        assertThat(error.path("detail").asText()).isEqualTo(detail);
        assertThat(error.at("/source/pointer").asText()).isEqualTo(pointer);
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        return glue.key.send(method, path, body == null ? null : body.replace('\'', '"'));
    }

    @Test
    void c10_aCreateIs201AndManyAtOnceGoOnlyBelowTheirOrganization() {
        String one = Glue.one("locations", "'name':'One','organization-id':" + organization);
        assertThat(glue.key.status("POST", "/locations", one)).isEqualTo(201);
        HttpResponse<String> two = send("POST", nested("locations"), Glue.many(location("Two"), location("Three")));
        assertThat(two.statusCode()).isEqualTo(201);
        assertThat(Caller.json(two).get("data")).hasSize(2);
        assertThat(glue.key.status("POST", "/locations", Glue.many(location("Four"))))
                .isEqualTo(400);
    }

    @Test
    void c11_aBulkUpdateNamesIdsInsideAndIsUnknownBelowTheOrganization() {
        JsonNode rows = glue.key.get("/contacts?page[size]=2").get("data");
        String bulk = Glue.many(
                Glue.item("contacts", "'id':" + rows.at("/0/id").asText() + ",'title':'Bulk'"),
                Glue.item("contacts", "'id':'" + rows.at("/1/id").asText() + "','title':'Bulk'"));
        JsonNode changed = glue.key.call("PATCH", "/contacts", bulk);
        assertThat(Glue.texts(changed.get("data"), "/attributes/title")).containsExactly("Bulk", "Bulk");
        assertThat(glue.key.status("PATCH", nested("contacts"), bulk)).isEqualTo(404);
    }

    @Test
    void c12_oneDeletionIsEmptyAndManyShowWhatIsGone() {
        String made = Glue.one("passwords", "'name':'Gone','password':'x','organization-id':" + organization);
        String id = glue.key.call("POST", "/passwords", made).at("/data/id").asText();
        HttpResponse<String> one = send("DELETE", "/passwords/" + id, null);
        assertThat(one.statusCode()).isEqualTo(204);
        assertThat(one.body()).isEmpty();
        assertThat(glue.key.status("GET", "/passwords/" + id, null)).isEqualTo(404);
        JsonNode location = glue.key.call("POST", nested("locations"), Glue.one("locations", "'name':'Doomed'"));
        String doomed = location.at("/data/id").asText();
        HttpResponse<String> many = send("DELETE", "/locations", Glue.many(Glue.item("locations", "'id':" + doomed)));
        assertThat(many.statusCode()).isEqualTo(200);
        assertThat(Caller.json(many).at("/data/0/attributes/name").asText()).isEqualTo("Doomed");
        assertThat(glue.key.status("GET", "/locations/" + doomed, null)).isEqualTo(404);
    }

    @Test
    void c13_aRefusalHasTheRecordedShape() {
        refused(
                send("POST", "/passwords", Glue.one("passwords", "'name':'x','password':'y'")),
                422,
                "Valid organization_id is required",
                "",
                "data/attributes/organization_id");
        refused(
                send(
                        "POST",
                        "/configurations",
                        Glue.one("configurations", "'name':'x','organization-id':" + organization)),
                422,
                "Unprocessable Entity",
                "must exist",
                "/data/attributes/configuration-type");
        refused(send("POST", "/organizations", "{'data':7}"), 400, "Invalid JSON format", "", "");
        refused(
                send("GET", "/checklist_tasks", null),
                401,
                "Unauthorized",
                "Only supported for JWT requests: Unauthorized resource access",
                "");
        refused(
                send(
                        "PATCH",
                        "/organizations/" + organization,
                        "{'data':{'type':'organizations','attributes':{},'relationships':{'a':{'data':[]}}}}"),
                422,
                "Unprocessable Entity",
                "Relationships are not permitted in PUT/PATCH",
                "/data/relationships");
        assertThat(send("GET", "/organizations/1", null).statusCode()).isEqualTo(404);
    }

    @Test
    void c13_aFolderOfAnotherOrganizationIsRefused() {
        JsonNode other = glue.key.get("/organizations?page[size]=2").at("/data/1");
        String folder = glue.id("/organizations/" + other.get("id").asText() + "/relationships/password_folders");
        refused(
                send(
                        "POST",
                        nested("passwords"),
                        Glue.one("passwords", "'name':'x','password':'y','password-folder-id':" + folder)),
                422,
                "Unprocessable Entity",
                "must exist in the same organization",
                "/data/attributes/password-folder");
    }

    @Test
    void c14_aSyncedOrganizationTakesQuickNotesOnly() {
        assertThat(synced("organizations", "'quick_notes':'<p>New</p>'")).isEqualTo(200);
        assertThat(synced("organizations", "'name':'New'")).isEqualTo(422);
    }

    @Test
    void c14_aSyncedConfigurationTakesNotesOnlyAndContactsAndLocationsNothing() {
        assertThat(synced("configurations", "'notes':'<p>New</p>'")).isEqualTo(200);
        assertThat(synced("configurations", "'archived':true")).isEqualTo(200);
        assertThat(synced("configurations", "'name':'New'")).isEqualTo(422);
        assertThat(synced("contacts", "'notes':'New'")).isEqualTo(422);
        assertThat(synced("locations", "'notes':'New'")).isEqualTo(422);
    }

    @Test
    void c14_underTwoWaySyncASyncedRecordTakesEverything() {
        glue.set("{'two-way-sync':true}");
        assertThat(synced("contacts", "'title':'Two-way'")).isEqualTo(200);
        glue.set("{'two-way-sync':false}");
        assertThat(synced("contacts", "'title':'One-way'")).isEqualTo(422);
    }

    @Test
    void c14_thePrimaryAddressOfASyncedConfigurationAndASyncedTypeStay() {
        String id = glue.id("/configurations");
        String record = "/_sandbox/records/configurations/" + id;
        String interfaces = "/configurations/" + id + "/relationships/configuration_interfaces";
        String primary = "/configuration_interfaces/" + glue.id(interfaces);
        glue.control.call("PATCH", record, "{'psa-integration':'enabled'}");
        assertThat(glue.key.status("PATCH", primary, Glue.one("configuration-interfaces", "'ip-address':'10.0.0.9'")))
                .isEqualTo(422);
        assertThat(glue.key.status("PATCH", primary, Glue.one("configuration-interfaces", "'notes':'Left port'")))
                .isEqualTo(200);
        glue.control.call("PATCH", record, "{'psa-integration':null}");
        String type = "/configuration_types/" + glue.id("/configuration_types");
        glue.control.call("PATCH", "/_sandbox/records" + type.replace('_', '-'), "{'synced':true}");
        assertThat(glue.key.status("PATCH", type, Glue.one("configuration-types", "'name':'Other'")))
                .isEqualTo(422);
    }

    @Test
    void c13_everyBadItemOfABulkRequestGetsAnEntryAndNothingIsWritten() {
        String bulk = Glue.many(
                location("Good"), Glue.item("locations", "'city':'Nameless'"), Glue.item("locations", "'name':''"));
        HttpResponse<String> answer = send("POST", nested("locations"), bulk);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Caller.json(answer).get("errors")).hasSize(2);
        assertThat(glue.key.get("/locations?filter[name]=Good").get("data")).isEmpty();
    }

    private static int synced(String type, String attributes) {
        String id = glue.id("/" + type);
        String record = "/_sandbox/records/" + type + "/" + id;
        glue.control.call("PATCH", record, "{'psa-integration':'enabled','psa-id':'5','psa-type':'kaseya-bms'}");
        int status = glue.key.status("PATCH", "/" + type + "/" + id, Glue.one(type, attributes));
        glue.control.call("PATCH", record, "{'psa-integration':null,'psa-id':null,'psa-type':null}");
        return status;
    }

    @Test
    void c14_theRemoteIdOfASyncedRecordIsIncludedAsText() {
        String id = glue.id("/contacts");
        glue.control.call("PATCH", "/_sandbox/records/contacts/" + id, "{'psa-id':'4711'}");
        JsonNode shown = glue.key.get("/contacts/" + id + "?include=adapters_resources");
        assertThat(shown.at("/included/0/attributes/remote-id").asText()).isEqualTo("4711");
        assertThat(shown.at("/data/relationships/adapters-resources/data/0/type")
                        .asText())
                .isEqualTo("adapters-resources");
    }

    @Test
    void c15_quickNotesAreCutInAListAndWholeInAShow() {
        String notes = "n".repeat(400);
        glue.key.call(
                "PATCH", "/organizations/" + organization, Glue.one("organizations", "'quick-notes':'" + notes + "'"));
        assertThat(glue.first("/organizations?filter[id]=" + organization)
                        .at("/attributes/quick-notes")
                        .asText())
                .hasSize(250);
        assertThat(glue.key
                        .get("/organizations/" + organization)
                        .at("/data/attributes/quick-notes")
                        .asText())
                .isEqualTo(notes);
    }

    @Test
    void c18_thePrimaryInterfaceMirrorsTheAddressBothWays() {
        String id = glue.id("/configurations");
        String interfaces = "/configurations/" + id + "/relationships/configuration_interfaces";
        glue.key.call(
                "PATCH",
                "/configurations/" + id,
                Glue.one("configurations", "'primary-ip':'10.1.2.3','mac-address':'00:11:22:33:44:55'"));
        JsonNode primary = glue.key.get(interfaces).at("/data/0");
        assertThat(primary.at("/attributes/ip-address").asText()).isEqualTo("10.1.2.3");
        assertThat(primary.at("/attributes/mac-address").asText()).isEqualTo("00:11:22:33:44:55");
        glue.key.call(
                "PATCH",
                "/configuration_interfaces/" + primary.get("id").asText(),
                Glue.one("configuration-interfaces", "'ip_address':'10.1.2.4'"));
        assertThat(glue.key
                        .get("/configurations/" + id)
                        .at("/data/attributes/primary-ip")
                        .asText())
                .isEqualTo("10.1.2.4");
    }

    @Test
    void c26_whatThePsaDeletesIsKeptAsAnOrphanAndCanBeArchived() {
        String id = glue.id("/configurations?sort=-id");
        String record = "/_sandbox/records/configurations/" + id;
        glue.control.call("PATCH", record, "{'psa-integration':'enabled','psa-id':'9','psa-type':'kaseya-bms'}");
        glue.control.call("PATCH", record, "{'psa-id':null}");
        JsonNode kept = glue.key.get("/configurations/" + id);
        assertThat(kept.at("/data/attributes/psa-integration").asText()).isEqualTo("orphaned");
        JsonNode archived =
                glue.key.call("PATCH", "/configurations/" + id, Glue.one("configurations", "'archived':true"));
        assertThat(archived.at("/data/attributes/archived").asBoolean()).isTrue();
    }
}
