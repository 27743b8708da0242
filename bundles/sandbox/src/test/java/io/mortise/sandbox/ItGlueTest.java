package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of IT Glue's wire contract. */
class ItGlueTest {
    private static final HandClock CLOCK = new HandClock();
    private static Sandbox sandbox;
    private static Caller itGlue;
    private static Caller control;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.3).withClock(CLOCK));
        itGlue = Caller.itGlue(sandbox);
        control = Caller.control(sandbox.itGlue());
    }

    @BeforeEach
    void aMinuteLater() {
        CLOCK.advance(Duration.ofMinutes(1));
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
    }

    private static JsonNode first(String type) {
        return itGlue.get("/" + type + "?page[size]=1").at("/data/0");
    }

    private static String body(String type, String attributes) {
        return "{'data':{'type':'" + type + "','attributes':{" + attributes + "}}}";
    }

    @Test
    void aWrongKeyIsForbiddenByAGatewayWithoutErrors() {
        assertThat(Caller.itGlue(sandbox, "ITG.other").send("GET", "/organizations", null))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(403))
                .satisfies(answer -> assertThat(answer.body()).isEqualTo("{\"message\":\"Forbidden\"}"));
    }

    @Test
    void pagesCoverEveryRecordExactlyOnceAndLinksKeepTheFilters() {
        Set<String> ids = new HashSet<>();
        String next = "/configurations?page[size]=37&sort=name&filter[archived]=false";
        int total = 0;
        int seen = 0;
        while (next != null) {
            JsonNode page = itGlue.get(next);
            total = page.at("/meta/total-count").asInt();
            for (JsonNode row : page.get("data")) {
                ids.add(row.get("id").asText());
                seen++;
            }
            JsonNode link = page.at("/links/next");
            next = link.isNull() ? null : link.asText();
            assertThat(next == null || next.contains("filter%5Barchived%5D=false"))
                    .isTrue();
        }
        assertThat(ids).hasSize(total).hasSize(seen).hasSizeGreaterThan(100);
    }

    @Test
    void aPageHasFiftyRowsUnlessToldAndNeverMoreThanAThousand() {
        assertThat(itGlue.get("/contacts").get("data")).hasSizeLessThanOrEqualTo(50);
        assertThat(itGlue.get("/configurations?page[size]=9999")
                        .at("/links/self")
                        .asText())
                .contains("page%5Bsize%5D=1000");
    }

    @Test
    void idsAreTextAndReferencesAreNumbers() {
        JsonNode location = first("locations");
        assertThat(location.get("id").isTextual()).isTrue();
        assertThat(location.at("/attributes/organization-id").isNumber()).isTrue();
    }

    @Test
    void aFilterIsExactAndAnUnknownOneIsIgnored() {
        String name = first("organizations").at("/attributes/name").asText();
        String encoded = name.replace(" ", "%20").replace("&", "%26");
        assertThat(itGlue.get("/organizations?filter[name]=" + encoded).get("data"))
                .hasSize(1);
        assertThat(itGlue.get("/organizations?filter[name]=" + encoded.substring(0, 4))
                        .get("data"))
                .isEmpty();
        int all = itGlue.get("/organizations").at("/meta/total-count").asInt();
        assertThat(itGlue.get("/organizations?filter[nmae]=x")
                        .at("/meta/total-count")
                        .asInt())
                .isEqualTo(all);
    }

    @Test
    void organizationsAreFilteredByTimeAndSortedByIt() {
        JsonNode newest =
                itGlue.get("/organizations?sort=-updated_at&page[size]=2").get("data");
        String time = newest.at("/0/attributes/updated-at").asText();
        assertThat(time)
                .isGreaterThanOrEqualTo(newest.at("/1/attributes/updated-at").asText());
        JsonNode since = itGlue.get("/organizations?filter[updated_at]=" + time + ",%20*")
                .get("data");
        assertThat(since).hasSizeBetween(1, 2);
        assertThat(since.at("/0/id")).isEqualTo(newest.at("/0/id"));
    }

    @Test
    void listsCutQuickNotesAndShowDoesNot() {
        JsonNode cut = null;
        for (JsonNode row : itGlue.get("/organizations").get("data")) {
            cut = row.at("/attributes/quick-notes").asText().length() == 250 ? row : cut;
        }
        assertThat(cut).isNotNull();
        JsonNode whole = itGlue.get("/organizations/" + cut.get("id").asText());
        assertThat(whole.at("/data/attributes/quick-notes").asText()).hasSizeGreaterThan(250);
    }

    @Test
    void anUpdateTakesBothSpellingsAndMovesTheTimeOnlyWhenAValueChanges() {
        JsonNode before = first("configurations");
        String path = "/configurations/" + before.get("id").asText();
        JsonNode snake = itGlue.call("PATCH", path, body("configurations", "'asset_tag':'TAG-1'"));
        assertThat(snake.at("/data/attributes/asset-tag").asText()).isEqualTo("TAG-1");
        assertThat(snake.at("/data/attributes/updated-at").asText())
                .isGreaterThan(before.at("/attributes/updated-at").asText());
        CLOCK.advance(Duration.ofSeconds(5));
        JsonNode echoed = itGlue.call(
                "PATCH",
                path,
                "{'data':" + snake.get("data").toString().replace("\"relationships\":{}", "\"x\":0") + "}");
        assertThat(echoed.at("/data/attributes")).isEqualTo(snake.at("/data/attributes"));
        JsonNode cleared = itGlue.call("PATCH", path, body("configurations", "'asset-tag':null"));
        assertThat(cleared.at("/data/attributes/asset-tag").isNull()).isTrue();
    }

    @Test
    void aNewContactIsFoundAgainWithItsPhonesStripped() {
        String organization = first("organizations").get("id").asText();
        JsonNode made = itGlue.call(
                "POST",
                "/contacts",
                body(
                        "contacts",
                        "'organization-id':" + organization
                                + ",'first-name':'Ada','last-name':'Byron','contact-phones':[{'value':'(206) 555-0101',"
                                + "'label-name':'Work','primary':true}],'contact-emails':[{'value':'ada@b.example','label-name':'Work',"
                                + "'primary':true}]"));
        JsonNode read = itGlue.get("/contacts/" + made.at("/data/id").asText()).at("/data/attributes");
        assertThat(read.get("name").asText()).isEqualTo("Ada Byron");
        assertThat(read.at("/contact-phones/0/value").asText()).isEqualTo("2065550101");
        assertThat(read.at("/contact-phones/0/formatted-value").asText()).isEqualTo("(206) 555-0101");
        assertThat(itGlue.get("/contacts?filter[primary_email]=ada@b.example").get("data"))
                .hasSize(1);
    }

    @Test
    void aConfigurationWithoutTypeOrOrganizationIsRefusedByNameOfTheRelation() {
        String organization = first("organizations").get("id").asText();
        JsonNode noType = itGlue.call(
                "POST", "/configurations", body("configurations", "'name':'x','organization-id':" + organization));
        assertThat(noType.at("/errors/0/status").asInt()).isEqualTo(422);
        assertThat(noType.at("/errors/0/source/pointer").asText()).isEqualTo("/data/attributes/configuration-type");
        JsonNode noOrganization = itGlue.call("POST", "/configurations", body("configurations", "'name':'x'"));
        assertThat(noOrganization.at("/errors/0/title").asText()).isEqualTo("Valid organization_id is required");
    }

    @Test
    void aWriteInPlainJsonIsAnUnsupportedMediaType() {
        Caller plain = Caller.raw(sandbox.itGlue(), "application/json", "x-api-key", "ITG.sandbox");
        String path = "/organizations/" + first("organizations").get("id").asText();
        assertThat(plain.status("PATCH", path, body("organizations", "'alert':'x'")))
                .isEqualTo(415);
    }

    @Test
    void theFirstInterfaceFollowsThePrimaryAddress() {
        String id = first("configurations").get("id").asText();
        itGlue.call("PATCH", "/configurations/" + id, body("configurations", "'primary-ip':'10.9.8.7'"));
        JsonNode interfaces = itGlue.get("/configurations/" + id + "/relationships/configuration_interfaces");
        assertThat(interfaces.at("/data/0/attributes/ip-address").asText()).isEqualTo("10.9.8.7");
    }

    @Test
    void aRecordOfTheNativeSyncTakesOnlyTheListedAttributes() {
        String id = first("organizations").get("id").asText();
        control.call("PATCH", "/_sandbox/records/organizations/" + id, "{'psa-integration':'enabled'}");
        String path = "/organizations/" + id;
        assertThat(itGlue.status("PATCH", path, body("organizations", "'name':'Other'")))
                .isEqualTo(422);
        assertThat(itGlue.status("PATCH", path, body("organizations", "'alert':'Closed on Monday'")))
                .isEqualTo(200);
        control.call("PATCH", "/_sandbox/records/organizations/" + id, "{'psa-integration':null}");
    }

    @Test
    void aBulkUpdateIsAllOrNothing() {
        String id = first("locations").get("id").asText();
        String city = first("locations").at("/attributes/city").asText();
        String bulk = "{'data':[{'type':'locations','attributes':{'id':" + id + ",'city':'Elsewhere'}},"
                + "{'type':'locations','attributes':{'id':1,'city':'Nowhere'}}]}";
        assertThat(itGlue.status("PATCH", "/locations", bulk)).isEqualTo(404);
        assertThat(first("locations").at("/attributes/city").asText()).isEqualTo(city);
    }

    @Test
    void theResourceUrlIsAPageThatShowsTheRecordWithItsTextEscaped() {
        String organization = first("organizations").get("id").asText();
        String type = first("configuration_types").get("id").asText();
        JsonNode made = itGlue.call(
                "POST",
                "/configurations",
                body(
                        "configurations",
                        "'name':'<b>box</b>','organization-id':" + organization + ",'configuration-type-id':" + type));
        String url = made.at("/data/attributes/resource-url").asText();
        assertThat(url).startsWith(sandbox.itGlue() + "/" + organization + "/configurations/");
        var page = control.send("GET", url, null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(page.body()).contains("&lt;b&gt;box&lt;/b&gt;").doesNotContain("<b>box");
    }

    @Test
    void theRequestsOfSloppyClientsAreUnderstood() {
        assertThat(itGlue.get("//contacts/?&page[number]=1&page[size]=3").get("data"))
                .hasSize(3);
    }

    @Test
    void aContactOrLocationHasNoArchiveAndNoDeletionOfOne() {
        assertThat(first("contacts").at("/attributes").has("archived")).isFalse();
        assertThat(List.of(
                        itGlue.status(
                                "DELETE",
                                "/contacts/" + first("contacts").get("id").asText(),
                                null),
                        itGlue.status("DELETE", "/configurations/1", null)))
                .containsOnly(404);
    }
}
