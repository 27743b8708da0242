package io.mortise.itests.desk;

import static io.mortise.itests.desk.ServiceDesk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of tickets: what it shows and counts, the views of it that people keep, and the document that describes it all. */
@ExtendWith(DeskExtension.class)
class TicketListTest {
    private final ServiceDesk desk;

    TicketListTest(ServiceDesk desk) {
        this.desk = desk;
    }

    @Test
    void f078_the_list_is_filtered_and_tells_names_and_sla() {
        JsonNode open = desk.list("state=open&limit=200");
        JsonNode closed = desk.list("state=closed&limit=200");
        assertThat(open).isNotEmpty();
        assertThat(closed).isNotEmpty();
        for (JsonNode ticket : open)
            assertThat(ticket.at("/fields/status/label").asText()).doesNotStartWith("Complet");
        JsonNode first = open.get(0);
        assertThat(first.path("names")
                        .path(first.at("/fields/organization/id").asText())
                        .asText())
                .isNotEmpty();
        assertThat(first.path("sla").path("state").asText())
                .isIn("none", "running", "paused", "met", "missed", "due soon", "overdue");
        assertThat(first.path("fields").has("description")).isFalse();
        String customer = first.at("/fields/organization/id").asText();
        assertThat(desk.list("organization=" + customer))
                .allMatch(
                        ticket -> ticket.at("/fields/organization/id").asText().equals(customer));
        String status = first.at("/fields/status/label").asText();
        assertThat(desk.list("status=" + status.replace(" ", "%20") + "&limit=200"))
                .allMatch(ticket -> ticket.at("/fields/status/label").asText().equals(status));
        for (JsonNode ticket : desk.list("assignee=none&limit=200"))
            assertThat(ticket.at("/fields/assignee").isObject()).isFalse();
        for (JsonNode ticket : desk.list("assignee=me&limit=200"))
            assertThat(ticket.path("names")
                            .path(ticket.at("/fields/assignee/id").asText())
                            .asText())
                    .isEqualTo("Theo Lindgren");
    }

    @Test
    void f078_counts_and_parts_agree_with_the_list_in_every_order() {
        long count = ok(desk.tech().get("/api/tickets/count?state=open"))
                .body()
                .path("count")
                .asLong();
        for (String sort : List.of("updated", "-opened", "due", "title", "-number", "priority", "-priority")) {
            List<JsonNode> all = Hub.all(desk.tech(), "/api/tickets?state=open&sort=" + sort, 7);
            assertThat(all.stream().map(t -> t.path("id").asText()).distinct().count())
                    .as(sort)
                    .isEqualTo(Math.min(count, 1_000));
        }
        List<String> priorities = new ArrayList<>();
        for (JsonNode word :
                ok(desk.tech().get("/api/tickets/options/priority")).items())
            priorities.add(word.path("label").asText());
        List<Integer> places = new ArrayList<>();
        for (JsonNode ticket : desk.list("sort=priority&limit=200"))
            places.add(priorities.indexOf(ticket.at("/fields/priority/label").asText()));
        assertThat(places).isSorted();
        assertThat(desk.tech().get("/api/tickets?sort=color").status()).isEqualTo(422);
        assertThat(desk.tech().get("/api/tickets?state=ajar").status()).isEqualTo(422);
        assertThat(desk.tech().get("/api/tickets?organization=x").status()).isEqualTo(422);
        assertThat(desk.tech().get("/api/tickets?dueBefore=soon").status()).isEqualTo(422);
    }

    @Test
    void f078_views_are_own_or_shared_and_counted_and_preferences_kept() {
        JsonNode views = ok(desk.tech().get("/api/ticket-views")).items();
        assertThat(views.findValuesAsText("name"))
                .startsWith("My open tickets", "Unassigned", "All open", "Recently closed");
        String mine = Http.json(Map.of("name", "Printers", "filters", Map.of("q", "printer", "state", "open")));
        String shared =
                Http.json(Map.of("name", "Critical", "shared", true, "filters", Map.of("priority", "Critical")));
        String own = ok(desk.tech().post("/api/ticket-views", mine))
                .body()
                .path("id")
                .asText();
        String common = ok(desk.tech().post("/api/ticket-views", shared))
                .body()
                .path("id")
                .asText();
        assertThat(desk.reader().post("/api/ticket-views", shared).status()).isEqualTo(403);
        JsonNode readers = ok(desk.reader().get("/api/ticket-views")).items();
        assertThat(readers.findValuesAsText("id")).contains(common).doesNotContain(own);
        assertThat(desk.reader().put("/api/ticket-views/" + common, 1, shared).status())
                .isEqualTo(403);
        JsonNode counts = ok(desk.tech().get("/api/ticket-views/counts")).body().path("counts");
        assertThat(counts.path("all-open").path("count").asLong())
                .isEqualTo(ok(desk.tech().get("/api/tickets/count?state=open"))
                        .body()
                        .path("count")
                        .asLong());
        assertThat(counts.path(own).has("more")).isTrue();
        Reply wrong = desk.tech()
                .post("/api/ticket-views", Http.json(Map.of("name", "x", "filters", Map.of("colour", "red"))));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(desk.tech().delete("/api/ticket-views/all-open").status()).isEqualTo(403);
        assertThat(desk.tech().delete("/api/ticket-views/" + own).status()).isEqualTo(204);

        JsonNode usual = ok(desk.tech().get("/api/my/ticket-preferences")).body();
        assertThat(usual.path("keepTime").asBoolean()).isFalse();
        ok(desk.tech()
                .put(
                        "/api/my/ticket-preferences",
                        usual.path("version").asLong(),
                        "{\"keepTime\":true,\"columns\":[\"title\",\"status\"]}"));
        assertThat(ok(desk.tech().get("/api/my/ticket-preferences"))
                        .body()
                        .path("keepTime")
                        .asBoolean())
                .isTrue();
        assertThat(ok(desk.reader().get("/api/my/ticket-preferences"))
                        .body()
                        .path("keepTime")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void the_openapi_document_tells_all_of_it() {
        JsonNode paths = desk.tech().get("/api/openapi.json").body().path("paths");
        for (String path : List.of(
                "/tickets",
                "/tickets/{id}/activities",
                "/tickets/{id}/notes",
                "/tickets/{id}/time-logs",
                "/note-macros")) assertThat(paths.toString()).contains("\"" + path + "\"");
        for (JsonNode path : paths)
            for (JsonNode operation : path)
                if (operation.path("tags").toString().contains("tickets"))
                    assertThat(operation.path("summary").asText())
                            .as(operation.path("operationId").asText())
                            .isNotEmpty();
    }
}
