package io.mortise.itests.desk;

import static io.mortise.itests.desk.ServiceDesk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose tickets people see, by what IT Glue shows to their own logins. */
@ExtendWith(DeskExtension.class)
class VisibleTicketsTest {
    private final ServiceDesk desk;

    VisibleTicketsTest(ServiceDesk desk) {
        this.desk = desk;
    }

    private Http as(String user) {
        return Hub.signedIn(desk.product(), user);
    }

    private static Set<String> customers(List<JsonNode> tickets) {
        Set<String> customers = new TreeSet<>();
        for (JsonNode ticket : tickets)
            customers.add(ticket.at("/fields/organization/id").asText());
        return customers;
    }

    private static List<JsonNode> all(Http who) {
        return Hub.all(who, "/api/tickets?state=all&sort=number", 200);
    }

    private static JsonNode access(Http who) {
        return ok(who.get("/api/my/ticket-access")).body();
    }

    private static long count(Http who) {
        return ok(who.get("/api/tickets/count?state=all")).body().path("count").asLong();
    }

    @Test
    void f074_who_is_restricted_at_it_glue_sees_the_tickets_of_those_customers_alone() {
        List<JsonNode> every = all(desk.admin());
        Http lite = as("lite");
        List<JsonNode> seen = all(lite);
        Set<String> theirs = customers(seen);
        assertThat(customers(every)).hasSizeGreaterThan(3);
        assertThat(theirs).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        long many = every.stream()
                .filter(ticket ->
                        theirs.contains(ticket.at("/fields/organization/id").asText()))
                .count();
        assertThat(seen).hasSize((int) many);
        assertThat(count(lite)).isEqualTo(many);
        assertThat(access(lite).path("all").asBoolean()).isFalse();
        assertThat(access(lite).path("customers").asInt()).isEqualTo(3);
        assertThat(access(lite).path("why").asText()).contains("IT Glue");
    }

    private JsonNode others(Set<String> theirs) {
        return all(desk.admin()).stream()
                .filter(ticket -> ticket.at("/fields/organization").isObject())
                .filter(ticket ->
                        !theirs.contains(ticket.at("/fields/organization/id").asText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void f074_by_its_id_and_through_what_lies_below_a_ticket_of_another_customer_is_not_there() {
        Http lite = as("lite");
        JsonNode other = others(customers(all(lite)));
        String id = other.path("id").asText();
        assertThat(lite.get("/api/tickets/" + id).status()).isEqualTo(404);
        for (String below : List.of("activities", "notes", "time-logs", "attachments", "presence", "drafts"))
            assertThat(lite.get("/api/tickets/" + id + "/" + below).status())
                    .as(below)
                    .isEqualTo(404);
        String title = other.at("/fields/title").asText();
        String customer = other.at("/fields/organization/id").asText();
        assertThat(ok(lite.get("/api/tickets?state=all&q=" + title.replace(' ', '+')))
                        .items())
                .noneMatch(found -> found.path("id").asText().equals(id));
        assertThat(ok(lite.get("/api/tickets?state=all&organization=" + customer))
                        .items())
                .isEmpty();
    }

    @Test
    void f155_a_search_that_only_notes_of_hidden_tickets_answer_tells_nothing_of_them() {
        Http lite = as("lite");
        JsonNode other = others(customers(all(lite)));
        String word = "quokka" + System.nanoTime();
        for (int i = 0; i < 3; i++)
            ok(desk.tech()
                    .post(
                            "/api/tickets/" + other.path("id").asText() + "/notes",
                            Http.json(Map.of("text", "<p>" + word + "</p>"))));
        String search = "/api/tickets?state=all&limit=1&q=" + word;
        assertThat(ok(desk.tech().get(search)).items()).hasSize(1);
        Reply seen = ok(lite.get(search));
        assertThat(seen.items()).isEmpty();
        assertThat(seen.body().path("next").isTextual()).as(seen.toString()).isFalse();
        assertThat(ok(lite.get("/api/tickets/count?state=all&q=" + word))
                        .body()
                        .path("count")
                        .asLong())
                .isZero();
    }

    @Test
    void f074_nothing_is_made_where_it_could_not_be_seen() {
        JsonNode other = others(Set.of());
        Http outsider = as("outsider");
        Reply noted =
                outsider.post("/api/tickets/" + other.path("id").asText() + "/notes", "{\"text\":\"<p>Mine</p>\"}");
        assertThat(noted.status()).isEqualTo(404);
        Map<String, Object> fields = new HashMap<>(desk.wish("Mine"));
        for (String same : List.of("source", "type", "priority", "status"))
            fields.put(same, desk.ticket(desk.open()).path("fields").path(same));
        Reply made = outsider.post("/api/tickets", Http.json(Map.of("fields", fields)));
        assertThat(made.status()).isEqualTo(422);
        assertThat(made.body().at("/fields/organization").asText()).contains("whose tickets you may see");
    }

    @Test
    void f074_who_has_no_customer_or_no_login_there_sees_no_ticket_and_is_told_why() {
        for (String user : List.of("outsider", "unconnected")) {
            assertThat(all(as(user))).as(user).isEmpty();
            assertThat(count(as(user))).as(user).isZero();
        }
        assertThat(access(as("unconnected")).path("why").asText())
                .contains("connect with your own login under My Settings, Integrations");
        assertThat(access(as("outsider")).path("why").asText()).contains("shows you no customer");
    }

    @Test
    void f074_who_sees_every_documented_customer_sees_every_ticket() {
        long every = all(desk.admin()).size();
        for (String user : List.of("tech", "dispatcher", "reader")) {
            assertThat(access(as(user)).path("all").asBoolean()).as(user).isTrue();
            assertThat((long) all(as(user)).size()).isGreaterThanOrEqualTo(every);
        }
    }

    @Test
    void f155_a_rule_shows_nobody_the_documentation_of_a_customer_whom_the_own_login_does_not_show() {
        Http lite = as("lite");
        List<JsonNode> seen = all(lite);
        String theirs = seen.get(0).path("id").asText();
        String document = documentOf(others(customers(seen)));
        Map<String, Object> rule = Map.of(
                "name", "House rules",
                "types", List.of(),
                "queues", List.of(),
                "organizations", List.of(),
                "words", List.of(),
                "suggest", List.of(Map.of("type", "documentationItem", "id", document)),
                "search", List.of());
        long version = ok(desk.admin().get("/api/ticket-settings"))
                .body()
                .path("version")
                .asLong();
        ok(desk.admin().put("/api/ticket-settings", version, Http.json(Map.of("rules", List.of(rule)))));
        assertThat(related(desk.admin(), theirs)).contains(document);
        assertThat(related(lite, theirs)).isNotEmpty().doesNotContain(document);
    }

    private String documentOf(JsonNode ticket) {
        for (JsonNode item : ok(desk.admin()
                        .get("/api/tickets/" + ticket.path("id").asText() + "/related-documentation"))
                .items())
            if (item.path("type").asText().equals("documentationItem"))
                return item.path("id").asText();
        throw new AssertionError("nothing of this customer is documented");
    }

    private static List<String> related(Http who, String ticket) {
        return ok(who.get("/api/tickets/" + ticket + "/related-documentation"))
                .body()
                .path("items")
                .findValuesAsText("id");
    }
}
