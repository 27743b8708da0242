package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Flexible assets, checklists, documents, metrics and logs of IT Glue. */
class ItGlueAssetTest {
    private static Glue glue;
    private static Caller tech;
    private static String organization;

    @BeforeAll
    static void start() throws IOException {
        glue = Glue.start();
        tech = glue.user("tech");
        organization = glue.id("/organizations");
    }

    @AfterAll
    static void stop() throws IOException {
        glue.close();
    }

    @Test
    void c19_traitsAreReplacedWholeAndAListNeedsItsType() {
        assertThat(glue.key.status("GET", "/flexible_assets", null)).isEqualTo(422);
        String type = glue.where("/flexible_asset_types", "name", "Internet Line")
                .get("id")
                .asText();
        JsonNode asset = glue.first("/flexible_assets?filter[flexible-asset-type-id]=" + type);
        assertThat(asset.at("/attributes/traits").has("download-mbit")).isTrue();
        String path = "/flexible_assets/" + asset.get("id").asText();
        JsonNode after =
                glue.key.call("PATCH", path, Glue.one("flexible-assets", "'traits':{'provider':'Other Fiber'}"));
        assertThat(after.at("/data/attributes/traits").has("download-mbit")).isFalse();
        assertThat(after.at("/data/attributes/name").asText()).isEqualTo("Other Fiber");
        assertThat(glue.key.status("PATCH", path, Glue.one("flexible-assets", "'traits':{'download-mbit':5}")))
                .isEqualTo(422);
        assertThat(glue.key.status("DELETE", path, null)).isEqualTo(204);
    }

    @Test
    void aTypeIsMadeWithItsFieldsAndAPasswordTraitBecomesAPassword() {
        String body = "{'data':{'type':'flexible-asset-types','attributes':{'name':'Safe','icon':'lock'},"
                + "'relationships':{'flexible_asset_fields':{'data':[{'type':'flexible_asset_fields','attributes':"
                + "{'order':1,'name':'Safe Name','kind':'Text','show_in_list':true,'use_for_title':true}},"
                + "{'type':'flexible_asset_fields','attributes':{'order':2,'name':'Code','kind':'Password'}}]}}}}";
        String type = glue.key
                .call("POST", "/flexible_asset_types", body)
                .at("/data/id")
                .asText();
        JsonNode fields = glue.key
                .get("/flexible_asset_types/" + type + "/relationships/flexible_asset_fields")
                .get("data");
        assertThat(Glue.texts(fields, "/attributes/name-key")).containsExactlyInAnyOrder("safe-name", "code");
        String asset = "'organization_id':" + organization + ",'flexible_asset_type_id':" + type
                + ",'traits':{'safe-name':'Basement','code':'1-2-3'}";
        JsonNode made = glue.key.call("POST", "/flexible_assets", Glue.one("flexible-assets", asset));
        String id = made.at("/data/id").asText();
        JsonNode password =
                glue.key.get("/flexible_assets/" + id + "?include=passwords").at("/included/0");
        assertThat(password.at("/attributes/resource-type").asText()).isEqualTo("flexible-asset-traits");
        assertThat(glue.key
                        .get("/passwords/" + password.get("id").asText())
                        .at("/data/attributes/password")
                        .asText())
                .isEqualTo("1-2-3");
    }

    private static String template() {
        return glue.where("/checklist_templates", "name", "Employee offboarding")
                .get("id")
                .asText();
    }

    @Test
    void c22_aKeyMakesNoChecklistAndAUsersOneCopiesTheTasksOfItsTemplate() {
        String body =
                Glue.one("checklists", "'organization-id':" + organization + ",'checklist-template-id':" + template());
        assertThat(glue.key.status("POST", "/checklists", body)).isEqualTo(401);
        var answer = tech.send("POST", "/checklists", body.replace('\'', '"'));
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode made = Caller.json(answer).get("data");
        assertThat(made.at("/attributes/name").asText()).isEqualTo("Employee offboarding");
        String filter = "/checklist_tasks?filter[checklist_id]=";
        List<String> wanted = Glue.texts(tech.get(filter + template()).get("data"), "/attributes/name");
        List<String> copied =
                Glue.texts(tech.get(filter + made.get("id").asText()).get("data"), "/attributes/name");
        assertThat(copied).hasSize(5).isEqualTo(wanted);
        assertThat(glue.key.status("GET", "/checklists/" + made.get("id").asText(), null))
                .isEqualTo(200);
    }

    @Test
    void c22_tasksAreForUsersOnly() {
        String checklist = glue.id("/checklist_templates");
        String task = Glue.one("checklist_tasks", "'checklist_id':" + checklist + ",'name':'Lock up','order':0");
        assertThat(glue.key.status("GET", "/checklist_tasks?filter[checklist_id]=" + checklist, null))
                .isEqualTo(401);
        assertThat(glue.key.status("POST", "/checklist_tasks", task)).isEqualTo(401);
        JsonNode made = tech.call("POST", "/checklist_tasks", task);
        assertThat(made.at("/data/attributes/order").asInt()).isGreaterThan(3);
        assertThat(made.at("/data/attributes/position")).isEqualTo(made.at("/data/attributes/order"));
        String path = "/checklist_tasks/" + made.at("/data/id").asText();
        String done = Glue.one("checklist_tasks", "'completed':true");
        assertThat(glue.key.status("PATCH", path, done)).isEqualTo(401);
        assertThat(tech.call("PATCH", path, done)
                        .at("/data/attributes/completed-at")
                        .isTextual())
                .isTrue();
        String doomed = Glue.many(
                Glue.item("checklist_tasks", "'id':" + made.at("/data/id").asText()));
        assertThat(tech.status("DELETE", "/checklist_tasks", doomed)).isEqualTo(200);
    }

    @Test
    void documentsAreListedByFolderAndTakeTheirTextFromSections() {
        String path = "/organizations/" + organization + "/relationships/documents";
        assertThat(glue.key.status("GET", "/documents", null)).isEqualTo(404);
        assertThat(glue.key.get(path + "?page[size]=1000").get("data"))
                .noneMatch(row -> row.at("/attributes/name").asText().equals("Server restart order"));
        JsonNode inside = glue.key.get(path + "?filter[document_folder_id][ne]=null");
        assertThat(Glue.texts(inside.get("data"), "/attributes/name")).contains("Server restart order");
        JsonNode made = glue.key.call("POST", path, Glue.one("documents", "'name':'New page','content':'<p>lost</p>'"));
        String id = made.at("/data/id").asText();
        assertThat(made.at("/data/attributes/content").asText()).isEmpty();
        String section = Glue.one("document-sections", "'resource-type':'Document::Text','content':'<p>kept</p>'");
        assertThat(glue.key.status("POST", "/documents/" + id + "/relationships/sections", section))
                .isEqualTo(201);
        JsonNode shown = glue.key.call("PATCH", "/documents/" + id + "/publish", Glue.one("documents", ""));
        assertThat(shown.at("/data/attributes/content").asText()).isEqualTo("<p>kept</p>");
        assertThat(shown.at("/data/attributes/published").asBoolean()).isTrue();
    }

    @Test
    void c25_metricsSpanAWeekAtMostAndLogsHaveFivePages() {
        String metrics = "/user_metrics?filter[date]=";
        assertThat(glue.key.get(metrics + "2026-08-25,%202026-08-31").get("data"))
                .isNotEmpty();
        assertThat(glue.key.status("GET", metrics + "2026-08-01,2026-08-20", null))
                .isEqualTo(422);
        assertThat(glue.key.status("GET", metrics + "*,2026-08-20", null)).isEqualTo(422);
        assertThat(glue.key.status("GET", metrics + "2026-08-01,*", null)).isEqualTo(200);
        String password = "/passwords/" + glue.id("/passwords");
        for (int i = 0; i < 12; i++) {
            glue.key.get(password);
        }
        JsonNode logs = glue.key.get("/logs?page[size]=2");
        assertThat(logs.at("/meta/total-pages").asInt()).isEqualTo(5);
        assertThat(logs.at("/data/0/attributes/action").asText()).isEqualTo("view");
        assertThat(logs.at("/data/0/id").asText()).hasSize(18);
        assertThat(glue.key.get("/logs?page[size]=2&page[number]=6").get("data"))
                .isEmpty();
    }

    @Test
    void whatTheRmmKnowsOfAMachineIsIncluded() {
        JsonNode page = glue.key.get("/configurations?include=rmm_records&page[size]=1000");
        assertThat(page.get("included")).hasSizeGreaterThan(20);
        JsonNode record = page.at("/included/0");
        assertThat(record.get("type").asText()).isEqualTo("rmm-records");
        assertThat(record.at("/attributes/disks/0/total").asLong()).isPositive();
        String url = record.at("/attributes/external-url").asText();
        String agent = url.substring(url.lastIndexOf('/') + 1);
        String filter = "/configurations?filter[rmm_integration_type]=kaseya-vsa&filter[rmm_id]=" + agent;
        assertThat(glue.key.get(filter).get("data")).hasSize(1);
        assertThat(Caller.control(glue.sandbox.vsa()).status("GET", "/_sandbox/records/agents/" + agent, null))
                .isEqualTo(200);
    }

    @Test
    void anUntouchedRecordHasOneRevisionAndAChangedOneKeepsFive() {
        String path = "/locations/" + glue.id("/locations?sort=-id");
        JsonNode before = glue.key.get(path + "?include=recent_versions").get("included");
        assertThat(Glue.texts(before, "/attributes/event")).containsExactly("create");
        for (int i = 0; i < 7; i++) {
            tech.call("PATCH", path, Glue.one("locations", "'notes':'Edit " + i + "'"));
        }
        JsonNode after = glue.key.get(path + "?include=recent_versions").get("included");
        assertThat(after).hasSize(5);
        assertThat(after.at("/0/attributes/user-name").asText()).isEqualTo("Theo Lindgren");
        assertThat(Glue.ids(after)).doesNotHaveDuplicates();
    }

    @Test
    void smallListsAreThere() {
        for (String path : List.of(
                "/domains", "/expirations", "/tickets", "/ssl_certificates", "/groups", "/password_categories")) {
            assertThat(glue.key.get(path).get("data")).as(path).isNotEmpty();
        }
        assertThat(glue.key
                        .get("/expirations?filter[range][expiration_date]=2020-01-01,%202020-02-01")
                        .get("data"))
                .isEmpty();
        String export = Glue.one("exports", "'organization_id':" + organization);
        JsonNode made = glue.key.call("POST", "/exports", export);
        assertThat(made.at("/data/attributes/download-url").isNull()).isTrue();
        assertThat(glue.key.status("DELETE", "/exports/" + made.at("/data/id").asText(), null))
                .isEqualTo(204);
    }
}
