package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bridge between BMS and IT Glue: what is shown here stands there. */
class BmsBridgeTest {
    private static final String ROOT = "/v2/integrations/itglue/";
    private static final HandClock CLOCK = new HandClock();
    private static Sandbox sandbox;
    private static Caller bms;
    private static BmsDesk desk;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(
                SandboxOptions.inMemory().withScale(0.3).withSpeed(1000).withClock(CLOCK));
        bms = Caller.bms(sandbox);
        desk = new BmsDesk(bms);
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
    }

    private static String linked(String type, String list) {
        for (JsonNode row : bms.get("/v2/" + list).get("result")) {
            JsonNode link = desk.show(ROOT + type + "/" + row.get("id").asText() + "/lookup");
            if (!link.isNull()) {
                return link.get("id").asText();
            }
        }
        throw new AssertionError("No linked " + type);
    }

    @Test
    void recordsOfEqualNamesAreLinkedAndOthersAreNull() {
        String id = linked("accounts", "crm/accounts/lookup");
        JsonNode organization = Caller.itGlue(sandbox).get("/organizations/" + id);
        assertThat(organization.at("/data/id").asText()).isEqualTo(id);
        linked("contacts", "crm/contacts/summary");
        linked("hardwareassets", "servicedesk/hardwareasset/searchselect");
        assertThat(desk.show(ROOT + "contacts/1/lookup").isNull()).isTrue();
        assertThat(desk.show(ROOT + "status").get("isTicketSyncEnabled").asBoolean())
                .isTrue();
    }

    @Test
    void companyNotesAreTheQuickNotesOfItGlueInBothDirections() {
        String id = linked("accounts", "crm/accounts/lookup");
        String notes = ROOT + "accounts/" + id + "/notes";
        BmsDesk.ok(bms.call("PUT", notes, "{'Notes':'<p>From BMS</p>'}"));
        assertThat(Caller.itGlue(sandbox)
                        .get("/organizations/" + id)
                        .at("/data/attributes/quick-notes")
                        .asText())
                .isEqualTo("<p>From BMS</p>");
        Caller.control(sandbox.itGlue())
                .call("PATCH", "/_sandbox/records/organizations/" + id, "{'quick-notes':'<p>From IT Glue</p>'}");
        assertThat(desk.show(notes).get("notes").asText()).isEqualTo("<p>From IT Glue</p>");
        assertThat(Caller.control(sandbox.itGlue())
                        .get("/_sandbox")
                        .get("writes")
                        .asInt())
                .isZero();
    }

    @Test
    void contactNotesAreThoseOfTheContactThere() {
        String id = linked("contacts", "crm/contacts/summary");
        BmsDesk.ok(bms.call("PUT", ROOT + "contacts/" + id + "/notes", "{'notes':'<p>VIP</p>'}"));
        assertThat(Caller.itGlue(sandbox)
                        .get("/contacts/" + id)
                        .at("/data/attributes/notes")
                        .asText())
                .isEqualTo("<p>VIP</p>");
        assertThat(bms.get(ROOT + "contacts/1/notes").get("success").asBoolean())
                .isFalse();
    }

    @Test
    void aReaderSeesNotesButMayNotWriteThem() {
        String notes = ROOT + "accounts/" + linked("accounts", "crm/accounts/lookup") + "/notes";
        Caller reader = Caller.bms(sandbox, "reader");
        assertThat(reader.status("GET", notes, null)).isEqualTo(200);
        assertThat(reader.status("PUT", notes, "{'notes':'x'}")).isEqualTo(403);
    }

    @Test
    void whoIsNotConnectedGetsNoneOfIt() {
        String id = linked("accounts", "crm/accounts/lookup");
        Caller unconnected = Caller.bms(sandbox, "unconnected");
        assertThat(unconnected
                        .get(ROOT + "accessinfo")
                        .at("/result/isConnected")
                        .asBoolean())
                .isFalse();
        assertThat(unconnected
                        .get(ROOT + "accessinfo")
                        .at("/result/accessToken")
                        .isNull())
                .isTrue();
        assertThat(unconnected.status("GET", ROOT + "accounts/" + id + "/notes", null))
                .isEqualTo(403);
        assertThat(desk.show(ROOT + "accessinfo").get("isConnected").asBoolean())
                .isTrue();
    }

    @Test
    void theTicketFeedListsWhatWasModifiedSince() {
        CLOCK.advance(Duration.ofSeconds(10));
        String id = desk.make("Fresh").get("id").asText();
        JsonNode one = desk.show(ROOT + "servicedesk/ticketsync/" + id);
        String since = one.get("modifiedOn").asText();
        JsonNode page = bms.get(ROOT + "servicedesk/ticketsync?Filter.ModifiedOnFrom=" + since);
        assertThat(page.get("result")).contains(one);
        assertThat(page.get("totalRecords").asInt()).isPositive();
        int all = bms.get(ROOT + "servicedesk/ticketsync?PageSize=1")
                .get("totalRecords")
                .asInt();
        assertThat(all).isGreaterThan(page.get("totalRecords").asInt());
    }

    @Test
    void theSearchFindsANumber() {
        JsonNode made = desk.make("Needle in the haystack");
        JsonNode found = desk.show(ROOT + "servicedesk/globalsearch?Filter.Keyword=needle%20in");
        assertThat(found)
                .singleElement()
                .satisfies(row -> assertThat(row.get("ticketNumber")).isEqualTo(made.get("ticketNumber")));
    }

    /** As far as the linked IT Glue has templates. */
    @Test
    void templatesOfItGlueBecomeItemsOfATicket() {
        String account = desk.body("x").get("accountId").asText();
        JsonNode templates = desk.show(ROOT + "checklists?accountId=" + account);
        for (JsonNode template : templates) {
            JsonNode tasks = desk.show(ROOT + "checklists/" + template.get("id") + "/tasks");
            String ticket = desk.made("From template");
            assertThat(BmsDesk.ok(bms.call("POST", ticket + "/checklistitems/" + template.get("id"), "{}")))
                    .isEqualTo(tasks);
            assertThat(desk.show(ticket + "/checklistitems")).hasSameSizeAs(tasks);
        }
        assertThat(bms.get(ROOT + "checklists").get("success").asBoolean()).isFalse();
        assertThat(bms.get(ROOT + "checklists/1/tasks").get("success").asBoolean())
                .isFalse();
    }
}
