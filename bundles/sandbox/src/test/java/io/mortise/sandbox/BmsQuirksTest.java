package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The quirks of BMS that clients have met, by their numbers. */
class BmsQuirksTest {
    private static final String TICKETS = BmsDesk.TICKETS;
    private static Sandbox sandbox;
    private static Caller bms;
    private static BmsDesk desk;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(
                SandboxOptions.inMemory().withScale(0.1).withSpeed(1).withClock(new HandClock()));
        bms = Caller.bms(sandbox);
        desk = new BmsDesk(bms);
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
    }

    @Test
    void q01_aChunkedBodyIsRead() throws Exception {
        byte[] form =
                "grantType=password&userName=api&password=sandbox&tenant=Sandbox".getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.bms() + "/v2/security/authenticate"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofInputStream(() -> InputStream.nullInputStream()))
                .build();
        HttpRequest chunked = HttpRequest.newBuilder(request, (name, value) -> true)
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(form)))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(chunked, BodyHandlers.ofString())
                        .body())
                .contains("accessToken");
    }

    @Test
    void q02_aTrailingSlashChangesNothing() {
        assertThat(bms.get(TICKETS + "/?PageSize=1")).isEqualTo(bms.get(TICKETS + "?PageSize=1"));
    }

    @Test
    void q03_pageZeroIsPageOneAndPastTheEndIsEmptyWithTheTotal() {
        assertThat(bms.get(TICKETS + "?PageNumber=0&PageSize=2"))
                .isEqualTo(bms.get(TICKETS + "?PageNumber=1&PageSize=2"));
        JsonNode past = bms.get(TICKETS + "?PageNumber=9999");
        assertThat(past.get("success").asBoolean()).isTrue();
        assertThat(past.get("result")).isEmpty();
        assertThat(past.get("totalRecords").asInt()).isPositive();
    }

    @Test
    void q04_unknownParametersAreIgnoredAndLetterCaseDoesNotCount() {
        JsonNode all = bms.get(TICKETS + "?PageSize=3");
        assertThat(bms.get(TICKETS + "?pagesize=3&$filter=x&%24top=1&Filter.Nonsense=1&title=x"))
                .isEqualTo(all);
        assertThat(bms.get(TICKETS + "?PAGESIZE=3")).isEqualTo(all);
    }

    @Test
    void q05_aFailureIsA200WithAnIntegerCode() {
        var answer = bms.send("GET", TICKETS + "/1", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.json(answer).get("success").asBoolean()).isFalse();
        assertThat(Caller.json(answer).at("/error/code").isInt()).isTrue();
        assertThat(Caller.json(answer).get("error").has("stackStrace")).isTrue();
    }

    @Test
    void q06_aBadTokenIsA401WithAnEmptyBody() {
        Caller stranger = Caller.raw(sandbox.bms(), "application/json", "Authorization", "Bearer nonsense");
        var answer = stranger.send("GET", TICKETS, null);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void q07_routesThatOnlySloppyClientsKnowAre404() {
        assertThat(bms.status("GET", "/v2/crm/accounts/31201/summaryinfo", null))
                .isEqualTo(404);
        assertThat(bms.status("GET", "/v2/crm/accounts", null)).isEqualTo(404);
    }

    @Test
    void q08_severalFiltersMustAllFitAndFindParts() {
        JsonNode contact = bms.get("/v2/crm/contacts/search?PageSize=1").at("/result/0");
        String first = contact.get("firstName").asText().substring(1);
        String last = contact.get("lastName").asText().toUpperCase(java.util.Locale.ROOT);
        String search = "/v2/crm/contacts/search?Filter.FirstName=" + first + "&Filter.LastName=";
        assertThat(bms.get(search + last).get("result")).isNotEmpty();
        assertThat(bms.get(search + "nobody").get("result")).isEmpty();
    }

    @Test
    void q09_pathsOfAPatchAreWithoutLetterCase() {
        String ticket = desk.made("Patch me");
        assertThat(desk.patch(ticket, "[{'OP':'Replace','Path':'/tItLe','Value':'Patched'}]")
                        .get("title")
                        .asText())
                .isEqualTo("Patched");
    }

    @Test
    void q10_copiesAndSecondaryAssigneesAreInTheDetailOnly() {
        JsonNode row = bms.get(TICKETS + "?PageSize=1").at("/result/0");
        JsonNode detail = desk.show(TICKETS + "/" + row.get("id").asText());
        for (String field :
                new String[] {"cCs", "secondaryAssignees", "totalTimeSpent", "sourceName", "occurrenceCount"}) {
            assertThat(row.has(field)).as(field).isFalse();
            assertThat(detail.has(field)).as(field).isTrue();
        }
        assertThat(row.get("customFields").isTextual()).isTrue();
        assertThat(detail.has("customFields") || detail.has("tenantName")).isFalse();
    }

    @Test
    void q11_theBudgetIsPerRouteNotPerAddress() {
        String path = "/v2/system/issuetypes/";
        for (int i = 0; i < 1500; i++) {
            assertThat(bms.status("GET", path + i + "/issuesubtypes/lookup", null))
                    .isEqualTo(200);
        }
        assertThat(bms.status("GET", path + "1/issuesubtypes/lookup", null)).isEqualTo(429);
        assertThat(bms.status("GET", path + "lookup", null)).isEqualTo(200);
    }

    @Test
    void q12_theDescriptionIsServedWithoutASignIn() {
        JsonNode document = Caller.control(sandbox.bms()).get("/swagger/v2/swagger.json");
        assertThat(document.get("openapi").asText()).startsWith("3.");
        assertThat(document.get("paths").has("/v2/servicedesk/tickets/{ticketId}"))
                .isTrue();
    }

    @Test
    void q13_theBodyOfADeleteIsRead() {
        int id = desk.make("Delete me").get("id").asInt();
        BmsDesk.ok(bms.call("DELETE", TICKETS, "{'TargetedIds':[" + id + "]}"));
        assertThat(bms.get(TICKETS + "/" + id).get("success").asBoolean()).isFalse();
    }

    @Test
    void q14_bodiesInPascalCaseAreReadAndAnswersAreInCamelCase() {
        com.fasterxml.jackson.databind.node.ObjectNode pascal =
                new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode();
        desk.body("Pascal")
                .properties()
                .forEach(field -> pascal.set(
                        Character.toUpperCase(field.getKey().charAt(0))
                                + field.getKey().substring(1),
                        field.getValue()));
        JsonNode answer = bms.call("POST", TICKETS, pascal.toString());
        assertThat(answer.get("success").asBoolean()).isTrue();
        JsonNode made = answer.get("result");
        assertThat(made.has("slaId") && made.has("vsaAssetId") && made.has("cCs"))
                .isTrue();
    }
}
