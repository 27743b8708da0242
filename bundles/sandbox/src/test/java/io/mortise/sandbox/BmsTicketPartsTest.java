package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What hangs on a ticket: notes, time logs, files, custom fields, its checklist. */
class BmsTicketPartsTest {
    private static final String NOTE = "{'details':'<p>Hi</p>','isInternal':%s,'typeId':72,'noteDate':'2026-10-01'%s}";
    private static final HandClock CLOCK = new HandClock();
    private static Sandbox sandbox;
    private static Caller bms;
    private static BmsDesk desk;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(
                SandboxOptions.inMemory().withScale(0.1).withSpeed(1000).withClock(CLOCK));
        bms = Caller.bms(sandbox);
        desk = new BmsDesk(bms);
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
    }

    private static String note(boolean internal, String more) {
        return String.format(NOTE, internal, more);
    }

    private static boolean refused(JsonNode answer) {
        return !answer.get("success").asBoolean();
    }

    @Test
    void aNoteIsWrittenEditedAndDeletedAndMovesTheTicket() {
        String ticket = desk.made("Notes");
        CLOCK.advance(Duration.ofSeconds(5));
        JsonNode note = BmsDesk.ok(bms.call("POST", ticket + "/notes", note(true, "")));
        assertThat(note.get("typeName").asText()).isEqualTo("Phone Call");
        assertThat(note.get("isInternal").asBoolean()).isTrue();
        assertThat(note.get("createdByEmail").asText()).isEqualTo("api@tenonworks.example");
        JsonNode shown = desk.show(ticket);
        assertThat(shown.get("lastActivityUpdate")).isEqualTo(note.get("createdOn"));
        assertThat(shown.get("modifiedOn")).isEqualTo(note.get("createdOn"));
        String path = ticket + "/notes/" + note.get("id").asText();
        bms.call("PUT", path, note(false, ",'details':'Edited'").replace("'details':'<p>Hi</p>',", ""));
        assertThat(desk.show(path).get("details").asText()).isEqualTo("Edited");
        assertThat(desk.show(path).get("isInternal").asBoolean()).isFalse();
        bms.call("DELETE", path, "");
        assertThat(desk.show(ticket + "/notes")).isEmpty();
    }

    @Test
    void aNoteCanSetTheStatusAndOnlyAPublicOneIsAResponse() {
        String ticket = desk.made("Response");
        bms.call("POST", ticket + "/notes", note(true, ""));
        assertThat(desk.show(ticket).get("firstResponseActualTime").isNull()).isTrue();
        bms.call("POST", ticket + "/notes", note(false, ",'statusId':" + desk.status("Waiting Customer")));
        JsonNode shown = desk.show(ticket);
        assertThat(shown.get("firstResponseActualTime").isTextual()).isTrue();
        assertThat(shown.get("statusName").asText()).isEqualTo("Waiting Customer");
        assertThat(shown.get("isSLAPaused").asInt()).isEqualTo(1);
        assertThat(desk.show(ticket + "/notes").get(1).has("statusId")).isFalse();
    }

    @Test
    void aNoteNeedsItsTextItsTypeAndItsDate() {
        JsonNode answer = bms.call("POST", desk.made("Bad note") + "/notes", "{'isInternal':true}");
        assertThat(answer.at("/error/subErrors")).hasSize(3);
    }

    @Test
    void timeIsLoggedInHoursSummedOnTheTicketAndShownInTheFeed() {
        String ticket = desk.made("Work");
        CLOCK.advance(Duration.ofSeconds(5));
        JsonNode log = BmsDesk.ok(bms.call(
                "POST",
                ticket + "/timelogs",
                "{'StartDate':'2026-10-01','StartTime':'09:00:00',"
                        + "'EndTime':'10:30:00','WorkTypeId':7301,'RoleId':7401,'Notes':'Fixed'}"));
        assertThat(log.get("timespent").asDouble()).isEqualTo(1.5);
        assertThat(log.get("startTime").asText()).isEqualTo("09:00:00");
        assertThat(desk.show(ticket).get("totalTimeSpent").asDouble()).isEqualTo(1.5);
        JsonNode feed = bms.get(
                "/v2/timelogs?Filter.ModifiedOnFrom=" + log.get("modifiedOn").asText());
        assertThat(feed.get("totalRecords").asInt()).isEqualTo(1);
        assertThat(feed.at("/result/0/workType").asText()).isEqualTo("Remote Support");
        assertThat(feed.at("/result/0/ticketId").asText()).isEqualTo(ticket.substring(ticket.lastIndexOf('/') + 1));
    }

    @Test
    void aPostedTimeLogIsLockedAndLocksTheOpenDate() {
        JsonNode posted =
                bms.get("/v2/timelogs?PageSize=1&Filter.IsPosted=true").at("/result/0");
        String ticket = BmsDesk.TICKETS + "/" + posted.get("ticketId").asText();
        JsonNode answer = bms.call(
                "PUT",
                ticket + "/timelogs/" + posted.get("id").asText(),
                "{'startDate':'2026-10-01','startTime':'09:00:00','endTime':'10:30:00','workTypeId':7301,'roleId':7401}");
        assertThat(answer.at("/error/details").asText()).contains("locked");
        assertThat(desk.show(ticket).get("openDateLocked").asBoolean()).isTrue();
    }

    @Test
    void aFileIsUploadedListedRenamedAndDownloadedByteForByte() {
        String ticket = desk.made("Files");
        String files = "/v2/system/attachments/22/" + ticket.substring(ticket.lastIndexOf('/') + 1);
        JsonNode file = BmsDesk.ok(upload(files, "formFile", "brief Ärger.txt", "Grüße\r\n\r\n--\0end"))
                .get(0);
        assertThat(file.get("originalFileName").asText()).isEqualTo("brief Ärger.txt");
        String path = files + "/" + file.get("id").asText();
        bms.call("PUT", path, "{'Name':'letter.txt'}");
        assertThat(bms.get(files).at("/result/0/aliasName").asText()).isEqualTo("letter.txt");
        assertThat(bms.get(files).get("totalRecords").asInt()).isEqualTo(1);
        assertThat(bms.send("GET", "/v2/" + file.get("url").asText(), null).body())
                .isEqualTo("Grüße\r\n\r\n--\0end");
        bms.call("DELETE", path, "");
        assertThat(bms.get(files).get("result")).isEmpty();
    }

    private static JsonNode upload(String path, String field, String name, String content) {
        String body = "--X\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + content
                + "\r\n--X--\r\n";
        return Caller.json(bms.sending("multipart/form-data; boundary=X").send("POST", path, body));
    }

    @Test
    void aFileLargerThanTheSettingSaysIsRefused() {
        int megabytes = desk.show("/v2/system/settings")
                .get("maximumAttachmentFileSizeinMb")
                .asInt();
        String ticket = desk.made("Large file");
        String files = "/v2/system/attachments/22/" + ticket.substring(ticket.lastIndexOf('/') + 1);
        JsonNode answer = upload(files, "formFile", "big.bin", "x".repeat((megabytes << 20) + 1));
        assertThat(answer.at("/error/details").asText()).contains("larger than the maximum");
    }

    @Test
    void aFileUploadedBeforeItsTicketIsAdoptedByIt() {
        JsonNode waiting = BmsDesk.ok(upload("/v2/system/attachments/22", "File", "shot.png", "png"));
        var body = desk.body("With file");
        body.putArray("tempAttachments")
                .addObject()
                .put("alias", waiting.get("alias").asText());
        String id = BmsDesk.ok(bms.call("POST", BmsDesk.TICKETS, body.toString()))
                .get("id")
                .asText();
        assertThat(bms.get("/v2/system/attachments/22/" + id)
                        .at("/result/0/originalFileName")
                        .asText())
                .isEqualTo("shot.png");
    }

    @Test
    void customFieldsAreWrittenOneByOneAndAStringInTheList() {
        JsonNode made = desk.make("Custom");
        String id = made.get("id").asText();
        BmsDesk.ok(bms.call("PUT", "/v2/system/customFields/data/22/" + id + "/3101", "{'Value':'PO-7'}"));
        assertThat(refused(bms.call("PUT", "/v2/system/customFields/data/22/" + id + "/3102", "{'value':'Nobody'}")))
                .isTrue();
        assertThat(desk.show("/v2/system/customFields/22/" + id)
                        .get(0)
                        .get("data")
                        .asText())
                .isEqualTo("PO-7");
        JsonNode row = bms.get(BmsDesk.TICKETS + "?Filter.Title=Custom").at("/result/0");
        assertThat(row.get("customFields").asText()).isEqualTo("{\"cf_3101\":\"PO-7\"}");
        assertThat(desk.show(BmsDesk.TICKETS + "/" + id).has("customFields")).isFalse();
        assertThat(desk.show("/v2/system/customFields/22")).hasSize(4);
        assertThat(desk.show("/v2/system/customFields/22?withInactive=true")).hasSize(5);
    }

    @Test
    void checklistItemsAreAddedOrderedTickedAndDeleted() {
        String items = desk.made("Checklist") + "/checklistitems";
        JsonNode first = BmsDesk.ok(bms.call("POST", items, "{'Name':'One'}"));
        JsonNode second = BmsDesk.ok(bms.call("POST", items, "{'Name':'Two'}"));
        bms.call("PUT", items + "/" + first.get("id"), "{'Name':'One','Order':2,'IsCompleted':true}");
        bms.call("PUT", items + "/" + second.get("id"), "{'Name':'Two','Order':1}");
        List<String> names = new ArrayList<>();
        desk.show(items).forEach(item -> names.add(item.get("name").asText()));
        assertThat(names).containsExactly("Two", "One");
        JsonNode ticked = desk.show(items).get(1);
        assertThat(ticked.get("completedByName").asText()).isEqualTo("API User");
        assertThat(ticked.get("completedOn").isTextual()).isTrue();
        bms.call("DELETE", items + "/" + first.get("id"), "");
        assertThat(desk.show(items)).hasSize(1);
        bms.call("DELETE", items, "");
        assertThat(desk.show(items)).isEmpty();
    }

    @Test
    void noteAndTimeTemplatesAreFilledForTheTicket() {
        String id = desk.make("Filled in").get("id").asText();
        int note = desk.id("servicedesk/templates/notes/lookup", "First response");
        assertThat(desk.show("/v2/servicedesk/templates/notes/" + note + "/" + id)
                        .at("/0/details")
                        .asText())
                .contains("Filled in")
                .doesNotContain("[");
        assertThat(desk.show("/v2/servicedesk/templates/timelogs/lookup")
                        .at("/0/timespent")
                        .asDouble())
                .isEqualTo(0.25);
    }

    @Test
    void contractsAreThoseOfTheAccountAndTheUsualOneIsTakenWhenAskedFor() {
        var body = desk.body("Contract").put("useDefaultContract", true);
        JsonNode made = BmsDesk.ok(bms.call("POST", BmsDesk.TICKETS, body.toString()));
        JsonNode contract = desk.show("/v2/finance/contracts/lookup?AccountId="
                        + made.get("accountId").asText())
                .get(0);
        assertThat(made.get("contractId")).isEqualTo(contract.get("id"));
        assertThat(made.get("slaName")).isEqualTo(contract.get("slaName"));
    }

    @Test
    void expensesAreReadAndSummed() {
        JsonNode expense = Caller.control(sandbox.bms())
                .get("/_sandbox/records/expenses?limit=1")
                .at("/items/0/fields");
        String ticket = BmsDesk.TICKETS + "/" + expense.get("ticketId").asText();
        assertThat(desk.show(ticket + "/expensesandcharges").get(0).get("amount"))
                .isEqualTo(expense.get("amount"));
        assertThat(desk.show(ticket).get("totalExpenses").asDouble())
                .isEqualTo(expense.get("amount").asDouble());
    }

    @Test
    void aPersonWritesTicketsNotesAndTimeInTheScreens() {
        Caller control = Caller.control(sandbox.bms());
        String account = desk.body("x").get("accountId").asText();
        String id = control.call("POST", "/_sandbox/records/tickets", "{'title':'By hand','accountId':" + account + "}")
                .get("id")
                .asText();
        control.call("POST", "/_sandbox/records/ticketnotes", "{'ticketId':" + id + ",'details':'By phone'}");
        control.call("PATCH", "/_sandbox/records/tickets/" + id, "{'statusId':" + desk.status("Completed") + "}");
        assertThat(desk.show(BmsDesk.TICKETS + "/" + id).get("completedDate").isTextual())
                .isTrue();
        assertThat(desk.show(BmsDesk.TICKETS + "/" + id + "/notes")).hasSize(1);
        assertThat(bms.send("GET", "/app/servicedesk/tickets/" + id, null).body())
                .contains("By hand");
    }
}
