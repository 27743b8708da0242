package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tickets of BMS: lists, filters and writes. */
class BmsTicketTest {
    private static final String TICKETS = BmsDesk.TICKETS;
    private static final HandClock CLOCK = new HandClock();
    private static Sandbox sandbox;
    private static Caller bms;
    private static BmsDesk desk;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(
                SandboxOptions.inMemory().withScale(0.2).withSpeed(1000).withClock(CLOCK));
        bms = Caller.bms(sandbox);
        desk = new BmsDesk(bms);
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
    }

    private static JsonNode list(String query) {
        return bms.get(TICKETS + "?PageSize=5000&" + query);
    }

    @Test
    void pagesCoverEveryTicketOnceAndTellTheTotal() {
        List<Integer> ids = new ArrayList<>();
        JsonNode page = bms.get(TICKETS + "?PageSize=100&PageNumber=1");
        for (int number = 2; !page.get("result").isEmpty(); number++) {
            page.get("result").forEach(row -> ids.add(row.get("id").asInt()));
            page = bms.get(TICKETS + "?PageSize=100&PageNumber=" + number);
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize(page.get("totalRecords").asInt());
    }

    @Test
    void filtersNarrowTheListAndAgreeWithTheCountAndTheSearchByBody() {
        JsonNode found = list("Filter.StatusNames=completed,In Progress&filter.prioritynames=High".replace(" ", "%20"));
        assertThat(found.get("result")).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("priorityName").asText()).isEqualTo("High");
            assertThat(row.get("statusName").asText()).isIn("Completed", "In Progress");
        });
        JsonNode searched = bms.call(
                "POST",
                TICKETS + "/search",
                "{'pageSize':5,'Filter':{'StatusNames':'Completed,In Progress','PriorityNames':'High'}}");
        assertThat(searched.get("totalRecords")).isEqualTo(found.get("totalRecords"));
        assertThat(searched.get("result")).hasSizeLessThanOrEqualTo(5);
        assertThat(bms.get(TICKETS + "/count?StatusNames=Completed,In%20Progress&PriorityNames=High")
                        .at("/result/count"))
                .isEqualTo(found.get("totalRecords"));
    }

    @Test
    void sortOrdersByAnyColumnAndExcludeLeavesColumnsOut() {
        List<String> dates = new ArrayList<>();
        JsonNode rows = list("Sort=OpenDate%20desc&Exclude=Details,title").get("result");
        rows.forEach(row -> dates.add(row.get("openDate").asText()));
        assertThat(dates).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(rows.get(0).has("details") || rows.get(0).has("title")).isFalse();
    }

    @Test
    void completedOnesCanBeLeftOutAndDatesNarrow() {
        assertThat(list("Filter.ExcludeCompleted=1").get("result"))
                .isNotEmpty()
                .allMatch(row -> row.get("completedDate").isNull());
        JsonNode late = list("Filter.OpenDateFrom=2026-08-01T00:00:00&Filter.OpenDateTo=2026-08-15")
                .get("result");
        assertThat(late)
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.get("openDate").asText()).isBetween("2026-08-01", "2026-08-15T00:00:01Z"));
    }

    @Test
    void aTicketNeedsItsRequiredFieldsAndAQueueOrAnAssignee() {
        JsonNode refused = bms.call("POST", TICKETS, "{}");
        assertThat(refused.get("success").asBoolean()).isFalse();
        assertThat(refused.at("/error/subErrors")).hasSize(9);
        ObjectNode body = desk.body("No queue");
        body.remove("queueId");
        assertThat(bms.call("POST", TICKETS, body.toString())
                        .at("/error/details")
                        .asText())
                .contains("QueueId or AssigneeId");
        ObjectNode foreign = desk.body("Foreign");
        foreign.put("locationId", foreign.get("locationId").asInt() + 30);
        assertThat(bms.call("POST", TICKETS, foreign.toString()).get("success").asBoolean())
                .isFalse();
    }

    @Test
    void aNewTicketHasANumberTargetsAndTheNamesOfItsIds() {
        JsonNode made = desk.make("Toaster on fire");
        assertThat(made.get("ticketNumber").asText()).matches("\\d{6}");
        assertThat(made.get("slaName").asText()).isEqualTo("Standard");
        assertThat(made.get("resolutionTargetTime").asText()).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(made.get("typeName").asText()).isEqualTo("Incident");
        assertThat(made.get("sourceName").asText()).isEqualTo("Phone");
        assertThat(made.get("createdByName").asText()).isEqualTo("API User");
        assertThat(list("Filter.Title=toaster%20ON").get("result")).hasSize(1);
    }

    @Test
    void aChangedAssigneeMakesANoteByItself() {
        String ticket = desk.made("Assign me");
        int who = bms.get("/v2/hr/assignees?Name=Lindgren").at("/result/0/id").asInt();
        assertThat(desk.patch(ticket, "[{'op':'replace','path':'/ASSIGNEEID','value':" + who + "}]")
                        .get("assigneeName")
                        .asText())
                .isEqualTo("Theo Lindgren");
        assertThat(desk.show(ticket + "/notes").at("/0/details").asText())
                .isEqualTo("Ticket has been assigned to Theo Lindgren by API User");
    }

    @Test
    void resolvingCompletesWithANoteAndAnOpenStatusReopens() {
        String ticket = desk.made("To be solved");
        CLOCK.advance(Duration.ofMinutes(20));
        JsonNode done = BmsDesk.ok(bms.call("POST", ticket + "/resolve", "{'Comment':'Replaced the fuse'}"));
        assertThat(done.get("statusName").asText()).isEqualTo("Completed");
        assertThat(done.get("completedDate").isTextual()).isTrue();
        assertThat(done.get("hasMetSLA").isInt()).isTrue();
        assertThat(desk.show(ticket + "/notes").at("/0/details").asText()).isEqualTo("Replaced the fuse");
        JsonNode open =
                desk.patch(ticket, "[{'op':'replace','path':'/StatusId','value':" + desk.status("In Progress") + "}]");
        assertThat(open.get("completedDate").isNull()).isTrue();
        assertThat(open.get("reOpenedDate").isTextual()).isTrue();
    }

    @Test
    void assigningWithANoteSetsStatusAndAssigneeAtOnce() {
        String ticket = desk.made("Dispatch");
        int who = bms.get("/v2/hr/assignees?Name=Weber").at("/result/0/id").asInt();
        JsonNode answer = bms.call(
                "POST",
                ticket + "/assignticket",
                "{'details':'Please look','isInternal':true," + "'typeId':71,'noteDate':'2026-11-20','statusId':"
                        + desk.status("Assigned") + ",'assigneeId':" + who + "}");
        assertThat(answer.get("success").asBoolean()).isTrue();
        assertThat(desk.show(ticket).get("statusName").asText()).isEqualTo("Assigned");
        assertThat(desk.show(ticket + "/notes")).hasSize(2);
    }

    @Test
    void secondaryAssigneesAndCopiesAreWrittenAsAWhole() {
        String ticket = desk.made("With copies");
        JsonNode patched = desk.patch(
                ticket,
                "[{'op':'replace','path':'/SecondaryAssignees','value':[{'UserId':7001}]},"
                        + "{'op':'replace','path':'/Ccs','value':[{'EmailAddress':'a@b.example','EntityType':0}]}]");
        assertThat(patched.at("/secondaryAssignees/0/fullName").asText()).isEqualTo("API User");
        assertThat(patched.at("/cCs/0/emailAddress").asText()).isEqualTo("a@b.example");
    }

    @Test
    void anInactiveStatusIsRefusedAndASubIssueTypeFollowsItsIssueType() {
        String ticket = desk.made("Kinds");
        int parked = desk.status("Parked");
        assertThat(bms.call("PATCH", ticket, "[{'op':'replace','path':'/StatusId','value':" + parked + "}]")
                        .get("success")
                        .asBoolean())
                .isFalse();
        int email = desk.id("system/issuetypes/lookup", "Email");
        int phishing = desk.id("system/issuetypes/" + email + "/issuesubtypes/lookup", "Phishing");
        desk.patch(
                ticket,
                "[{'op':'replace','path':'/IssueTypeId','value':" + email
                        + "},{'op':'replace','path':'/SubIssueTypeId','value':" + phishing + "}]");
        int network = desk.id("system/issuetypes/lookup", "Network");
        assertThat(desk.patch(ticket, "[{'op':'replace','path':'/IssueTypeId','value':" + network + "}]")
                        .get("subIssueTypeId")
                        .isNull())
                .isTrue();
    }

    @Test
    void aPutBlanksWhatItLeavesOut() {
        String ticket = desk.made("Whole");
        ObjectNode body = desk.body("Whole again");
        body.remove("contactId");
        JsonNode after = BmsDesk.ok(bms.call("PUT", ticket, body.toString()));
        assertThat(after.get("title").asText()).isEqualTo("Whole again");
        assertThat(after.get("contactId").isNull()).isTrue();
    }

    @Test
    void manyAreChangedByAJob() {
        int first = desk.make("Batch 1").get("id").asInt();
        int second = desk.make("Batch 2").get("id").asInt();
        JsonNode job = BmsDesk.ok(
                bms.call("PATCH", TICKETS, "{'TargetedIds':[" + first + "," + second + "],'PriorityId':40481}"));
        assertThat(desk.show("/v2/system/schedulerJobs/" + job.asText() + "/status")
                        .get("name")
                        .asText())
                .isEqualTo("Succeeded");
        assertThat(desk.show("/v2/servicedesk/tickets/logs/" + job.asText())).hasSize(1);
        assertThat(desk.show(TICKETS + "/" + second).get("priorityName").asText())
                .isEqualTo("Critical");
        bms.call("DELETE", TICKETS, "{'TargetedIds':[" + first + "]}");
        assertThat(bms.get(TICKETS + "/" + first).get("success").asBoolean()).isFalse();
    }

    @Test
    void aMergedTicketIsReadOnly() {
        int target = desk.make("Stays").get("id").asInt();
        String source = desk.made("Goes");
        String id = source.substring(source.lastIndexOf('/') + 1);
        bms.call(
                "POST",
                TICKETS + "/merge",
                "{'DestinationTicketId':" + target + ",'SourceTicketIds':[" + id + "],'IsMerge':true}");
        assertThat(desk.show(source).get("isReadOnly").asBoolean()).isTrue();
        assertThat(bms.call("PATCH", source, "[{'op':'replace','path':'/Title','value':'x'}]")
                        .get("success")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void theTabsOfATicketCountAndShowWhatIsThere() {
        String ticket = desk.made("Tabs");
        int other = desk.make("Related").get("id").asInt();
        bms.call("POST", ticket + "/relatedTickets", "{'RelatedTicketIds':[" + other + "]}");
        bms.call("POST", ticket + "/notes", "{'details':'a','isInternal':true,'typeId':71,'noteDate':'2026-11-20'}");
        JsonNode counts = desk.show(ticket + "/tickettabsindicators/count");
        assertThat(counts.get("relatedTicketsCount").asInt()).isEqualTo(1);
        assertThat(counts.get("activitiesCount").asInt()).isEqualTo(1);
        assertThat(desk.show(ticket + "/activities?Filter.OnlyInternal=true")).hasSize(1);
        assertThat(desk.show(ticket + "/auditlogs")).isNotEmpty();
        assertThat(desk.show(ticket + "/slainfo").get("resolveGoal").asDouble()).isEqualTo(24);
        JsonNode relation = desk.show(ticket + "/relatedTickets").get(0);
        assertThat(relation.get("relatedTicketId").asInt()).isEqualTo(other);
        bms.call(
                "DELETE",
                TICKETS + "/relatedTickets",
                "{'RelatedTicketIds':'" + relation.get("id").asText() + "'}");
        assertThat(desk.show(ticket + "/relatedTickets/count").get("count").asInt())
                .isZero();
    }

    @Test
    void ticketsOfAMachineAreListedByAssetAndByAgent() {
        JsonNode row = null;
        for (JsonNode each : list("Filter.QueueNames=Monitoring").get("result")) {
            row = each.get("hardwareAssetId").asInt() > 0 ? each : row;
        }
        int asset = row.get("hardwareAssetId").asInt();
        assertThat(bms.get("/v2/servicedesk/hardwareasset/" + asset + "/tickets")
                        .get("result"))
                .isNotEmpty()
                .allMatch(each -> each.get("hardwareAssetId").asInt() == asset);
        JsonNode alarm = Caller.control(sandbox.bms())
                .get("/_sandbox/records/tickets?limit=1&q=vsaAssetId")
                .at("/items/0/fields");
        assertThat(bms.get("/v2/servicedesk/vsaasset/" + alarm.get("vsaAssetId").asText() + "/tickets")
                        .get("result"))
                .isNotEmpty();
    }

    @Test
    void myTicketsAreThoseAssignedToMe() {
        Caller tech = Caller.bms(sandbox, "tech");
        assertThat(tech.get("/v2/servicedesk/mytickets?Filter.AssignedToMe=1").get("result"))
                .isNotEmpty()
                .allMatch(row -> row.get("assigneeName").asText().equals("Theo Lindgren"))
                .noneMatch(row -> row.has("hardwareAssetId"));
    }
}
