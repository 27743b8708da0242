package io.mortise.web.internal;

import static io.mortise.web.internal.Said.is;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.api.Routes.Route;
import io.mortise.api.Routes.Shape;
import io.mortise.model.Contact;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that can't be taken, and what is said of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodiesTest {
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

    private Server server;
    private Browser tech;

    @BeforeAll
    void start() throws Exception {
        server = Server.with(Person.named("tech"));
        tech = server.browser().signedIn("tech");
        server.route(
                Route.post("/notes", Shape.of(Note.class), Shape.of(Nothing.class), call -> new Nothing()),
                Route.patch("/notes/{id}", Shape.of(Contact.TYPE), Shape.of(Nothing.class), call -> new Nothing()));
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    private Browser.Answer note(String json) throws Exception {
        return tech.post("/api/notes", json);
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
}
