package io.mortise.web.internal;

import static io.mortise.web.internal.Said.is;
import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Refusal;
import io.mortise.api.Routes.Route;
import io.mortise.api.Routes.Shape;
import io.mortise.model.Contact;
import io.mortise.model.Outage;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsTest {
    record Nothing() {}

    record Id(String id) {}

    private Server server;
    private Browser tech;

    @BeforeAll
    void start() throws Exception {
        server = Server.with(Person.named("tech"));
        tech = server.browser().signedIn("tech");
        server.route(
                Route.get("/away", Shape.of(Nothing.class), call -> {
                    throw new IllegalStateException("wrapped", new Outage("db.example:5432 is away", null));
                }),
                Route.post("/notes", Shape.of(Id.class), Shape.of(Nothing.class), call -> new Nothing()),
                Route.get("/notes", Shape.of(Nothing.class), call -> new Nothing()),
                Route.patch("/notes/{id}", Shape.of(Contact.TYPE), Shape.of(Nothing.class), call -> new Nothing()),
                Route.get("/refuse/{reason}", Shape.of(Nothing.class), call -> {
                    throw new Refusal(Refusal.Reason.valueOf(call.path("reason")), "Because.");
                }),
                Route.get("/stale", Shape.of(Nothing.class), call -> {
                    throw Refusal.stale("Changed.", Map.of("version", 13));
                }),
                Route.get("/invalid", Shape.of(Nothing.class), call -> {
                    throw Refusal.invalid("Wrong.", Map.of("name", "is taken"));
                }),
                Route.get("/broken", Shape.of(Nothing.class), call -> {
                    throw new IllegalStateException("the password is hunter2");
                }),
                Route.get(
                        "/contacts/{id}",
                        Shape.of(Id.class),
                        call -> new Id(call.ref(Contact.TYPE, "id").id())),
                Route.get(
                        "/words",
                        Shape.of(Id.class),
                        call -> new Id(call.query("q").orElse("none"))),
                Route.get("/asks", Shape.of(Nothing.class), call -> {
                    call.query("q");
                    return new Nothing();
                }),
                Route.get("/lacks", Shape.of(Nothing.class), call -> {
                    throw new NoClassDefFoundError("io/mortise/Secret");
                }),
                Route.get("/null", Shape.of(Nothing.class), call -> null));
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    @Test
    void an_id_that_no_record_can_have_is_404_and_a_query_of_blanks_is_none() throws Exception {
        assertThat(tech.get("/api/contacts/12").json().path("id").asText()).isEqualTo("12");
        is(tech.get("/api/contacts/%20"), 404, "not-found");
        is(
                tech.with("If-Match", "\"1\"").send("PATCH", "/api/notes/%20", "{\"fields\":{\"title\":\"x\"}}"),
                404,
                "not-found");
        assertThat(tech.get("/api/words?q=a").json().path("id").asText()).isEqualTo("a");
        for (String query : new String[] {"", "?q", "?q=", "?q=%20%09"})
            assertThat(tech.get("/api/words" + query).json().path("id").asText())
                    .as(query)
                    .isEqualTo("none");
    }

    @Test
    void who_is_not_signed_in_is_401_even_at_addresses_that_do_not_exist() throws Exception {
        Browser.Answer answer = server.browser().get("/api/nowhere");

        is(answer, 401, "signed-out");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        is(server.browser().with("Authorization", "Bearer wrong").get("/api/notes"), 401, "signed-out");
        is(server.browser().with("Cookie", "mortise=wrong").get("/api/notes"), 401, "signed-out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/%61pi/notes", "/x/../api/notes", "/api;a=b/notes", "//api/notes", "/./api/notes"})
    void no_other_spelling_of_an_address_goes_round_the_guard(String path) throws Exception {
        assertThat(server.raw("GET " + path + " HTTP/1.1", server.browser()))
                .containsPattern("^HTTP/1.1 (400|401|404)");
    }

    @Test
    void a_class_that_a_bundle_lacks_is_a_500_problem_too() throws Exception {
        is(tech.get("/api/lacks"), 500, "incident");
    }

    @Test
    void an_unknown_address_is_404() throws Exception {
        is(tech.get("/api/nowhere"), 404, "not-found");
        is(tech.get("/api/"), 404, "not-found");
        assertThat(tech.get("/api").status()).isEqualTo(404);
    }

    @Test
    void a_method_that_the_address_does_not_take_is_405_and_told_which_it_takes() throws Exception {
        Browser.Answer answer = tech.send("DELETE", "/api/notes", "");

        is(answer, 405, "method");
        assertThat(answer.header("Allow")).isEqualTo("GET, POST");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_FOUND,404,not-found",
        "DENIED,403,denied",
        "VIEW_ONLY,403,view-only",
        "STALE,409,stale",
        "INVALID,422,invalid",
        "NOT_CONNECTED,409,not-connected",
        "UNAVAILABLE,503,unavailable",
        "FULL,507,full"
    })
    void each_refusal_has_its_status(String refusal, int status, String reason) throws Exception {
        Browser.Answer answer = tech.get("/api/refuse/" + refusal);

        is(answer, status, reason);
        assertThat(answer.detail()).isEqualTo("Because.");
        assertThat(answer.header("Retry-After").isEmpty()).isEqualTo(status != 503);
    }

    @Test
    void a_stale_edit_is_told_what_stands_there_now_and_an_invalid_one_which_fields() throws Exception {
        assertThat(tech.get("/api/stale").json().path("current").toString()).isEqualTo("{\"version\":13}");
        assertThat(tech.get("/api/invalid").json().path("fields").toString()).isEqualTo("{\"name\":\"is taken\"}");
    }

    @Test
    void what_nobody_foresaw_is_500_with_a_number_to_quote_and_nothing_of_its_inside() throws Exception {
        Browser.Answer answer = tech.get("/api/broken");

        is(answer, 500, "incident");
        assertThat(answer.json().path("incident").asText()).matches("[0-9a-f]{8}");
        assertThat(answer.body()).doesNotContain("hunter2", "Exception", "java");
        is(tech.get("/api/null"), 500, "incident");
    }

    @Test
    void a_database_that_is_away_is_503_with_what_to_do_and_nothing_of_where_it_is() throws Exception {
        Browser.Answer answer = tech.get("/api/away");

        is(answer, 503, "unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.detail()).contains("database").contains("Try again");
        assertThat(answer.body()).doesNotContain("db.example");
    }

    @Test
    void who_signs_in_or_asks_while_sessions_can_not_be_read_is_told_so_too() throws Exception {
        try (Server other = Server.with(Person.named("tech"))) {
            Browser signedIn = other.browser().signedIn("tech");
            other.site.sessions.fill(Away.sessions());

            is(signedIn.get("/api/session"), 503, "unavailable");
            is(other.browser().post("/api/session", "{\"user\":\"tech\",\"password\":\"demo\"}"), 503, "unavailable");
        }
    }

    @Test
    void without_if_match_an_edit_is_428() throws Exception {
        is(tech.send("PATCH", "/api/notes/1", "{\"fields\":{}}"), 428, "version-needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/\"12\"", "12", "\"abc\"", "\"1\", \"2\"", "\"-1\""})
    void a_tag_that_we_never_gave_is_400(String tag) throws Exception {
        is(tech.with("If-Match", tag).send("PATCH", "/api/notes/1", "{\"fields\":{}}"), 400, "version-unclear");
    }

    @Test
    void a_query_or_an_address_that_can_not_be_decoded_is_400() throws Exception {
        assertThat(server.raw("GET /api/contacts/%zz HTTP/1.1", tech)).startsWith("HTTP/1.1 400");
        assertThat(server.raw("GET /api/contacts/%e4 HTTP/1.1", tech)).containsPattern("^HTTP/1.1 (200|400)");
        assertThat(server.raw("GET /api/asks?q=%zz HTTP/1.1", tech)).startsWith("HTTP/1.1 400");
    }
}
