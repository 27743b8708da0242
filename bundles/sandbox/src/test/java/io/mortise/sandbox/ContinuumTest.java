package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of ConnectWise RMM's wire contract. */
class ContinuumTest {
    private static final String COMPANY = "/api/platform/v1/company";
    private static final String DEVICES = "/api/platform/v2/device/categories/all/endpoints";
    private static Sandbox sandbox;
    private static Caller rmm;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.inMemory());
        rmm = Caller.continuum(sandbox, "platform.companies.read platform.sites.read platform.devices.read");
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
    }

    private static HttpResponse<String> token(String client, String secret, String scope) {
        return Caller.control(sandbox.continuum())
                .send(
                        "POST",
                        "/v1/token",
                        "{\"grant_type\":\"client_credentials\",\"client_id\":\"" + client + "\",\"client_secret\":\""
                                + secret + "\",\"scope\":\"" + scope + "\"}");
    }

    @Test
    void aTokenIsGivenForTheScopesThatTheKeyHas() {
        JsonNode answer = Caller.json(token("sandbox", "sandbox-secret", "platform.companies.read"));
        assertThat(answer.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.get("expires_in").asInt()).isPositive();
        assertThat(answer.get("scope").asText()).isEqualTo("platform.companies.read");
        assertThat(token("sandbox", "wrong", "platform.companies.read").statusCode())
                .isEqualTo(401);
        HttpResponse<String> more = token("sandbox", "sandbox-secret", "platform.everything.write");
        assertThat(more.statusCode()).isEqualTo(400);
        assertThat(Caller.json(more).get("error").asText()).isEqualTo("invalid_scope");
    }

    @Test
    void withoutATokenACallIsUnauthorizedAndWithoutTheScopeForbidden() {
        assertThat(Caller.control(sandbox.continuum()).status("GET", COMPANY + "/companies", null))
                .isEqualTo(401);
        Caller narrow = Caller.continuum(sandbox, "platform.companies.read");
        assertThat(narrow.status("GET", COMPANY + "/companies", null)).isEqualTo(200);
        assertThat(narrow.status("GET", COMPANY + "/sites", null)).isEqualTo(403);
    }

    @Test
    void aCompanyHasItsSitesAndOneOfThemIsPrimary() {
        JsonNode companies = rmm.get(COMPANY + "/companies");
        assertThat(companies).hasSize(6);
        for (JsonNode company : companies) {
            String path = COMPANY + "/companies/" + company.get("id").asText();
            assertThat(rmm.get(path)).isEqualTo(company);
            JsonNode sites = rmm.get(path + "/sites");
            assertThat(sites)
                    .isNotEmpty()
                    .allMatch(site -> site.at("/company/id").equals(company.get("id")))
                    .filteredOn(site -> site.get("primaryFlag").asBoolean())
                    .singleElement()
                    .satisfies(site -> assertThat(site.get("id")).isEqualTo(company.at("/primarySite/id")));
        }
        assertThat(rmm.status("GET", COMPANY + "/companies/1", null)).isEqualTo(404);
    }

    private static String body(String type, String... ids) {
        return "{\"resourceType\":\"" + type + "\",\"resources\":[\"" + String.join("\",\"", ids) + "\"]}";
    }

    private static String company(int index) {
        return rmm.get(COMPANY + "/companies").get(index).get("id").asText();
    }

    @Test
    void endpointsComeInGroupsAndTheNextPageIsInTheLink() {
        String next = DEVICES + "?limit=20&field=system,os";
        Set<String> seen = new HashSet<>();
        int pages = 0;
        while (next != null) {
            HttpResponse<String> answer = rmm.send("POST", next, body("company", company(0), company(1)));
            int rows = 0;
            for (String category : new String[] {"platform", "network"}) {
                for (JsonNode group : Caller.json(answer).get(category)) {
                    assertThat(group.get("companyID").asText()).isIn(company(0), company(1));
                    group.get("endpoints")
                            .forEach(row -> seen.add(row.get("endpointID").asText()));
                    rows += group.get("endpoints").size();
                }
            }
            assertThat(rows).isBetween(1, 20);
            pages++;
            next = answer.headers()
                    .firstValue("Link")
                    .map(link -> link.replaceAll("^<|>; rel=\"next\"$", ""))
                    .orElse(null);
        }
        assertThat(pages).isGreaterThan(1);
        assertThat(seen).hasSizeGreaterThan((pages - 1) * 20);
    }

    @Test
    void tooManyCompaniesOrAnUnknownResourceTypeAreRefused() {
        String id = company(0);
        assertThat(rmm.send("POST", DEVICES, body("company", id, id, id, id, id))
                        .statusCode())
                .isEqualTo(400);
        assertThat(rmm.send("POST", DEVICES, body("planet", id)).statusCode()).isEqualTo(400);
        assertThat(rmm.send("POST", DEVICES, body("companies", id)).statusCode())
                .isEqualTo(200);
        assertThat(rmm.send("POST", DEVICES + "?filter=" + "endpointType%20in%20(Server)", body("company", id))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void oneEndpointIsShownBelowItsCompanyAndSiteAndItsHeartbeatApart() {
        JsonNode group = Caller.json(rmm.send("POST", DEVICES + "?limit=1", body("company", company(0))))
                .at("/platform/0");
        String id = group.at("/endpoints/0/endpointID").asText();
        String path =
                "/api/platform/v2/device/companies/" + group.get("companyID").asText() + "/sites/"
                        + group.get("siteID").asText() + "/endpoints/" + id;
        JsonNode detail = rmm.get(path);
        assertThat(detail.at("/platform/friendlyName")).isEqualTo(group.at("/endpoints/0/friendlyName"));
        assertThat(detail.at("/platform/system/model").asText()).isNotEmpty();
        JsonNode beat = rmm.get("/api/platform/v2/device/endpoints/heartbeat?resourceType=endpoints&resources=" + id);
        assertThat(beat.at("/successfulRecords/0/endpoints/0/EndpointID").asText())
                .isEqualTo(id);
    }

    @Test
    void aCutListOfCompaniesShowsHalfOfThem() {
        Caller control = Caller.control(sandbox.continuum());
        control.call(
                "POST", "/_sandbox/faults", "{'kind':'truncated-page','mode':'rows','every':1,'path':'/companies$'}");
        assertThat(rmm.get(COMPANY + "/companies")).hasSize(3);
        control.send("DELETE", "/_sandbox/faults", null);
        assertThat(rmm.get(COMPANY + "/companies")).hasSize(6);
    }

    @Test
    void theSameSeedMakesTheSameCompaniesAndMachines() throws IOException {
        SandboxOptions small = SandboxOptions.inMemory().withScale(0.2);
        try (Sandbox first = Sandbox.start(small);
                Sandbox second = Sandbox.start(small);
                Sandbox other = Sandbox.start(small.withSeed(2))) {
            assertThat(dump(first)).isEqualTo(dump(second)).isNotEqualTo(dump(other));
        }
    }

    private static String dump(Sandbox sandbox) {
        StringBuilder dump = new StringBuilder();
        for (String type : new String[] {"companies", "sites", "endpoints", "tickets"}) {
            Caller.control(sandbox.continuum())
                    .get("/_sandbox/records/" + type + "?limit=5000")
                    .get("items")
                    .forEach(item -> dump.append(item.get("id")).append(item.get("fields")));
        }
        return dump.toString();
    }

    @Test
    void partOfTheMachinesIsKnownElsewhereAndPartIsNot() {
        Set<String> vsa = serials(sandbox.vsa(), "agents", "/fields/SystemSerialNumber");
        Set<String> bms = serials(sandbox.bms(), "hardwareassets", "/fields/serialNumber");
        Set<String> here = serials(sandbox.continuum(), "endpoints", "/fields/system/serialNumber");
        assertThat(here).anyMatch(vsa::contains).anyMatch(bms::contains);
        assertThat(here).anyMatch(serial -> !vsa.contains(serial) && !bms.contains(serial));
    }

    private static Set<String> serials(URI vendor, String type, String field) {
        Set<String> serials = new HashSet<>();
        Caller.control(vendor)
                .get("/_sandbox/records/" + type + "?limit=5000")
                .get("items")
                .forEach(each -> serials.add(each.at(field).asText()));
        return serials;
    }
}
