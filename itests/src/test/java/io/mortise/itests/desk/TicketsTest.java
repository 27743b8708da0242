package io.mortise.itests.desk;

import static io.mortise.itests.desk.ServiceDesk.ARRIVES;
import static io.mortise.itests.desk.ServiceDesk.FIRST;
import static io.mortise.itests.desk.ServiceDesk.ok;
import static io.mortise.itests.desk.ServiceDesk.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Reply;
import io.mortise.itests.api.Until;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The service desk over HTTP, down to what BMS has been sent. */
@ExtendWith(ProductExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TicketsTest {
    private final Product product;
    private ServiceDesk desk;

    TicketsTest(Unpacked unpacked) throws IOException {
        product = Product.of(unpacked, "--sandbox-scale", "0.1", "--sandbox-speed", "600");
    }

    @BeforeAll
    void start() throws Exception {
        desk = ServiceDesk.begin(product);
    }

    @AfterAll
    void stop() throws Exception {
        product.close();
    }

    private static String unique(String word) {
        return word + System.nanoTime() % 1_000_000_000;
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
        String id = made("Change me").path("id").asText();
        Until.is(() -> arrived(id), ARRIVES, () -> desk.ticket(id));
        String there = desk.there(id);
        String title = unique("Changed ");
        assertThat(ok(desk.edit(desk.tech(), id, Map.of("title", title, "status", word("In Progress"))))
                        .body()
                        .path("kept")
                        .asBoolean())
                .isTrue();
        Until.is(
                () -> field(there, "title").equals(title),
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
        String id = made(unique("Both ")).path("id").asText();
        Until.is(() -> arrived(id), ARRIVES, () -> desk.ticket(id));
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

    private boolean arrived(String id) {
        for (JsonNode link : desk.ticket(id).path("links"))
            if (link.path("connection").asText().equals("bms")
                    && !link.path("externalId").asText().isEmpty()) return true;
        return false;
    }

    private String field(String ticket, String name) {
        return desk.bms().record("tickets", ticket).path("fields").path(name).asText();
    }

    private Map<String, Object> wish(String title) {
        JsonNode like = desk.ticket(desk.open()).path("fields");
        Map<String, Object> fields = new HashMap<>();
        fields.put("title", title);
        fields.put("description", "<p>It <b>beeps</b>.</p><script>alert(1)</script>");
        fields.put("organization", like.path("organization"));
        fields.put("contact", like.path("contact"));
        fields.put("queue", word("Service Desk"));
        return fields;
    }

    private JsonNode made(String title) {
        return ok(desk.tech().post("/api/tickets", Http.json(Map.of("fields", wish(title)))))
                .body();
    }

    @Test
    void f073_a_new_ticket_has_what_is_usual_and_is_made_there_once() {
        String title = unique("Once ");
        String body = Http.json(Map.of("fields", wish(title)));
        Http keyed = desk.tech().with("Idempotency-Key", unique("key"));
        List<CompletableFuture<Reply>> both = List.of(
                CompletableFuture.supplyAsync(() -> keyed.post("/api/tickets", body)),
                CompletableFuture.supplyAsync(() -> keyed.post("/api/tickets", body)));
        String id = ok(both.get(0).join()).body().path("id").asText();
        assertThat(ok(both.get(1).join()).body().path("id").asText()).isEqualTo(id);
        assertThat(ok(keyed.post("/api/tickets", body)).body().path("id").asText())
                .isEqualTo(id);
        Reply other = keyed.post("/api/tickets", Http.json(Map.of("fields", wish(title + " other"))));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.detail()).contains("new key");
        Until.is(() -> !desk.bms().holding("tickets", title).isEmpty(), ARRIVES, () -> desk.ticket(id));
        Until.quiet(() -> desk.bms().writes(), java.time.Duration.ofSeconds(3), ARRIVES);
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
        String id = made(unique("Status ")).path("id").asText();
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
    void f080_time_is_committed_there_and_corrected_by_its_author_alone() {
        String id = made(unique("Time ")).path("id").asText();
        String day = LocalDate.now(ZoneOffset.UTC).minusDays(3).toString();
        String word = unique("worked");
        String body =
                Http.json(Map.of("date", day, "start", "09:00", "end", "10:30", "committed", "PT1H", "notes", word));
        JsonNode made =
                ok(desk.tech().post("/api/tickets/" + id + "/time-logs", body)).body();
        assertThat(made.at("/log/by").asText()).isEqualTo("Theo Lindgren");
        assertThat(made.at("/log/workType/label").asText()).isEqualTo("Remote Support");
        Until.is(() -> !desk.bms().holding("timelogs", word).isEmpty(), ARRIVES, () -> made);
        JsonNode there = desk.bms().holding("timelogs", word).get(0);
        assertThat(there.at("/fields/timespent").asDouble()).isEqualTo(1.0);
        assertThat(there.at("/fields/startTime").asText()).isEqualTo("09:00:00");

        Reply over = desk.tech()
                .post(
                        "/api/tickets/" + desk.open() + "/time-logs",
                        Http.json(Map.of("date", day, "start", "10:00", "end", "11:00")));
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.body().at("/fields/start").asText()).contains("09:00 to 10:30");
        assertThat(desk.tech()
                        .post(
                                "/api/tickets/" + id + "/time-logs",
                                Http.json(Map.of("date", day, "start", "12:00", "end", "11:00")))
                        .body()
                        .at("/fields/end")
                        .asText())
                .contains("before the start");

        String log = "/api/time-logs/" + made.path("id").asText();
        Reply others = desk.admin().with("If-Match", "\"1\"").patch(log, "{\"notes\":\"mine\"}");
        assertThat(others.status()).isEqualTo(403);
        Until.is(
                () -> corrected(id, log, word + " better"),
                ARRIVES,
                () -> desk.bms().holding("timelogs", word));
        Until.is(
                () -> desk.bms()
                        .record("timelogs", there.path("id").asText())
                        .at("/fields/notes")
                        .asText()
                        .equals(word + " better"),
                ARRIVES,
                () -> desk.bms().record("timelogs", there.path("id").asText()));
        desk.bms().change("timelogs", there.path("id").asText(), "{\"isApproved\": true}");
        Until.is(() -> log(id).path("locked").asBoolean(), FIRST, () -> log(id));
        Reply locked = desk.tech()
                .with("If-Match", "\"" + log(id).path("version").asLong() + "\"")
                .patch(log, "{\"notes\":\"too late\"}");
        assertThat(locked.status()).isEqualTo(403);
        assertThat(locked.detail()).contains("approved");
    }

    private JsonNode log(String ticket) {
        return ok(desk.tech().get("/api/tickets/" + ticket + "/time-logs"))
                .items()
                .get(0);
    }

    private boolean corrected(String ticket, String log, String notes) {
        Reply reply = desk.tech()
                .with("If-Match", "\"" + log(ticket).path("version").asLong() + "\"")
                .patch(log, Http.json(Map.of("notes", notes)));
        return reply.status() == 200;
    }

    @Test
    void f103_f104_f105_activities_are_one_log_filtered_searched_and_in_parts() {
        String id = made(unique("Log ")).path("id").asText();
        for (int i = 0; i < 5; i++)
            ok(desk.tech()
                    .post("/api/tickets/" + id + "/notes", "{\"text\":\"<p>Step " + i + "</p>\",\"internal\":true}"));
        ok(desk.edit(desk.tech(), id, Map.of("status", word("In Progress"))));
        ok(desk.edit(desk.tech(), id, Map.of("priority", word("High"))));
        List<JsonNode> all = Hub.all(desk.tech(), "/api/tickets/" + id + "/activities", 2);
        assertThat(all.stream().map(line -> line.path("id").asText())).doesNotHaveDuplicates();
        assertThat(all.stream().map(line -> line.path("type").asText())).contains("note", "status", "change", "system");
        assertThat(all.stream().map(line -> Instant.parse(line.path("at").asText())))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
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
        assertThat(opened).isSortedAccordingTo(java.util.Comparator.reverseOrder());
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
        JsonNode nobody = ok(Hub.signedIn(product, "unconnected").get("/api/tickets/" + id + "/related-documentation"))
                .body();
        assertThat(nobody.path("items")).isEmpty();
        assertThat(nobody.path("why").asText()).contains("aren't connected");
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
        assertThat(ok(Hub.signedIn(product, "tech").get("/api/tickets/" + id + "/drafts"))
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

    /** The last one: it takes the tickets away. */
    @Test
    @Order(Integer.MAX_VALUE)
    void f026_with_ticket_integration_off_none_is_shown_or_written_and_it_is_said_why() {
        String id = desk.open();
        JsonNode before = ok(desk.admin().get("/api/connections/bms")).body();
        ok(desk.admin()
                .put(
                        "/api/connections/bms",
                        before.path("version").asLong(),
                        Http.json(Map.of("settings", before.path("settings"), "without", List.of("ticket")))));
        assertThat(desk.list("state=all")).isEmpty();
        JsonNode settings = ok(desk.tech().get("/api/ticket-settings")).body();
        assertThat(settings.path("integration").asText()).isEqualTo("off");
        assertThat(settings.path("why").asText()).contains("switched off");
        Reply gone = desk.tech().get("/api/tickets/" + id);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.detail()).contains("switched off");
        assertThat(desk.tech()
                        .post("/api/tickets", Http.json(Map.of("fields", Map.of("title", "x"))))
                        .status())
                .isEqualTo(403);
        JsonNode counts = ok(desk.tech().get("/api/ticket-views/counts")).body().path("counts");
        assertThat(counts.path("all-open").path("count").asLong()).isZero();
    }
}
