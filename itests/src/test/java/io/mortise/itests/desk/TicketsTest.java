package io.mortise.itests.desk;

import static io.mortise.itests.desk.ServiceDesk.ARRIVES;
import static io.mortise.itests.desk.ServiceDesk.ok;
import static io.mortise.itests.desk.ServiceDesk.unique;
import static io.mortise.itests.desk.ServiceDesk.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Reply;
import io.mortise.itests.api.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tickets over HTTP, down to what BMS has been sent: seen, changed, made. */
@ExtendWith(DeskExtension.class)
class TicketsTest {
    private final ServiceDesk desk;

    TicketsTest(ServiceDesk desk) {
        this.desk = desk;
    }

    @Test
    void f093_a_ticket_tells_what_may_be_done_with_it_and_why_not() {
        String id = desk.open();
        JsonNode ticket = desk.ticket(id);
        assertThat(ticket.path("closes").asBoolean()).isFalse();
        assertThat(ticket.path("can").path("edit").asBoolean())
                .as(ticket.toString())
                .isTrue();
        assertThat(ticket.path("locked").path("number").asText()).isNotEmpty();
        JsonNode readers = ok(desk.reader().get("/api/tickets/" + id)).body();
        assertThat(readers.path("can").path("note").asBoolean()).isFalse();
        assertThat(readers.at("/can/reasons/time").asText()).contains("timeLog.edit");
        assertThat(desk.edit(desk.reader(), id, Map.of("title", "x")).status()).isEqualTo(403);
        assertThat(ok(desk.tech().post("/api/tickets/" + id + "/refresh", ""))
                        .body()
                        .path("id")
                        .asText())
                .isEqualTo(id);
    }

    @Test
    void f073_a_ticket_is_changed_resolved_and_reopened_there() {
        String id = desk.made("Change me").path("id").asText();
        Until.is(() -> desk.arrived(id), ARRIVES, () -> desk.ticket(id));
        String there = desk.there(id);
        String title = unique("Changed ");
        assertThat(ok(desk.edit(desk.tech(), id, Map.of("title", title, "status", word("In Progress"))))
                        .body()
                        .path("kept")
                        .asBoolean())
                .isTrue();
        Until.is(
                () -> desk.field(there, "title").equals(title),
                ARRIVES,
                () -> desk.bms().record("tickets", there));
        ok(desk.edit(desk.tech(), id, Map.of("status", word("Completed"))));
        Reply closed = desk.edit(desk.tech(), id, Map.of("title", "Too late"));
        assertThat(closed.status()).isEqualTo(403);
        assertThat(closed.detail()).contains("Reopen it first");
        assertThat(desk.ticket(id).path("closes").asBoolean()).isTrue();
        ok(desk.edit(desk.tech(), id, Map.of("status", word("In Progress"))));
        Reply nonsense = desk.edit(desk.tech(), id, Map.of("status", word("Vanished")));
        assertThat(nonsense.status()).isEqualTo(422);
        assertThat(nonsense.body().at("/fields/status").asText()).contains("In Progress");
        String opened = desk.ticket(id).at("/fields/openDate").asText();
        Reply dates = desk.edit(
                desk.tech(),
                id,
                Map.of("dueDate", Instant.parse(opened).minusSeconds(60).toString()));
        assertThat(dates.status()).isEqualTo(422);
        assertThat(dates.body().at("/fields/dueDate").asText()).contains("open date");
    }

    @Test
    void a_change_beside_another_is_none_of_the_same_and_a_real_one_shows_both_values() {
        String id = desk.made(unique("Both ")).path("id").asText();
        Until.is(() -> desk.arrived(id), ARRIVES, () -> desk.ticket(id));
        Http seen = desk.tech()
                .with("If-Match", "\"" + desk.ticket(id).path("version").asLong() + "\"");
        ok(desk.edit(desk.admin(), id, Map.of("title", "The admin's title")));
        String path = "/api/tickets/" + id;
        ok(seen.patch(path, Http.json(Map.of("fields", Map.of("priority", word("Low"))))));
        Reply conflict = seen.patch(path, Http.json(Map.of("fields", Map.of("title", "The technician's title"))));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.body().at("/current/fields/title").asText()).isEqualTo("The admin's title");
        assertThat(conflict.body().at("/current/yours/title").asText()).isEqualTo("The technician's title");
        assertThat(conflict.body().at("/current/fields/description").asText()).doesNotContain("script");
    }

    @Test
    void f073_a_new_ticket_has_what_is_usual_and_is_made_there_once() {
        String title = unique("Once ");
        String body = Http.json(Map.of("fields", desk.wish(title)));
        Http keyed = desk.tech().with("Idempotency-Key", unique("key"));
        List<CompletableFuture<Reply>> both = List.of(
                CompletableFuture.supplyAsync(() -> keyed.post("/api/tickets", body)),
                CompletableFuture.supplyAsync(() -> keyed.post("/api/tickets", body)));
        String id = ok(both.get(0).join()).body().path("id").asText();
        assertThat(ok(both.get(1).join()).body().path("id").asText()).isEqualTo(id);
        assertThat(ok(keyed.post("/api/tickets", body)).body().path("id").asText())
                .isEqualTo(id);
        Reply other = keyed.post("/api/tickets", Http.json(Map.of("fields", desk.wish(title + " other"))));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.detail()).contains("new key");
        Until.is(() -> !desk.bms().holding("tickets", title).isEmpty(), ARRIVES, () -> desk.ticket(id));
        Until.quiet(() -> desk.bms().writes(), Duration.ofSeconds(3), ARRIVES);
        List<JsonNode> there = desk.bms().holding("tickets", title);
        assertThat(there).hasSize(1);
        assertThat(there.get(0).at("/fields/details").asText())
                .contains("<b>beeps</b>")
                .doesNotContain("script");
        JsonNode fields = desk.ticket(id).path("fields");
        assertThat(fields.at("/status/label").asText()).isNotEmpty();
        assertThat(fields.at("/priority/label").asText()).isEqualTo("Medium");
        assertThat(fields.at("/type/label").asText())
                .as("as people's tickets have it")
                .isNotEqualTo("Alert");
        assertThat(desk.list("q=" + title.replace(" ", "%20"))).hasSize(1);
        JsonNode similar = ok(desk.tech()
                        .get("/api/tickets/similar?organization="
                                + fields.at("/organization/id").asText() + "&title=" + title.replace(" ", "%20")))
                .items();
        assertThat(similar.get(0).path("id").asText()).isEqualTo(id);
    }

    @Test
    void what_is_read_anew_is_clean_as_well() {
        String id = desk.made(ServiceDesk.unique("Hostile")).path("id").asText();
        String bad = "<p>Seen</p><img src=x onerror=alert(1)><script>alert(2)</script>";
        desk.bms().change("tickets", desk.there(id), Http.json(Map.of("details", bad)));
        JsonNode now =
                ok(desk.tech().post("/api/tickets/" + id + "/refresh", "")).body();
        assertThat(now.at("/fields/description").asText())
                .contains("Seen")
                .doesNotContain("onerror")
                .doesNotContain("alert(2)");
    }
}
