package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A technician's own logins, and what is asked live with them. */
@ExtendWith(ProductExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveTest {
    private static final Duration FIRST = Duration.ofMinutes(10);
    private final Product product;
    private final Kept kept;
    private Vendor itGlue;
    private Vendor bms;

    LiveTest(Unpacked unpacked) throws IOException {
        product = Product.of(unpacked, "--sandbox-scale", "0.1");
        kept = new Kept(product);
    }

    @BeforeAll
    void start() throws Exception {
        product.start().awaitReady();
        itGlue = Vendor.itGlue(product);
        bms = Vendor.bms(product);
        Until.is(new Passes(as("admin"))::areOver, FIRST, () -> new Passes(as("admin")).connections());
        Until.is(() -> !kept.remoteIds("itglue", "password").isEmpty(), FIRST, () -> "no password is here");
        Until.is(() -> !kept.remoteIds("bms", "attachment").isEmpty(), FIRST, () -> "no file of a ticket is here");
    }

    @AfterAll
    void stop() throws Exception {
        product.close();
    }

    private Http as(String user) {
        return Hub.signedIn(product, user);
    }

    /** IT Glue's id of a password, as it is there. */
    private String password(Predicate<JsonNode> wanted) {
        return kept.remoteIds("itglue", "password").stream()
                .filter(id -> wanted.test(fields(id)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no such password"));
    }

    private JsonNode fields(String password) {
        return itGlue.record("passwords", password).path("fields");
    }

    private static boolean isOpen(JsonNode password) {
        return !password.path("restricted").asBoolean()
                && isNone(password.path("vault-id"))
                && isNone(password.path("resource-id"));
    }

    private static boolean isNone(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private String ours(String type, String id) {
        return kept.record("itglue", type, id).orElseThrow();
    }

    private String idOf(String user) {
        return itGlue.holding("users", user + "@sandbox.example")
                .get(0)
                .path("id")
                .asText();
    }

    private Reply reveal(String user, String password) {
        return as(user).post("/api/passwords/" + ours("password", password) + "/reveal", "");
    }

    /** Before others end logins. */
    @Order(1)
    @ParameterizedTest
    @CsvSource({
        "tech, Editor",
        "admin, Administrator",
        "manager, Manager",
        "dispatcher, Creator",
        "reader, Read-only",
        "lite, Lite",
        "outsider, Editor"
    })
    void f006_a_demo_user_stands_at_it_glue_with_the_role_there(String user, String role) {
        JsonNode mine = Mine.at("itglue", as(user));
        assertThat(mine.path("state").asText()).as(mine.toString()).isEqualTo("CONNECTED");
        assertThat(mine.path("role").asText()).isEqualTo(role);
        assertThat(mine.path("email").asText()).isEqualTo(user + "@sandbox.example");
        assertThat(Mine.at("bms", as(user)).path("state").asText()).isEqualTo("CONNECTED");
    }

    @Test
    void f160_who_is_not_at_it_glue_is_not_connected_and_is_offered_the_form() {
        JsonNode mine = Mine.at("itglue", as("unconnected"));
        assertThat(mine.path("state").asText()).isEqualTo("NOT_CONNECTED");
        assertThat(mine.path("version").asLong()).isZero();
        assertThat(mine.path("form").findValuesAsText("name")).containsExactly("email", "password", "token");
        Reply reply = reveal("unconnected", password(LiveTest::isOpen));
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.body().path("type").asText()).contains("not-connected");
        assertThat(reply.detail()).contains("My Settings, Integrations");
    }

    @Test
    void f054_a_technician_sees_a_password_and_the_journal_says_so() throws Exception {
        String password = password(LiveTest::isOpen);
        String value = fields(password).path("password").asText();
        String path = "/api/passwords/" + ours("password", password) + "/reveal";
        HttpResponse<byte[]> answer = as("tech").raw("POST", path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Reply.parse(new String(answer.body(), StandardCharsets.UTF_8))
                        .path("value")
                        .asText())
                .isEqualTo(value);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        List<String> journal = kept.journal("password", ours("password", password));
        assertThat(journal.get(0)).startsWith("revealed | Theo Lindgren | ").contains("IT Glue");
        assertThat(journal).noneMatch(line -> line.contains(value));
        assertThat(as("tech").get(path).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({"reader, true", "lite, false", "outsider, false"})
    void f040_who_may_not_at_it_glue_may_not_here_and_is_told_why(String user, boolean restricted) {
        if (user.equals("lite")) itGlue.change("users", idOf(user), "{\"organization-access\": []}");
        String password = password(fields -> fields.path("restricted").asBoolean() == restricted);
        Reply reply = reveal(user, password);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(403);
        assertThat(reply.detail()).startsWith("Access denied by IT Glue: ").contains("Unauthorized resource access");
        assertThat(kept.journal("password", ours("password", password)).get(0)).startsWith("reveal-refused | ");
        assertThat(Mine.at("itglue", as(user)).path("state").asText()).isEqualTo("CONNECTED");
    }

    @Test
    void a_password_in_a_vault_is_opened_there() {
        String password = password(LiveTest::isOpen);
        itGlue.change("passwords", password, "{\"vault-id\": 7}");
        Reply reply = reveal("tech", password);
        itGlue.change("passwords", password, "{\"vault-id\": null}");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.detail()).contains("vault").contains("open it in IT Glue");
    }

    @Test
    void f157_files_of_both_systems_come_with_a_safe_name_for_who_may_only_read() throws Exception {
        String documented = kept.remoteIds("itglue", "attachment").get(0);
        JsonNode there =
                itGlue.record("attachments", documented.replaceFirst(".*/", "")).path("fields");
        HttpResponse<byte[]> file =
                as("reader").raw("GET", "/api/attachments/" + ours("attachment", documented) + "/content");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body())
                .isEqualTo(Base64.getDecoder().decode(there.path("content").asText()));
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; filename=")
                .contains(there.path("attachment-file-name").asText());

        String ofTicket = kept.remoteIds("bms", "attachment").get(0);
        JsonNode ticket =
                bms.record("attachments", ofTicket.replaceFirst(".*/", "")).path("fields");
        String id = kept.record("bms", "attachment", ofTicket).orElseThrow();
        HttpResponse<byte[]> other = as("tech").raw("GET", "/api/attachments/" + id + "/content");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body())
                .isEqualTo(Base64.getDecoder().decode(ticket.path("data").asText()));
        assertThat(kept.journal("attachment", id).get(0)).startsWith("downloaded | Theo Lindgren | ");
        assertThat(as("unconnected")
                        .raw("GET", "/api/attachments/" + ours("attachment", documented) + "/content")
                        .statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"itglue, configuration, configurations", "bms, ticket, tickets"})
    void f094_a_file_that_is_given_lies_at_the_vendor_and_comes_back(String system, String type, String path)
            throws Exception {
        String on =
                kept.record(system, type, kept.remoteIds(system, type).get(0)).orElseThrow();
        byte[] bytes = "racks: 2\r\nunits: 84".getBytes(StandardCharsets.UTF_8);
        String name = "Plan für " + system + ".txt";
        Reply made = as("tech")
                .with("Content-Type", "text/plain")
                .with("Content-Disposition", "attachment; filename*=UTF-8''Plan%20f%C3%BCr%20" + system + ".txt")
                .send("POST", "/api/" + path + "/" + on + "/attachments", bytes);
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        assertThat(made.body().at("/fields/fileName").asText()).isEqualTo(name);
        assertThat(made.body().at("/fields/parent/id").asText()).isEqualTo(on);
        String one = "/api/attachments/" + made.body().path("id").asText() + "/content";
        assertThat(as("tech").raw("GET", one).body()).isEqualTo(bytes);
        assertThat(kept.journal(type, on)).anyMatch(line -> line.startsWith("uploaded | Theo Lindgren | " + name));
        Reply denied = as("reader")
                .with("Content-Type", "text/plain")
                .with("Content-Disposition", "attachment; filename=\"x.txt\"")
                .send("POST", "/api/" + path + "/" + on + "/attachments", bytes);
        assertThat(denied.status()).isEqualTo(403);
    }

    @Test
    void f008_disconnecting_ends_it_and_another_login_can_follow() {
        Http dispatcher = as("dispatcher");
        assertThat(dispatcher.delete(Mine.PATH + "/itglue").status()).isEqualTo(204);
        assertThat(Mine.at("itglue", dispatcher).path("state").asText()).isEqualTo("NOT_CONNECTED");
        String password = password(LiveTest::isOpen);
        assertThat(reveal("dispatcher", password).status()).isEqualTo(409);

        Reply wrong = dispatcher.put(Mine.PATH + "/itglue", 0, login("dispatcher@sandbox.example", "guess", false));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("fields").has("password"))
                .as(wrong.toString())
                .isTrue();
        Reply another = dispatcher.put(Mine.PATH + "/itglue", 0, login("jweber@tenonworks.example", "sandbox", false));
        assertThat(another.status()).isEqualTo(422);
        assertThat(another.detail()).contains("jweber@tenonworks.example").contains("dispatcher@sandbox.example");
        assertThat(another.body().path("fields").has("asAnother")).isTrue();
        Reply taken = dispatcher.put(Mine.PATH + "/itglue", 0, login("jweber@tenonworks.example", "sandbox", true));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
        assertThat(taken.body().path("role").asText()).isEqualTo("Creator");
        assertThat(taken.etag()).contains("\"" + taken.body().path("version").asLong() + "\"");
        assertThat(reveal("dispatcher", password).status()).isEqualTo(200);
        Reply late = dispatcher.put(Mine.PATH + "/itglue", 0, login("dispatcher@sandbox.example", "sandbox", false));
        assertThat(late.status()).isEqualTo(409);
    }

    private static String login(String email, String password, boolean asAnother) {
        return Http.json(Map.of(
                "settings", Map.of("email", email),
                "secrets", Map.of("password", password),
                "asAnother", asAnother));
    }

    @Test
    void a_login_that_is_withdrawn_at_it_glue_is_lost() {
        Http manager = as("manager");
        String password = password(LiveTest::isOpen);
        assertThat(Mine.at("itglue", manager).path("state").asText()).isEqualTo("CONNECTED");
        itGlue.delete("users", idOf("manager"));
        Reply reply = reveal("manager", password);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(409);
        assertThat(reply.detail()).contains("Your connection to IT Glue is lost");
        JsonNode lost = Mine.at("itglue", manager);
        assertThat(lost.path("state").asText()).isEqualTo("LOST");
        assertThat(lost.path("trouble").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"noapi, API", "mfa, MFA"})
    void f009_a_login_that_may_not_use_the_api_is_refused_with_its_reason(String user, String word) {
        Http outsider = as("outsider");
        long version = Mine.at("bms", outsider).path("version").asLong();
        String body = Http.json(Map.of("settings", Map.of("user", user), "secrets", Map.of("password", "sandbox")));
        Reply reply = outsider.put(Mine.PATH + "/bms", version, body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
        assertThat(reply.detail()).startsWith("You aren't connected: ").contains(word);
        assertThat(Mine.at("bms", outsider).path("state").asText()).isEqualTo("CONNECTED");
    }
}
