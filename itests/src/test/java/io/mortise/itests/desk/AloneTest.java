package io.mortise.itests.desk;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A desk without a PSA: Mortise keeps the tickets itself. */
@ExtendWith(ProductExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class AloneTest {
    private final Product product;
    private Http admin;
    private Http tech;
    private JsonNode organization;

    AloneTest(Unpacked unpacked) throws IOException {
        product = Product.of(unpacked, "--sandbox-scale", "0.02");
    }

    @BeforeAll
    void start() throws Exception {
        product.start().awaitReady();
        admin = Hub.signedIn(product, "admin");
        tech = Hub.signedIn(product, "tech");
        assertThat(admin.delete("/api/connections/bms").status()).isEqualTo(204);
        Until.is(this::seesEveryCustomer, ServiceDesk.ARRIVES, () -> "the customers that IT Glue has");
        organization = ok(admin.post("/api/organizations", "{\"fields\":{\"name\":\"Alone Works\"}}"))
                .body();
    }

    @AfterAll
    void stop() throws Exception {
        product.close();
    }

    private boolean seesEveryCustomer() {
        return ok(tech.get("/api/my/ticket-access")).body().path("all").asBoolean();
    }

    private Map<String, Object> ticket(String title) {
        return Map.of(
                "fields",
                Map.of(
                        "title",
                        title,
                        "organization",
                        Map.of(
                                "type",
                                "organization",
                                "id",
                                organization.path("id").asText())));
    }

    @Test
    void a_ticket_is_numbered_opened_worked_on_and_closed_here() {
        assertThat(ok(tech.get("/api/ticket-settings"))
                        .body()
                        .path("integration")
                        .asText())
                .isEqualTo("none");
        JsonNode first =
                ok(tech.post("/api/tickets", Http.json(ticket("First")))).body();
        JsonNode second =
                ok(tech.post("/api/tickets", Http.json(ticket("Second")))).body();
        assertThat(first.at("/fields/number").asText()).matches("M-\\d+");
        assertThat(second.at("/fields/number").asText())
                .matches("M-\\d+")
                .isNotEqualTo(first.at("/fields/number").asText());
        assertThat(first.at("/fields/status/label").asText()).isEqualTo("New");
        String id = first.path("id").asText();
        assertThat(ok(tech.get("/api/tickets?state=open&q=first")).items()).hasSize(1);

        String today = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
        ok(tech.post(
                "/api/tickets/" + id + "/time-logs",
                Http.json(Map.of("date", today, "start", "09:00", "end", "09:30", "billable", true))));
        JsonNode log = ok(tech.get("/api/tickets/" + id + "/time-logs")).items().get(0);
        assertThat(log.path("by").asText()).isEqualTo("Theo Lindgren");
        assertThat(log.path("billable").asBoolean()).isTrue();
        assertThat(log.path("mine").asBoolean()).isTrue();
        Reply corrected = tech.with("If-Match", "\"" + log.path("version").asLong() + "\"")
                .patch("/api/time-logs/" + log.path("id").asText(), "{\"end\":\"09:45\"}");
        assertThat(ok(corrected).body().at("/log/committed").asText()).isEqualTo("PT45M");

        Reply closed =
                tech.post("/api/tickets/" + id + "/notes", "{\"text\":\"<p>Done</p>\",\"status\":\"Completed\"}");
        assertThat(ok(closed).body().at("/status/kept").asBoolean()).isTrue();
        assertThat(ok(tech.get("/api/tickets/" + id)).body().path("closes").asBoolean())
                .isTrue();
        assertThat(ok(tech.get("/api/tickets?state=closed")).items().findValuesAsText("id"))
                .contains(id);
        Reply late = tech.post(
                "/api/tickets/" + id + "/time-logs",
                Http.json(Map.of("date", today, "start", "10:00", "end", "10:30")));
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.detail()).contains("closed");
    }

    @Test
    void a_request_that_was_answered_before_a_crash_makes_nothing_new_after_it() throws Exception {
        String body = Http.json(ticket("Crashed"));
        String first = ok(tech.with("Idempotency-Key", "crash-1").post("/api/tickets", body))
                .body()
                .path("id")
                .asText();
        product.kill();
        product.start().awaitReady();
        admin = Hub.signedIn(product, "admin");
        tech = Hub.signedIn(product, "tech");
        Reply again = tech.with("Idempotency-Key", "crash-1").post("/api/tickets", body);
        assertThat(ok(again).body().path("id").asText()).isEqualTo(first);
        assertThat(ok(tech.get("/api/tickets?q=crashed")).items()).hasSize(1);
    }

    @Test
    void f094_files_are_kept_here_for_good_sealed_and_taken_away_by_who_may_edit() throws Exception {
        String id = ok(tech.post("/api/tickets", Http.json(ticket("With files"))))
                .body()
                .path("id")
                .asText();
        FilesOf files = new FilesOf(tech, id);
        String text = "customers-secret-plan ".repeat(5_000);
        JsonNode given = ok(files.give("plan.txt", text, "alone-1")).body();
        assertThat(given.path("state").asText()).isEqualTo("here");
        assertThat(given.path("why").asText()).isEmpty();
        assertThat(onDisk()).isNotEmpty().noneMatch(bytes -> bytes.contains("secret"));
        assertThat(files.discard(ok(files.give("other.txt", "x", "alone-2")).body())
                        .status())
                .isEqualTo(204);

        product.kill();
        product.start().awaitReady();
        admin = Hub.signedIn(product, "admin");
        tech = Hub.signedIn(product, "tech");
        Until.is(this::seesEveryCustomer, ServiceDesk.ARRIVES, () -> "the customers that IT Glue has");
        FilesOf after = new FilesOf(tech, id);
        assertThat(after.named("other.txt")).isEmpty();
        assertThat(after.text(after.named("plan.txt").get(0))).isEqualTo(text);
        assertThat(ok(tech.get("/api/tickets/" + id + "/activities?types=attachment"))
                        .items()
                        .findValuesAsText("title"))
                .contains("plan.txt");
        FilesOf reader = new FilesOf(Hub.signedIn(product, "reader"), id);
        assertThat(reader.discard(given).status()).isEqualTo(403);
        assertThat(after.discard(given).status()).isEqualTo(204);
        assertThat(after.named("plan.txt")).isEmpty();
        assertThat(onDisk()).isEmpty();
    }

    private List<String> onDisk() throws IOException {
        List<String> all = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(product.data().resolve("files"))) {
            for (Path file : files) all.add(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return all;
    }

    @Test
    void a_status_that_no_list_has_is_refused_with_those_that_there_are() {
        JsonNode made =
                ok(tech.post("/api/tickets", Http.json(ticket("Third")))).body();
        Reply reply = tech.with("If-Match", "\"" + made.path("version").asLong() + "\"")
                .patch(
                        "/api/tickets/" + made.path("id").asText(),
                        Http.json(Map.of("fields", Map.of("status", word("Somewhere")))));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().at("/fields/status").asText()).contains("In Progress");
    }

    /** The last of these: from then on the desk has a PSA. */
    @Test
    @Order(Integer.MAX_VALUE)
    void a_ticket_with_a_status_that_the_psa_has_not_stays_among_the_open_ones_when_one_comes() {
        JsonNode made =
                ok(tech.post("/api/tickets", Http.json(ticket("From before")))).body();
        String id = made.path("id").asText();
        ok(tech.post("/api/tickets/" + id + "/notes", "{\"text\":\"<p>Later</p>\",\"status\":\"On Hold\"}"));
        Reply connected = admin.post(
                "/api/connections",
                Http.json(Map.of(
                        "product",
                        "bms",
                        "settings",
                        Map.of(
                                "url",
                                "http://127.0.0.1:" + (product.sandboxPort() + 1),
                                "tenant",
                                "Sandbox",
                                "user",
                                "api"),
                        "secrets",
                        Map.of("password", "sandbox"))));
        ok(connected);
        Until.is(() -> options().contains("Assigned"), ServiceDesk.ARRIVES, this::options);
        assertThat(ok(tech.get("/api/tickets/" + id))
                        .body()
                        .at("/fields/status/label")
                        .asText())
                .isEqualTo("On Hold");
        assertThat(ok(tech.get("/api/tickets?state=open&q=before")).items().findValuesAsText("id"))
                .contains(id);
        assertThat(ok(tech.get("/api/tickets?state=closed&q=before")).items().findValuesAsText("id"))
                .doesNotContain(id);
    }

    private List<String> options() {
        return ok(tech.get("/api/tickets/options/status?limit=100")).items().findValuesAsText("label");
    }
}
