package io.mortise.itests.desk;

import static io.mortise.itests.desk.ServiceDesk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stands beside a ticket: other tickets, documentation, people. */
@ExtendWith(DeskExtension.class)
class BesideTicketsTest {
    private final ServiceDesk desk;

    BesideTicketsTest(ServiceDesk desk) {
        this.desk = desk;
    }

    @Test
    void f098_f099_a_contacts_last_five_of_each_come_newest_first() {
        JsonNode ticket = desk.ticket(desk.open());
        JsonNode theirs = ok(desk.tech().get("/api/tickets/" + ticket.path("id").asText() + "/contact-tickets"))
                .body();
        assertThat(theirs.path("open").size()).isBetween(1, 5);
        assertThat(theirs.path("closed").size()).isLessThanOrEqualTo(5);
        String contact = ticket.at("/fields/contact/id").asText();
        List<String> opened = new ArrayList<>();
        for (JsonNode one : theirs.path("open")) {
            assertThat(one.at("/fields/contact/id").asText()).isEqualTo(contact);
            opened.add(one.at("/fields/openDate").asText());
        }
        assertThat(opened).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void f101_what_stands_beside_a_ticket_can_be_listed() {
        String id = desk.open();
        for (String path : List.of("attachments", "expenses", "alerts", "notes", "time-logs"))
            assertThat(desk.tech().get("/api/tickets/" + id + "/" + path).status())
                    .as(path)
                    .isEqualTo(200);
        assertThat(desk.tech().get("/api/tickets/1/attachments").status()).isEqualTo(404);
    }

    @Test
    void f109_related_documentation_follows_rules_that_admins_set() {
        String id = desk.open();
        JsonNode settings = ok(desk.tech().get("/api/ticket-settings")).body();
        assertThat(settings.path("integration").asText()).isEqualTo("on");
        assertThat(settings.path("system").asText()).contains("BMS");
        JsonNode before = ok(desk.tech().get("/api/tickets/" + id + "/related-documentation"))
                .body();
        for (JsonNode each : before.path("items"))
            assertThat(each.path("type").asText()).isIn("documentationItem", "password", "checklistTemplate");
        Map<String, Object> rule = Map.of(
                "name", "All of them",
                "types", List.of(),
                "queues", List.of(),
                "organizations", List.of(),
                "words", List.of(),
                "suggest", List.of(),
                "search", List.of("a"));
        String body = Http.json(Map.of("rules", List.of(rule)));
        long version = settings.path("version").asLong();
        assertThat(desk.tech().put("/api/ticket-settings", version, body).status())
                .isEqualTo(403);
        Reply saved = ok(desk.admin().put("/api/ticket-settings", version, body));
        assertThat(saved.body().at("/rules/0/name").asText()).isEqualTo("All of them");
        assertThat(desk.admin().put("/api/ticket-settings", version, body).status())
                .isEqualTo(409);
        // F-074: who isn't connected there sees no ticket to suggest anything for
        assertThat(Hub.signedIn(desk.product(), "unconnected")
                        .get("/api/tickets/" + id + "/related-documentation")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void f109_what_a_rule_can_name_is_found_by_admins_and_called_by_its_name() {
        JsonNode documented = ok(desk.admin().get("/api/tickets/" + desk.open() + "/related-documentation"))
                .items()
                .get(0);
        String name = documented.path("name").asText();
        String path = "/api/ticket-settings/documentation?q=" + name.split(" ")[0];
        assertThat(desk.tech().get(path).status()).isEqualTo(403);
        JsonNode found = ok(desk.admin().get(path)).items();
        assertThat(found.findValuesAsText("id")).contains(documented.path("id").asText());
        assertThat(found.get(0).path("customer").asText()).isNotEmpty();
        Map<String, Object> rule = Map.of(
                "name", "By name",
                "types", List.of(),
                "queues", List.of(),
                "organizations", List.of(),
                "words", List.of(),
                "suggest",
                        List.of(Map.of(
                                "type", documented.path("type").asText(),
                                "id", documented.path("id").asText())),
                "search", List.of());
        long version = ok(desk.admin().get("/api/ticket-settings"))
                .body()
                .path("version")
                .asLong();
        Reply saved = ok(desk.admin().put("/api/ticket-settings", version, Http.json(Map.of("rules", List.of(rule)))));
        assertThat(saved.body()
                        .path("names")
                        .path(documented.path("id").asText())
                        .asText())
                .isEqualTo(name);
        assertThat(ok(desk.tech().get("/api/ticket-settings"))
                        .body()
                        .path("names")
                        .isEmpty())
                .as("rules name customers: who sets them sees them")
                .isTrue();
    }

    @Test
    void presence_says_who_is_there_and_who_has_gone() {
        String path = "/api/tickets/" + desk.open() + "/presence";
        Http tech = desk.tech().with("Content-Type", "application/json");
        Http admin = desk.admin().with("Content-Type", "application/json");
        ok(tech.send("PUT", path, "{\"state\":\"replying\"}".getBytes()));
        JsonNode here = ok(admin.send("PUT", path, "{\"state\":\"viewing\"}".getBytes()))
                .items();
        assertThat(here.toString()).contains("Theo Lindgren").contains("replying");
        ok(tech.send("PUT", path, "{\"state\":\"gone\"}".getBytes()));
        assertThat(ok(admin.get(path)).items()).hasSize(1);
        assertThat(tech.send("PUT", path, "{\"state\":\"asleep\"}".getBytes()).status())
                .isEqualTo(422);
    }
}
