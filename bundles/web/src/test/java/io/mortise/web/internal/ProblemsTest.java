package io.mortise.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.api.Refusal;
import io.mortise.api.Routes.Route;
import io.mortise.api.Routes.Shape;
import io.mortise.model.Contact;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsTest {
    enum Colour {
        RED,
        GREEN
    }

    record Note(String title, long count, Colour colour, Optional<String> text) {
        Note {
            if (title.isBlank()) throw new IllegalArgumentException("must not be blank");
        }
    }

    record Nothing() {}

    record Id(String id) {}

    private Server server;
    private Browser tech;

    @BeforeAll
    void start() throws Exception {
        server = Server.with(Person.named("tech"));
        tech = server.browser().signedIn("tech");
        server.route(
                Route.post("/notes", Shape.of(Note.class), Shape.of(Nothing.class), call -> new Nothing()),
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

    private void is(Browser.Answer answer, int status, String reason) throws Exception {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("type").asText()).isEqualTo("/problems/" + reason);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).startsWith("/api/");
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

    private Browser.Answer note(String json) throws Exception {
        return tech.post("/api/notes", json);
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
        "UNAVAILABLE,503,unavailable"
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
    void without_if_match_an_edit_is_428() throws Exception {
        is(tech.send("PATCH", "/api/notes/1", "{\"fields\":{}}"), 428, "version-needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/\"12\"", "12", "\"abc\"", "\"1\", \"2\"", "\"-1\""})
    void a_tag_that_we_never_gave_is_400(String tag) throws Exception {
        is(tech.with("If-Match", tag).send("PATCH", "/api/notes/1", "{\"fields\":{}}"), 400, "version-unclear");
    }

    @Test
    void what_is_no_json_is_400_and_told_where() throws Exception {
        Browser.Answer answer = note("{\"title\": \"a\",\n  \"count\": oops}");

        is(answer, 400, "malformed");
        assertThat(answer.detail()).contains("line 2, column");
        is(note(""), 400, "malformed");
        is(note("{} {}"), 400, "malformed");
        is(note("null"), 400, "malformed");
        is(note("{\"title\":\"a\",\"title\":\"b\"}"), 400, "malformed");
        is(note("[".repeat(2000)), 400, "malformed");
    }

    @Test
    void another_content_type_is_415() throws Exception {
        is(
                tech.with("Content-Type", "text/plain").send("POST", "/api/notes", BodyPublishers.ofString("{}")),
                415,
                "content-type");
        is(tech.send("POST", "/api/notes", BodyPublishers.ofString("{}")), 415, "content-type");
    }

    @Test
    void more_than_a_megabyte_of_json_is_413_also_when_its_length_is_not_told() throws Exception {
        byte[] large = new byte[(1 << 20) + 1];
        Browser json = tech.with("Content-Type", "application/json");

        is(json.send("POST", "/api/notes", BodyPublishers.ofByteArray(large)), 413, "too-large");
        is(untold(json, large), 413, "too-large");
    }

    /** A server may answer and hang up while the client still sends: then the client can miss the answer. Asked again. */
    private static Browser.Answer untold(Browser json, byte[] large) throws Exception {
        for (int i = 0; i < 10; i++) {
            try {
                return json.send(
                        "POST", "/api/notes", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
            } catch (java.io.IOException missed) {
                Thread.yield();
            }
        }
        throw new AssertionError("ten times no answer");
    }

    @Test
    void an_unknown_member_is_422_and_named_with_a_hint() throws Exception {
        Browser.Answer answer = note("{\"titel\":\"a\",\"count\":1,\"colour\":\"RED\"}");

        is(answer, 422, "invalid");
        assertThat(answer.json().path("fields").path("titel").asText()).contains("did you mean title?");
        assertThat(note("{\"xyz123\":1}").detail()).contains("there are colour, count, text, title");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"count\":1,\"colour\":\"RED\"}|title|is needed",
                "{\"title\":null,\"count\":1,\"colour\":\"RED\"}|title|is needed",
                "{\"title\":\"a\",\"colour\":\"RED\"}|count|is needed",
                "{\"title\":\"a\",\"count\":\"1\",\"colour\":\"RED\"}|count|must be a whole number",
                "{\"title\":\"a\",\"count\":1.5,\"colour\":\"RED\"}|count|must be a whole number",
                "{\"title\":5,\"count\":1,\"colour\":\"RED\"}|title|must be a text",
                "{\"title\":[],\"count\":1,\"colour\":\"RED\"}|title|must be a text",
                "{\"title\":\"a\",\"count\":1,\"colour\":\"BLUE\"}|colour|must be one of [RED, GREEN]",
                "{\"title\":\"a\",\"count\":99999999999999999999,\"colour\":\"RED\"}|count|must be a whole number",
            })
    void a_member_that_can_not_be_so_is_422_and_told_what_it_must_be(String json, String field, String must)
            throws Exception {
        Browser.Answer answer = note(json);

        is(answer, 422, "invalid");
        assertThat(answer.json().path("fields").path(field).asText())
                .as(answer.body())
                .isEqualTo(must);
    }

    @Test
    void what_a_record_itself_objects_to_is_422_in_its_own_words() throws Exception {
        Browser.Answer answer = note("{\"title\":\" \",\"count\":1,\"colour\":\"RED\"}");

        is(answer, 422, "invalid");
        assertThat(answer.detail()).contains("must not be blank");
        is(note("[]"), 422, "invalid");
    }

    @Test
    void fields_of_a_record_that_can_not_be_so_are_422_all_of_them_named() throws Exception {
        Browser.Answer answer = tech.with("If-Match", "\"1\"")
                .send(
                        "PATCH",
                        "/api/notes/1",
                        "{\"fields\":{\"frstName\":\"a\",\"organization\":\"12\",\"active\":\"yes\"}}");

        is(answer, 422, "invalid");
        JsonNode fields = answer.json().path("fields");
        assertThat(fields.path("frstName").asText()).contains("did you mean firstName?");
        assertThat(fields.path("organization").asText()).contains("a reference such as");
        assertThat(fields.path("active").asText()).isEqualTo("must be true or false");
    }

    @Test
    void a_field_beside_fields_is_422_and_told_where_it_belongs() throws Exception {
        Browser edit = tech.with("If-Match", "\"1\"");

        assertThat(edit.send("PATCH", "/api/notes/1", "{\"firstName\":\"a\"}").detail())
                .contains("put it inside \"fields\"");
        is(edit.send("PATCH", "/api/notes/1", "{}"), 422, "invalid");
        is(edit.send("PATCH", "/api/notes/1", "{\"fields\":[]}"), 422, "invalid");
    }

    @Test
    void a_query_that_can_not_be_decoded_is_400() throws Exception {
        assertThat(server.raw("GET /api/asks?q=%zz HTTP/1.1", tech)).startsWith("HTTP/1.1 400");
    }
}
