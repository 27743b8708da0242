package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of BMS's wire contract. */
class BmsTest {
    private static Sandbox sandbox;
    private static Caller bms;
    private static Caller control;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.3).withSpeed(1000));
        bms = Caller.bms(sandbox);
        control = Caller.control(sandbox.bms());
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
    }

    private static JsonNode first(String path) {
        return bms.get("/v2/" + path + "?PageSize=1").at("/result/0");
    }

    @Test
    void aWrongPasswordFailsInsideA200AndAWrongTokenIsAnEmpty401() {
        Caller form = Caller.raw(sandbox.bms(), "application/x-www-form-urlencoded", "X-None", "");
        var login = form.send(
                "POST", "/v2/security/authenticate", "GrantType=password&UserName=api&Password=no&Tenant=Sandbox");
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(Caller.json(login).get("success").asBoolean()).isFalse();
        Caller stranger = Caller.raw(sandbox.bms(), "application/json", "Authorization", "Bearer x");
        var refused = stranger.send("GET", "/v2/crm/accounts/summary", null);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEmpty();
    }

    @Test
    void aLoginComesAsMultipartToo() {
        Caller form = Caller.raw(sandbox.bms(), "multipart/form-data; boundary=X", "X-None", "");
        StringBuilder body = new StringBuilder();
        for (String field : new String[] {"GrantType=password", "UserName=api", "Password=sandbox", "Tenant=Sandbox"}) {
            String[] pair = field.split("=");
            body.append("--X\r\nContent-Disposition: form-data; name=\"").append(pair[0]);
            body.append("\"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n")
                    .append(pair[1])
                    .append("\r\n");
        }
        JsonNode answer = Caller.json(form.send("POST", "/v2/security/authenticate", body + "--X--\r\n"));
        assertThat(answer.at("/result/accessToken").asText()).isNotEmpty();
    }

    @Test
    void pagesOfTheSearchCoverEveryAssetExactlyOnceAndEndShort() {
        Set<Integer> ids = new HashSet<>();
        int seen = walk("true", ids) + walk("false", ids);
        int all = control.get("/_sandbox").at("/records/hardwareassets").asInt();
        assertThat(ids).hasSize(seen).hasSize(all).hasSizeGreaterThan(100);
    }

    private static int walk(String active, Set<Integer> ids) {
        int seen = 0;
        JsonNode page;
        int number = 1;
        do {
            page = bms.get("/v2/servicedesk/hardwareasset/searchselect?pagesize=25&filter.isactive=" + active
                    + "&PAGENUMBER=" + number++);
            assertThat(page.has("totalRecords")).isFalse();
            for (JsonNode row : page.get("result")) {
                ids.add(row.get("id").asInt());
                seen++;
            }
        } while (page.get("result").size() == 25);
        return seen;
    }

    @Test
    void pageZeroIsPageOneAndAPagePastTheEndIsEmptyWithTheTrueTotal() {
        assertThat(bms.get("/v2/crm/accounts/summary?PageNumber=0&PageSize=2").get("result"))
                .isEqualTo(bms.get("/v2/crm/accounts/summary?PageNumber=1&PageSize=2")
                        .get("result"));
        JsonNode past = bms.get("/v2/crm/accounts/summary?PageNumber=99");
        assertThat(past.get("result")).isEmpty();
        assertThat(past.get("totalRecords").asInt()).isPositive();
    }

    @Test
    void anAccountIsMadeWithItsFirstLocationAndRefusedWithoutRequiredFields() {
        JsonNode like = first("crm/accounts/summary");
        ObjectNode body = like.deepCopy();
        body.retain("accountTypeId", "businessTypeId", "accountManagerId");
        JsonNode refused = bms.call("POST", "/v2/crm/accounts", body.toString());
        assertThat(refused.get("success").asBoolean()).isFalse();
        assertThat(refused.at("/error/code").isInt()).isTrue();
        assertThat(refused.at("/error/subErrors").toString()).contains("AccountName");
        body.put("AccountName", "Quarry Lane Optics");
        body.putArray("Locations")
                .addObject()
                .put("LocationName", "Main")
                .putArray("Addresses")
                .addObject()
                .put("City", "Tacoma");
        JsonNode made = bms.call("POST", "/v2/crm/accounts", body.toString()).get("result");
        assertThat(made.at("/locations/0/isMain").asBoolean()).isTrue();
        assertThat(made.at("/locations/0/addresses/0/city").asText()).isEqualTo("Tacoma");
        assertThat(bms.get("/v2/crm/accounts/summary?Filter.AccountName=quarry")
                        .get("totalRecords")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aPatchedAccountShowsInTheListOfModifiedOnes() {
        String id = first("crm/accounts/summary").get("id").asText();
        JsonNode patched = bms.call(
                "PATCH", "/v2/crm/accounts/" + id, "[{'op':'replace','path':'/accountname','value':'Renamed'}]");
        assertThat(patched.at("/result/accountName").asText()).isEqualTo("Renamed");
        String since = patched.at("/result/modifiedOn").asText();
        JsonNode changed = bms.get("/v2/crm/accounts/summary?filter.modifiedonfrom=" + since)
                .get("result");
        assertThat(changed).anyMatch(row -> row.get("id").asText().equals(id));
    }

    @Test
    void noRequestChangesALocation() {
        JsonNode account = first("crm/accounts/summary");
        String path = "/v2/crm/accounts/" + account.get("id").asText() + "/locations/"
                + account.at("/locations/0/id").asText();
        assertThat(bms.status("PUT", path, "{}")).isEqualTo(404);
        assertThat(bms.status("PATCH", path, "[]")).isEqualTo(404);
    }

    @Test
    void anEmailIsPatchedByItsOldValueExactlyAsShown() {
        JsonNode contact = first("crm/contacts/summary");
        String path = "/v2/crm/contacts/" + contact.get("id").asText() + "/emails";
        String old = contact.at("/emails/0/emailAddress").asText();
        JsonNode added = bms.call("PATCH", path, "[{'Operation':0,'EmailAddress':'new@x.example','IsDefault':true}]");
        assertThat(added.at("/result/added").asInt()).isEqualTo(1);
        JsonNode unknown = bms.call(
                "PATCH", path, "[{'operation':2,'emailAddress':'" + old.toUpperCase(java.util.Locale.ROOT) + "'}]");
        assertThat(unknown.get("success").asBoolean()).isFalse();
        bms.call("PATCH", path, "[{'operation':1,'emailAddress':'" + old + "','newEmailAddress':'moved@x.example'}]");
        JsonNode emails = bms.get(
                        "/v2/crm/contacts/summary/" + contact.get("id").asText())
                .at("/result/emails");
        assertThat(emails)
                .extracting(each -> each.get("emailAddress").asText())
                .contains("moved@x.example", "new@x.example")
                .doesNotContain(old);
        assertThat(emails).filteredOn(each -> each.get("isDefault").asBoolean()).hasSize(1);
    }

    @Test
    void aContactIsPatchedWithTheNamesOfTheInput() {
        String id = first("crm/contacts/summary").get("id").asText();
        JsonNode patched = bms.call(
                "PATCH",
                "/v2/crm/contacts/" + id,
                "[{'op':'replace','path':'/Poc','value':true},{'op':'replace','path':'/JobTitle','value':'Chief'}]");
        assertThat(patched.at("/result/poc").asBoolean()).isTrue();
        JsonNode summary = bms.get("/v2/crm/contacts/summary/" + id).get("result");
        assertThat(summary.get("isPoc").asBoolean()).isTrue();
        assertThat(summary.get("jobTitle").asText()).isEqualTo("Chief");
    }

    @Test
    void aPutOfAnAssetBlanksWhatItLeavesOut() {
        String id = bms.get("/v2/servicedesk/hardwareasset/searchselect")
                .at("/result/5/id")
                .asText();
        JsonNode before = bms.get("/v2/servicedesk/hardwareasset/" + id).get("result");
        ObjectNode least = before.deepCopy();
        least.retain("name", "accountId", "accountLocationId", "categoryId");
        JsonNode after = bms.call("PUT", "/v2/servicedesk/hardwareasset/" + id, least.toString())
                .get("result");
        assertThat(after.get("macAddress").isNull()).isTrue();
        assertThat(after.get("isActive")).isEqualTo(before.get("isActive"));
        assertThat(after.get("agentId")).isEqualTo(before.get("agentId"));
        assertThat(after.get("modifiedOn").asText())
                .isGreaterThan(before.get("modifiedOn").asText());
    }

    @Test
    void anAssetBelongsToALocationOfItsAccount() {
        JsonNode accounts = bms.get("/v2/crm/accounts/summary").get("result");
        String body = "{'name':'PC','accountId':" + accounts.at("/0/id") + ",'accountLocationId':"
                + accounts.at("/1/locations/0/id") + ",'categoryId':9301}";
        assertThat(bms.call("POST", "/v2/servicedesk/hardwareasset", body)
                        .get("success")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aDeactivatedAssetIsOnlyListedWhenAskedFor() {
        JsonNode asset = bms.get("/v2/servicedesk/hardwareasset/searchselect").at("/result/7");
        String id = asset.get("id").asText();
        ObjectNode body =
                (ObjectNode) bms.get("/v2/servicedesk/hardwareasset/" + id).get("result");
        bms.call(
                "PUT",
                "/v2/servicedesk/hardwareasset/" + id,
                body.put("isActive", false).toString());
        String name = "?PageSize=5000&Filter.IsActive=";
        assertThat(bms.get("/v2/servicedesk/hardwareasset/searchselect" + name + "false")
                        .get("result"))
                .anyMatch(row -> row.get("id").asText().equals(id));
        assertThat(bms.get("/v2/servicedesk/hardwareasset/searchselect?PageSize=5000")
                        .get("result"))
                .noneMatch(row -> row.get("id").asText().equals(id));
    }

    @Test
    void anUnknownIdFailsInsideA200AndAnUnknownRouteIsA404() {
        assertThat(bms.get("/v2/crm/contacts/summary/1").get("success").asBoolean())
                .isFalse();
        assertThat(bms.status("GET", "/v2/crm/accounts/1/summaryinfo", null)).isEqualTo(404);
    }
}
