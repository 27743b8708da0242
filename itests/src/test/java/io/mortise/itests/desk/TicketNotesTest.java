package io.mortise.itests.desk;

import static io.mortise.itests.desk.ServiceDesk.ARRIVES;
import static io.mortise.itests.desk.ServiceDesk.ok;
import static io.mortise.itests.desk.ServiceDesk.unique;
import static io.mortise.itests.desk.ServiceDesk.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Reply;
import io.mortise.itests.api.Until;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notes on tickets: written, begun, filled in, and in the log of everything. */
@ExtendWith(DeskExtension.class)
class TicketNotesTest {
    private final ServiceDesk desk;

    TicketNotesTest(ServiceDesk desk) {
        this.desk = desk;
    }

    @Test
    void f107_f108_an_internal_note_is_never_a_public_one_down_to_bms() {
        String id = desk.open();
        for (boolean internal : new boolean[] {true, false}) {
            String word = unique("note");
            Reply reply = desk.tech()
                    .post(
                            "/api/tickets/" + id + "/notes",
                            Http.json(Map.of(
                                    "text",
                                    "<p>" + word + " <i onclick=\"x()\">done</i></p>",
                                    "internal",
                                    internal,
                                    "type",
                                    "Phone Call")));
            JsonNode note = ok(reply).body().path("note");
            assertThat(note.path("internal").asBoolean()).isEqualTo(internal);
            assertThat(note.path("by").asText()).isEqualTo("Theo Lindgren");
            assertThat(note.path("html").asText()).contains("<i>done</i>");
            Until.is(() -> !desk.bms().holding("ticketnotes", word).isEmpty(), ARRIVES, () -> reply);
            List<JsonNode> there = desk.bms().holding("ticketnotes", word);
            assertThat(there).hasSize(1);
            assertThat(there.get(0).at("/fields/isInternal").asBoolean()).isEqualTo(internal);
            assertThat(desk.list("q=" + word).get(0).path("id").asText()).isEqualTo(id);
            assertThat(ok(desk.tech().get("/api/tickets/count?q=" + word))
                            .body()
                            .path("count")
                            .asLong())
                    .isEqualTo(1);
        }
        assertThat(desk.reader()
                        .post("/api/tickets/" + id + "/notes", "{\"text\":\"x\"}")
                        .status())
                .isEqualTo(403);
        Reply picture = desk.tech()
                .post("/api/tickets/" + id + "/notes", "{\"text\":\"<img src='data:image/png;base64,AA'>\"}");
        assertThat(picture.status()).isEqualTo(422);
        assertThat(picture.body().at("/fields/text").asText()).contains("attachment");
        assertThat(desk.tech()
                        .post("/api/tickets/" + id + "/notes", "{\"text\":\"<p> </p>\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void f107_a_note_gives_its_ticket_a_status() {
        String id = desk.made(unique("Status ")).path("id").asText();
        String body = "{\"text\":\"<p>Called back</p>\",\"status\":\"Waiting Customer\"}";
        Http keyed = desk.tech().with("Idempotency-Key", unique("key"));
        JsonNode written = ok(keyed.post("/api/tickets/" + id + "/notes", body)).body();
        assertThat(written.at("/status/status/label").asText()).isEqualTo("Waiting Customer");
        assertThat(desk.ticket(id).at("/fields/status/label").asText()).isEqualTo("Waiting Customer");
        ok(desk.edit(desk.tech(), id, Map.of("status", word("In Progress"))));
        JsonNode again = ok(keyed.post("/api/tickets/" + id + "/notes", body)).body();
        assertThat(again.path("id").asText()).isEqualTo(written.path("id").asText());
        assertThat(desk.ticket(id).at("/fields/status/label").asText())
                .as("what others did since stays")
                .isEqualTo("In Progress");
        Reply unknown =
                desk.tech().post("/api/tickets/" + id + "/notes", "{\"text\":\"<p>x</p>\",\"status\":\"Vanished\"}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(ok(desk.tech().get("/api/tickets/" + id + "/notes")).items())
                .as("nothing was written")
                .hasSize(1);
    }

    @Test
    void f103_f104_f105_activities_are_one_log_filtered_searched_and_in_parts() {
        String id = desk.made(unique("Log ")).path("id").asText();
        for (int i = 0; i < 5; i++)
            ok(desk.tech()
                    .post("/api/tickets/" + id + "/notes", "{\"text\":\"<p>Step " + i + "</p>\",\"internal\":true}"));
        ok(desk.edit(desk.tech(), id, Map.of("status", word("In Progress"))));
        ok(desk.edit(desk.tech(), id, Map.of("priority", word("High"))));
        List<JsonNode> all = Hub.all(desk.tech(), "/api/tickets/" + id + "/activities", 2);
        assertThat(all.stream().map(line -> line.path("id").asText())).doesNotHaveDuplicates();
        assertThat(all.stream().map(line -> line.path("type").asText())).contains("note", "status", "change", "system");
        assertThat(all.stream().map(line -> Instant.parse(line.path("at").asText())))
                .isSortedAccordingTo(Comparator.reverseOrder());
        JsonNode status = ok(desk.tech().get("/api/tickets/" + id + "/activities?types=status"))
                .items();
        assertThat(status)
                .isNotEmpty()
                .allMatch(line -> line.path("type").asText().equals("status"));
        assertThat(status.get(0).at("/after/status").asText()).isEqualTo("In Progress");
        assertThat(status.get(0).path("by").asText()).isEqualTo("Theo Lindgren");
        assertThat(ok(desk.tech().get("/api/tickets/" + id + "/activities?q=step%203"))
                        .items())
                .hasSize(1);
        assertThat(desk.tech()
                        .get("/api/tickets/" + id + "/activities?types=gossip")
                        .status())
                .isEqualTo(422);
        assertThat(ok(desk.tech().get("/api/tickets/" + id + "/activities?types=change"))
                        .items()
                        .toString())
                .contains("\"priority\":\"High\"");
    }

    @Test
    void f107_macros_are_filled_in_and_unknown_placeholders_refused() {
        String id = desk.open();
        JsonNode ticket = desk.ticket(id);
        String body = Http.json(Map.of(
                "name",
                unique("Hello "),
                "text",
                "<p>Dear {{contact.firstName}}, about {{ticket.number}}: {{me.name}}</p>",
                "internal",
                true));
        assertThat(desk.tech().post("/api/note-macros", body).status()).isEqualTo(403);
        String macro = ok(desk.admin().post("/api/note-macros", body))
                .body()
                .path("id")
                .asText();
        JsonNode filled = ok(desk.tech().post("/api/tickets/" + id + "/macros/" + macro, ""))
                .body();
        assertThat(filled.path("html").asText())
                .contains("Theo Lindgren")
                .contains(ticket.at("/fields/number").asText())
                .doesNotContain("{{");
        assertThat(filled.path("internal").asBoolean()).isTrue();
        Reply unknown = desk.admin()
                .post("/api/note-macros", Http.json(Map.of("name", "x", "text", "Hi {{contact.shoeSize}}")));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.detail()).contains("contact.firstName");
        assertThat(desk.admin().delete("/api/note-macros/" + macro).status()).isEqualTo(204);
        assertThat(desk.admin().delete("/api/note-macros/" + macro).status()).isEqualTo(404);
    }

    @Test
    void f107_today_in_a_macro_is_by_the_clock_of_whoever_writes() {
        String id = desk.open();
        String text = "<p>{{today}} at {{now}}</p>";
        String macro = ok(desk.admin()
                        .post("/api/note-macros", Http.json(Map.of("name", unique("Days "), "text", text))))
                .body()
                .path("id")
                .asText();
        String fill = "/api/tickets/" + id + "/macros/" + macro;
        // a day lies between the two at each moment
        String west = ok(desk.tech().post(fill + "?zone=Etc/GMT%2B12", ""))
                .body()
                .path("html")
                .asText();
        String east = ok(desk.tech().post(fill + "?zone=Pacific/Kiritimati", ""))
                .body()
                .path("html")
                .asText();
        assertThat(day(east)).isAfter(day(west));
        assertThat(ok(desk.tech().post(fill, "")).body().path("html").asText()).contains(" UTC");
        assertThat(desk.tech().post(fill + "?zone=Atlantis", "").status()).isEqualTo(422);
        assertThat(desk.admin().delete("/api/note-macros/" + macro).status()).isEqualTo(204);
    }

    private static LocalDate day(String html) {
        return LocalDate.parse(html.replaceAll("<[^>]*>", "").substring(0, 10));
    }

    @Test
    void drafts_are_kept_for_their_writer_and_two_windows_lose_neither() {
        String id = desk.open();
        String path = "/api/tickets/" + id + "/drafts/note";
        JsonNode first = ok(desk.tech().put(path, 0, "{\"value\":{\"text\":\"one\",\"internal\":true}}"))
                .body();
        ok(desk.tech().put(path, first.path("version").asLong(), "{\"value\":{\"text\":\"two\"}}"));
        Reply late = desk.tech().put(path, first.path("version").asLong(), "{\"value\":{\"text\":\"three\"}}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().at("/current/value/text").asText()).isEqualTo("two");
        assertThat(ok(desk.admin().get("/api/tickets/" + id + "/drafts")).items())
                .isEmpty();
        assertThat(ok(Hub.signedIn(desk.product(), "tech").get("/api/tickets/" + id + "/drafts"))
                        .items()
                        .get(0)
                        .at("/value/text")
                        .asText())
                .isEqualTo("two");
        assertThat(desk.tech()
                        .put("/api/tickets/new/drafts/new", 0, "{\"value\":{}}")
                        .status())
                .isEqualTo(200);
        Reply large = desk.tech()
                .put("/api/tickets/new/drafts/large", 0, Http.json(Map.of("value", Map.of("t", "x".repeat(100_001)))));
        assertThat(large.status()).isEqualTo(422);
        assertThat(desk.tech().delete(path).status()).isEqualTo(204);
        assertThat(ok(desk.tech().get("/api/tickets/" + id + "/drafts")).items())
                .isEmpty();
    }
}
