package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of VSA's wire contract. */
class VsaTest {
    private static final String API = "/api/v1.0";
    private static Sandbox sandbox;
    private static Caller vsa;
    private static Caller control;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.3));
        vsa = Caller.vsa(sandbox);
        control = Caller.control(sandbox.vsa());
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
    }

    @Test
    void aWrongPasswordIsUnauthorizedWithTheVendorsCode() {
        var answer = Caller.vsaBasic(sandbox, "api:wrong").send("GET", API + "/auth", null);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Caller.json(answer).get("ResponseCode").asInt()).isEqualTo(4_010_001);
    }

    @Test
    void theOlderHashedLoginIsKnownToo() throws Exception {
        String rand = "48151623";
        String pass2 = sha256(sha256("sandboxapi") + rand);
        String login = "user=api,pass1=0,pass2=" + pass2 + ",rpass1=0,rpass2=0,rand2=" + rand;
        JsonNode answer = Caller.json(Caller.vsaBasic(sandbox, login).send("GET", API + "/auth", null));
        assertThat(answer.at("/Result/Token").asText())
                .isEqualTo(answer.at("/Result/ApiToken").asText())
                .isNotEmpty();
        String wrong = login.replace("pass2=" + pass2, "pass2=" + sha256("x"));
        assertThat(Caller.vsaBasic(sandbox, wrong).status("GET", API + "/auth", null))
                .isEqualTo(401);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void pagesOfTheAuditCoverEveryAgentExactlyOnceAHundredAtATime() {
        Set<String> ids = new HashSet<>();
        int seen = 0;
        int total;
        do {
            JsonNode page = vsa.get(API + "/assetmgmt/audit?$top=5000&$skip=" + seen);
            total = page.get("TotalRecords").asInt();
            assertThat(page.get("Result")).hasSizeBetween(1, 100);
            page.get("Result").forEach(row -> ids.add(row.get("AgentGuid").asText()));
            seen += page.get("Result").size();
        } while (seen < total);
        assertThat(ids).hasSize(total).hasSize(seen).hasSizeGreaterThan(100);
    }

    @Test
    void aFilterComparesTextAndDecimalsAndRefusesWhatTheServerCannotRead() {
        JsonNode agent = vsa.get(API + "/assetmgmt/agents?%24top=1").at("/Result/0");
        String id = agent.get("AgentId").asText();
        String name = agent.get("ComputerName").asText();
        assertThat(found("AgentId eq " + id + "M").get("Result")).hasSize(1);
        assertThat(found("ComputerName eq '" + name + "' and Online ge 0").get("Result"))
                .isNotEmpty()
                .allMatch(row -> row.get("ComputerName").asText().equals(name));
        assertThat(found("substringof('" + name.substring(2, 6) + "',ComputerName)")
                        .get("TotalRecords")
                        .asInt())
                .isPositive();
        assertThat(found("AgentId eq " + id).get("Error").asText()).contains("Edm.Int32");
        assertThat(found("Nonsense eq 'x'").get("ResponseCode").asInt()).isEqualTo(400);
    }

    private static JsonNode found(String filter) {
        return vsa.get(
                API + "/assetmgmt/agents?$filter=" + filter.replace(" ", "%20").replace("'", "%27"));
    }

    @Test
    void aNewAgentHasAnAuditAndAnAssetAndADeletedOneHasNeither() {
        String org = vsa.get(API + "/system/orgs").at("/Result/2/OrgId").asText();
        JsonNode made = control.call(
                "POST",
                "/_sandbox/records/agents",
                "{'ComputerName':'NEW-PC','OrgId':'" + org
                        + "','SystemSerialNumber':'SN1','MacAddress':'AA-BB-CC-00-00-01'}");
        String id = made.get("id").asText();
        JsonNode audit = vsa.get(API + "/assetmgmt/audit/" + id + "/summary").get("Result");
        assertThat(audit.get("SystemSerialNumber").asText()).isEqualTo("SN1");
        assertThat(audit.get("DisplayName").asText()).startsWith("new-pc.root.");
        assertThat(assetsOf(id)).isEqualTo(1);
        assertThat(control.status("DELETE", "/_sandbox/records/agents/" + id, null))
                .isEqualTo(204);
        assertThat(vsa.status("GET", API + "/assetmgmt/agents/" + id, null)).isEqualTo(404);
        assertThat(assetsOf(id)).isZero();
    }

    private static int assetsOf(String agent) {
        return control.get("/_sandbox/records/assets?limit=5000&q=" + agent)
                .get("items")
                .size();
    }

    @Test
    void anOrganizationIsMadeWithItsRootGroupAndItsReferenceIsUnique() {
        JsonNode made = vsa.call("POST", API + "/system/orgs", "{'OrgName':'Quarry Lane Optics','OrgRef':'qlo'}");
        String id = made.get("Result").asText();
        assertThat(vsa.get(API + "/system/orgs/" + id + "/machinegroups")
                        .at("/Result/0/MachineGroupName")
                        .asText())
                .isEqualTo("root.qlo");
        assertThat(vsa.status("POST", API + "/system/orgs", "{'OrgName':'Other','OrgRef':'QLO'}"))
                .isEqualTo(400);
    }

    @Test
    void withoutASessionEveryCallIsUnauthorized() {
        Caller stranger = Caller.raw(sandbox.vsa(), "application/json", "Authorization", "Bearer 1");
        assertThat(stranger.status("GET", API + "/assetmgmt/agents", null)).isEqualTo(401);
    }
}
