package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tickets of ConnectWise RMM. */
class ContinuumTicketsTest {
    private static final String TICKETS = "/api/platform/v2/service/ticketing/tickets";
    private static final String LISTS = "/api/platform/v1/service/ticketing/";
    private static Sandbox sandbox;
    private static Caller rmm;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.inMemory());
        rmm = Caller.continuum(sandbox, "platform.tickets.read platform.tickets.create platform.tickets.update");
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
    }

    private static String id(String list, String name) {
        for (JsonNode entry : rmm.get(LISTS + list)) {
            if (entry.get("name").asText().equals(name)) {
                return entry.get("id").asText();
            }
        }
        throw new AssertionError("no " + name);
    }

    @Test
    void ticketsHaveANumberAndMostlyAnOwner() {
        JsonNode answer = rmm.get(TICKETS);
        assertThat(answer.get("totalCount").asInt())
                .isEqualTo(answer.get("tickets").size());
        assertThat(answer.get("tickets"))
                .isNotEmpty()
                .allMatch(ticket -> ticket.get("number").asText().matches("\\d+"))
                .anyMatch(ticket -> !ticket.at("/assignee/id").asText().isEmpty())
                .anyMatch(ticket -> ticket.get("assignee").isNull());
    }

    @Test
    void pagesNeedSizeAndNumberAndOneBehindTheLastCountsNothing() {
        assertThat(rmm.status("GET", TICKETS + "?pageSize=5", null)).isEqualTo(400);
        JsonNode second = rmm.get(TICKETS + "?pageSize=3&pageNum=2&sortBy=number&sortDir=asc");
        assertThat(second.get("tickets")).hasSize(3);
        JsonNode beyond = rmm.get(TICKETS + "?pageSize=500&pageNum=9");
        assertThat(beyond.get("tickets")).isEmpty();
        assertThat(beyond.get("totalCount").asInt()).isZero();
    }

    @Test
    void conditionsHoldTogetherUnlessTheirNamesEndInDifferentNumbers() {
        JsonNode all = rmm.get(TICKETS).get("tickets");
        String first = all.get(0).get("number").asText();
        String second = all.get(1).get("number").asText();
        assertThat(rmm.get(TICKETS + "?number=" + first).get("tickets")).hasSize(1);
        assertThat(rmm.get(TICKETS + "?number=" + first + "&number1=" + second).get("tickets"))
                .hasSize(2);
        String closed = id("statuses", "Closed");
        int open =
                rmm.get(TICKETS + "?statusIds=[notIn]," + closed).get("tickets").size();
        int done = rmm.get(TICKETS + "?statusNames=Closed").get("tickets").size();
        assertThat(open + done).isEqualTo(all.size());
        assertThat(open).isPositive();
        assertThat(rmm.status("GET", TICKETS + "?statusIds=[in]," + closed, null))
                .isEqualTo(400);
        assertThat(rmm.get(TICKETS + "?createdAtFrom=2100-01-01").get("tickets"))
                .isEmpty();
    }

    @Test
    void aTicketIsMadeReplacedPartlyAndNoted() {
        String whole = "{'summary':'Printer','description':'It is out of paper','serviceBoard':{'name':'Help Desk'},"
                + "'source':{'id':'" + id("sources", "Phone") + "'}}";
        JsonNode made = rmm.call("POST", TICKETS, whole);
        String path = TICKETS + "/" + made.get("id").asText();
        assertThat(made.at("/status/name").asText()).isEqualTo("New");
        assertThat(made.get("version").asInt()).isEqualTo(1);
        assertThat(rmm.status("POST", TICKETS, "{'summary':'No board'}")).isEqualTo(400);

        String closed = id("statuses", "Closed");
        JsonNode patched =
                rmm.call("PATCH", path, "[{'op':'replace','path':'/status','value':{'id':'" + closed + "'}}]");
        assertThat(patched.at("/status/name").asText()).isEqualTo("Closed");
        assertThat(patched.get("version").asInt()).isEqualTo(2);
        assertThat(rmm.status("PATCH", path, "[{'op':'remove','path':'/status'}]"))
                .isEqualTo(405);

        String notes = LISTS + "tickets/" + made.get("id").asText() + "/notes";
        assertThat(rmm.status("POST", notes, "{'detail':'Called back','visibility':1}"))
                .isEqualTo(201);
        assertThat(rmm.get(notes))
                .singleElement()
                .satisfies(note -> assertThat(note.get("detail").asText()).isEqualTo("Called back"));
        assertThat(rmm.status("GET", TICKETS + "/nonsense", null)).isEqualTo(404);
    }

    @Test
    void anErrorOfTicketsIsAList() {
        JsonNode error = rmm.get(TICKETS + "/nonsense");
        assertThat(error.at("/0/message").asText()).isEqualTo("ticket not found");
    }
}
