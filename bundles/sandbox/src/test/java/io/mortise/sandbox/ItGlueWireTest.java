package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Transport, document shape, pages, filters, sorting and includes of IT Glue. */
class ItGlueWireTest {
    private static Glue glue;

    @BeforeAll
    static void start() throws IOException {
        glue = Glue.start();
    }

    @AfterAll
    static void stop() throws IOException {
        glue.close();
    }

    @Test
    void c01_aMissingOrWrongKeyIs403AndABearerIsAcceptedInstead() {
        assertThat(glue.control.status("GET", "/organizations", null)).isEqualTo(403);
        assertThat(Caller.itGlue(glue.sandbox, "ITG.wrong").status("GET", "/organizations", null))
                .isEqualTo(403);
        assertThat(glue.user("tech").status("GET", "/organizations", null)).isEqualTo(200);
        Caller stranger = Caller.raw(glue.sandbox.itGlue(), Glue.TYPE, "Authorization", "Bearer a.b.c");
        assertThat(stranger.status("GET", "/organizations", null)).isEqualTo(401);
    }

    @Test
    void c02_aPostOfPlainTextIs415() {
        Caller text = Caller.raw(glue.sandbox.itGlue(), "text/plain", "x-api-key", "ITG.sandbox");
        assertThat(text.status("POST", "/organizations", Glue.one("organizations", "'name':'x'")))
                .isEqualTo(415);
    }

    @Test
    void c03_attributesAreReadInKebabCaseAndWrittenInBoth() {
        String path = "/organizations/" + glue.id("/organizations");
        for (String name : List.of("short_name", "short-name")) {
            JsonNode after = glue.key.call("PATCH", path, Glue.one("organizations", "'" + name + "':'" + name + "'"));
            assertThat(after.at("/data/attributes/short-name").asText()).isEqualTo(name);
            assertThat(after.at("/data/attributes").has("short_name")).isFalse();
        }
    }

    @Test
    void c04_anIdIsTextAndAReferenceIsANumber() {
        JsonNode row = glue.first("/configurations");
        assertThat(row.get("id").isTextual()).isTrue();
        assertThat(row.at("/attributes/organization-id").isNumber()).isTrue();
        assertThat(row.at("/attributes/configuration-type-id").isNumber()).isTrue();
    }

    @Test
    void c05_aPageHasFiftyRowsAThousandAtMostAndWholeMetaAndLinks() {
        JsonNode page = glue.key.get("/configurations?filter[archived]=false");
        assertThat(page.get("data")).hasSize(50);
        assertThat(page.get("meta").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "current-page", "next-page", "prev-page", "total-pages", "total-count", "filters");
        assertThat(page.get("links").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("self", "first", "prev", "next", "last");
        assertThat(page.at("/links/next").asText())
                .startsWith(glue.sandbox.itGlue().toString())
                .contains("filter%5Barchived%5D=false", "page%5Bnumber%5D=2");
        assertThat(page.at("/links/prev").isNull()).isTrue();
        assertThat(glue.key
                        .get("/configurations?page[size]=5000")
                        .at("/links/self")
                        .asText())
                .contains("page%5Bsize%5D=1000");
        assertThat(glue.key.get("/configurations?page[number]=999").get("data")).isEmpty();
    }

    @Test
    void c06_aFilterTakesSeveralIdsOrAnExactNameAndAnUnknownOneFindsAll() {
        JsonNode three = glue.key.get("/configurations?page[size]=3").get("data");
        String ids = String.join(",", Glue.ids(three));
        assertThat(Glue.ids(glue.key.get("/configurations?filter[id]=" + ids).get("data")))
                .containsExactlyElementsOf(Glue.ids(three));
        String name = three.at("/0/attributes/name").asText();
        assertThat(glue.key
                        .get("/configurations?filter[name]=" + Glue.encode(name))
                        .get("data"))
                .isNotEmpty();
        assertThat(glue.key
                        .get("/configurations?filter[name]=" + Glue.encode(name.substring(1)))
                        .get("data"))
                .isEmpty();
        assertThat(glue.key.get("/configurations?filter[colour]=red").at("/meta/total-count"))
                .isEqualTo(glue.key.get("/configurations").at("/meta/total-count"));
    }

    @Test
    void c07_thePsaIdCountsOnlyWithItsType() {
        String id = glue.id("/contacts");
        glue.control.call("PATCH", "/_sandbox/records/contacts/" + id, "{'psa-id':'77','psa-type':'kaseya-bms'}");
        String filter = "/contacts?filter[psa_id]=77";
        assertThat(Glue.ids(glue.key
                        .get(filter + "&filter[psa_integration_type]=kaseya-bms")
                        .get("data")))
                .containsExactly(id);
        assertThat(glue.key
                        .get(filter + "&filter[psa_integration_type]=autotask")
                        .get("data"))
                .isEmpty();
        assertThat(glue.key.get(filter).at("/meta/total-count"))
                .isEqualTo(glue.key.get("/contacts").at("/meta/total-count"));
    }

    @Test
    void c07_thePsaIdWithoutItsTypeCanBeSwitchedToARefusal() {
        glue.set("{'psa-id-needs-type':true}");
        assertThat(glue.key.status("GET", "/contacts?filter[psa_id]=77", null)).isEqualTo(400);
        glue.set("{'psa-id-needs-type':false}");
        assertThat(glue.key.status("GET", "/contacts?filter[psa_id]=77", null)).isEqualTo(200);
    }

    @Test
    void c08_sortingGoesBothWaysAndByTwoKeys() {
        List<String> up = Glue.texts(
                glue.key.get("/configurations?sort=name&page[size]=1000").get("data"), "/attributes/name");
        List<String> down = Glue.texts(
                glue.key.get("/configurations?sort=-name&page[size]=1000").get("data"), "/attributes/name");
        assertThat(up).isSorted();
        java.util.Collections.reverse(down);
        assertThat(down).isEqualTo(up);
        JsonNode two = glue.key
                .get("/contacts?sort=last_name,-first_name&page[size]=1000")
                .get("data");
        for (int i = 1; i < two.size(); i++) {
            int last = two.at("/" + (i - 1) + "/attributes/last-name")
                    .asText()
                    .compareTo(two.at("/" + i + "/attributes/last-name").asText());
            int first = two.at("/" + i + "/attributes/first-name")
                    .asText()
                    .compareTo(two.at("/" + (i - 1) + "/attributes/first-name").asText());
            assertThat(last < 0 || last == 0 && first <= 0).isTrue();
        }
    }

    @Test
    void c09_anIncludeLinksEachRowAndShowsEachRecordOnce() {
        JsonNode page = glue.key.get("/contacts?include=location&page[size]=1000");
        List<String> linked = Glue.texts(page.get("data"), "/relationships/location/data/id").stream()
                .filter(id -> !id.isEmpty())
                .toList();
        List<String> included = Glue.ids(page.get("included"));
        assertThat(included).doesNotHaveDuplicates().hasSizeLessThan(linked.size());
        assertThat(linked).isNotEmpty().allMatch(included::contains);
        assertThat(page.at("/included/0/type").asText()).isEqualTo("locations");
        assertThat(glue.first("/contacts").get("relationships")).isEmpty();
        assertThat(glue.key.status("GET", "/contacts?include=nonsense", null)).isEqualTo(400);
    }

    @Test
    void c27_theRequestsOfRealClientsAreUnderstood() {
        JsonNode row = glue.first("/organizations");
        String id = row.get("id").asText();
        for (String path : List.of(
                "//organizations/",
                "//organizations/" + id,
                "/organizations/",
                "/organizations?&page[number]=1",
                "/api/organizations")) {
            assertThat(glue.key.status("GET", path, null)).as(path).isEqualTo(200);
        }
        String whole = "{\"data\":" + row + "}";
        assertThat(glue.key.send("PATCH", "/organizations/" + id, whole).statusCode())
                .isEqualTo(200);
        String snake = Glue.one("configuration_types", "'name':'Scanner'");
        assertThat(glue.key.status("POST", "/configuration_types?ignored=1", snake))
                .isEqualTo(201);
        String textId = Glue.one("contacts", "'organization_id':'" + id + "','first_name':'Ids','last_name':'AsText'");
        assertThat(glue.key.call("POST", "/contacts", textId).at("/data/attributes/organization-id"))
                .isEqualTo(Glue.object("{'id':" + id + "}").get("id"));
        String password = "/passwords/" + glue.id("/passwords") + "?";
        for (String name : List.of("show_password", "show-password")) {
            assertThat(glue.key
                            .get(password + name + "=false")
                            .at("/data/attributes")
                            .has("password"))
                    .isFalse();
        }
    }
}
