package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may do what at VSA: forms of signing in, scopes and roles. */
class VsaRightsTest {
    private static final String API = "/api/v1.0";
    private static Sandbox sandbox;
    private static Caller vsa;
    private static Caller control;
    private static String org;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.3));
        vsa = Caller.vsa(sandbox);
        control = Caller.control(sandbox.vsa());
        org = vsa.get(API + "/system/orgs").at("/Result/1/OrgId").asText();
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
    }

    private static String made(String path, String body) {
        return vsa.call("POST", API + path, body).get("Result").asText();
    }

    /** A user who sees one organization, with a role of these denied functions. */
    private static Caller narrow(String name, String denied) {
        String scope = made("/system/scopes", "{'ScopeName':'Only one " + name + "'}");
        assertThat(vsa.status("PUT", API + "/system/scopes/" + scope + "/orgs/" + org, null))
                .isEqualTo(200);
        String role = made("/system/roles", "{'RoleName':'Less " + name + "','RoleTypeIds':[]}");
        control.call("PATCH", "/_sandbox/records/roles/" + role, "{'Denied':[" + denied + "]}");
        made(
                "/system/users",
                "{'AdminName':'" + name + "','AdminPassword':'secret','AdminScopeIds':['" + scope
                        + "'],'AdminRoleIds':['" + role + "'],'Email':'x@y.example'}");
        String token = Caller.json(Caller.vsaBasic(sandbox, name + ":secret").send("GET", API + "/auth", null))
                .at("/Result/Token")
                .asText();
        return Caller.raw(sandbox.vsa(), "application/json", "Authorization", "Bearer " + token);
    }

    @Test
    void anAccessTokenSignsInLikeAPassword() {
        assertThat(Caller.vsaBasic(sandbox, "api:sandbox-token").status("GET", API + "/auth", null))
                .isEqualTo(200);
        assertThat(Caller.vsaBasic(sandbox, "nobody:sandbox").status("GET", API + "/auth", null))
                .isEqualTo(401);
    }

    @Test
    void aScopeShowsItsOrganizationsAndDeniesTheOthersByTheVendorsCode() {
        Caller narrow = narrow("narrow", "");
        assertThat(narrow.get(API + "/system/orgs").get("TotalRecords").asInt()).isEqualTo(1);
        JsonNode agents = narrow.get(API + "/assetmgmt/agents");
        assertThat(agents.get("Result"))
                .isNotEmpty()
                .allMatch(agent -> agent.get("OrgId").asText().equals(org));
        assertThat(narrow.get(API + "/assetmgmt/audit").get("TotalRecords")).isEqualTo(agents.get("TotalRecords"));
        assertThat(narrow.get(API + "/system/staff").get("Result"))
                .allMatch(staff -> staff.get("OrgId").asText().equals(org));
        String other = vsa.get(API + "/system/orgs").at("/Result/2/OrgId").asText();
        var denied = narrow.send("GET", API + "/system/orgs/" + other, null);
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(Caller.json(denied).get("ResponseCode").asInt()).isEqualTo(4_030_001);
    }

    @Test
    void aRoleWithoutTheFunctionAuditMayStillListAgents() {
        Caller less = narrow("less", "'audit'");
        assertThat(less.status("GET", API + "/assetmgmt/agents", null)).isEqualTo(200);
        JsonNode denied = less.get(API + "/assetmgmt/audit");
        assertThat(denied.get("ResponseCode").asInt()).isEqualTo(4_030_001);
        assertThat(denied.get("Error").asText()).isEqualTo("Access denied");
    }

    @Test
    void aPasswordIsNeverShown() {
        narrow("hidden", "");
        assertThat(vsa.get(API + "/system/users").toString())
                .contains("hidden")
                .doesNotContain("AdminPassword")
                .doesNotContain("secret");
    }
}
