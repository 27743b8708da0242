package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who can sign in at BMS, and what a security role allows. */
class BmsPeopleTest {
    private static final String NOTE = "{'details':'x','isInternal':true,'typeId':71,'noteDate':'2026-10-01'}";
    private static Sandbox sandbox;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.1).withSpeed(1000));
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
    }

    /** Statuses of reading a ticket, writing a note, deleting a note, reading an account, listing webhooks. */
    @ParameterizedTest
    @CsvSource({
        "admin,200,200,200,200,200",
        "manager,200,200,200,200,200",
        "tech,200,200,403,200,403",
        "dispatcher,200,200,403,200,403",
        "reader,200,403,403,200,403",
        "lite,200,403,403,403,403",
        "unconnected,200,200,403,200,403"
    })
    void aSecurityRoleAllows(String user, int read, int write, int delete, int account, int webhooks) {
        Caller caller = Caller.bms(sandbox, user);
        String note = "/v2/servicedesk/tickets/301001/notes";
        assertThat(caller.status("GET", note, null)).isEqualTo(read);
        assertThat(caller.status("POST", note, NOTE)).isEqualTo(write);
        assertThat(caller.status("DELETE", note + "/1", null)).isEqualTo(delete);
        assertThat(caller.status("GET", "/v2/crm/accounts/summary?PageSize=1", null))
                .isEqualTo(account);
        assertThat(caller.status("POST", "/v2/admin/webhooks/search", "{}")).isEqualTo(webhooks);
    }

    @Test
    void aMissingRightIsSaidInTheEnvelopeAndChangesNothing() {
        JsonNode answer = Caller.bms(sandbox, "reader").call("POST", "/v2/servicedesk/tickets/301001/notes", NOTE);
        assertThat(answer.get("success").asBoolean()).isFalse();
        assertThat(answer.at("/error/message").asText()).isEqualTo("Access denied");
    }

    @Test
    void userInfoTellsWhoIsSignedInAndWithWhichRights() {
        JsonNode reader =
                Caller.bms(sandbox, "reader").get("/v2/security/userinfo").get("result");
        assertThat(reader.get("fullName").asText()).isEqualTo("Rita Moss");
        assertThat(reader.get("userAccessRights"))
                .hasSize(7)
                .noneMatch(right -> right.get("canModify").asBoolean());
        assertThat(reader.get("isUserSystemAdmin").asBoolean()).isFalse();
        JsonNode api = Caller.bms(sandbox).get("/v2/security/userinfo").get("result");
        assertThat(api.get("userAccessRights"))
                .allMatch(right -> right.get("canDelete").asBoolean());
    }

    @Test
    void whatAUserWritesCarriesTheUsersName() {
        Caller tech = Caller.bms(sandbox, "tech");
        assertThat(tech.call("POST", "/v2/servicedesk/tickets/301002/notes", NOTE)
                        .at("/result/createdByName")
                        .asText())
                .isEqualTo("Theo Lindgren");
    }

    @Test
    void anOutsiderSeesTheOwnCompanyOnly() {
        Caller outsider = Caller.bms(sandbox, "outsider");
        assertThat(outsider.get("/v2/crm/accounts/lookup?Filter.WithSecurityScope=true")
                        .get("result"))
                .singleElement()
                .matches(row -> row.get("name").asText().equals("Tenonworks IT Services"));
        assertThat(outsider.get("/v2/crm/accounts/lookup").get("result")).hasSizeGreaterThan(1);
        assertThat(outsider.get("/v2/servicedesk/tickets?PageSize=5000").get("result"))
                .allMatch(row -> row.get("accountName").asText().equals("Tenonworks IT Services"));
        assertThat(outsider.get("/v2/integrations/itglue/servicedesk/ticketsync")
                        .get("totalRecords"))
                .isNotEqualTo(Caller.bms(sandbox)
                        .get("/v2/integrations/itglue/servicedesk/ticketsync")
                        .get("totalRecords"));
    }

    @Test
    void somebodyWhoLeftCannotSignInNorBeAssigned() {
        Caller form = Caller.raw(sandbox.bms(), "application/x-www-form-urlencoded", "X-None", "");
        String body = "grantType=password&userName=gformer&password=sandbox&tenant=Sandbox";
        assertThat(Caller.json(form.send("POST", "/v2/security/authenticate", body))
                        .get("success")
                        .asBoolean())
                .isFalse();
        Caller bms = Caller.bms(sandbox);
        assertThat(bms.get("/v2/hr/assignees?Name=Former").get("result")).isEmpty();
        assertThat(bms.get("/v2/hr/employees/searchselect?Filter.Filter_Text=former")
                        .get("result"))
                .hasSize(1);
    }

    @Test
    void rolesForTimeAndForRightsAreTwoThings() {
        BmsDesk desk = new BmsDesk(Caller.bms(sandbox));
        assertThat(desk.show("/v2/admin/security/roles/lookup?Name=read")).hasSize(1);
        assertThat(desk.show("/v2/system/roles/lookup")).hasSize(4);
        assertThat(desk.show("/v2/hr/assignees/7003/roles")).hasSize(1);
    }
}
