package io.mortise.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.api.Routes.Route;
import io.mortise.api.Routes.Shape;
import io.mortise.api.Slice;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutesTest {
    record Timer(String id, long version, Instant begun, Optional<Instant> ended, Duration rest, List<Side> sides) {}

    record Side(String name, Optional<String> note) {}

    record Nothing() {}

    private Server server;
    private Browser tech;

    @BeforeEach
    void start() throws Exception {
        server = Server.with(Person.named("tech", "organization.read"));
        tech = server.browser().signedIn("tech");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private static Entity acme(long version) {
        Fields fields = Fields.with()
                .set(Organization.NAME, "Acme")
                .set(EntityType.ACTIVE, false)
                .clear(Organization.WEBSITE)
                .build();
        return new Entity(Ref.to(Organization.TYPE, "9007199254740993"), version, fields);
    }

    @Test
    void a_record_answers_with_id_type_version_lifecycle_fields_and_its_version_as_etag() throws Exception {
        server.route(Route.get("/organizations/{id}", Shape.of(Organization.TYPE), call -> acme(12)));

        Browser.Answer answer = tech.get("/api/organizations/1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"12\"");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"id\":\"9007199254740993\",\"type\":\"organization\",\"version\":12,"
                                + "\"lifecycle\":\"DEACTIVATED\",\"fields\":{\"name\":\"Acme\",\"active\":false,\"website\":null}}");
    }

    @Test
    void a_list_answers_with_items_and_next_which_is_null_at_the_end() throws Exception {
        server.route(Route.get(
                "/organizations",
                Shape.list(Shape.of(Organization.TYPE)),
                call -> new Slice<>(List.of(acme(1)), call.query("after").map(after -> after + "+"))));

        JsonNode more = tech.get("/api/organizations?after=a%20b").json();
        JsonNode end = tech.get("/api/organizations").json();

        assertThat(more.path("items").path(0).path("fields").path("name").asText())
                .isEqualTo("Acme");
        assertThat(more.path("next").asText()).isEqualTo("a b+");
        assertThat(end.path("next").isNull()).isTrue();
    }

    @Test
    void a_java_record_goes_out_with_iso_times_nulls_for_absent_and_its_version_as_etag() throws Exception {
        Timer timer = new Timer(
                "7",
                3,
                Instant.parse("2026-11-21T08:30:00Z"),
                Optional.empty(),
                Duration.ofMinutes(5),
                List.of(new Side("a", Optional.of("x"))));
        server.route(Route.get("/timer", Shape.of(Timer.class), call -> timer));

        Browser.Answer answer = tech.get("/api/timer");

        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(answer.body())
                .isEqualTo("{\"id\":\"7\",\"version\":3,\"begun\":\"2026-11-21T08:30:00Z\",\"ended\":null,"
                        + "\"rest\":\"PT5M\",\"sides\":[{\"name\":\"a\",\"note\":\"x\"}]}");
    }

    @Test
    void a_java_record_comes_in_with_optional_members_left_out() throws Exception {
        server.route(Route.post("/timer", Shape.of(Timer.class), Shape.of(Timer.class), call -> call.body()));
        String body = "{\"id\":\"7\",\"version\":3,\"begun\":\"2026-11-21T08:30:00Z\",\"rest\":\"PT5M\","
                + "\"sides\":[{\"name\":\"a\"}]}";

        JsonNode answer = tech.post("/api/timer", body).json();

        assertThat(answer.path("ended").isNull()).isTrue();
        assertThat(answer.path("sides").path(0).path("note").isNull()).isTrue();
    }

    @Test
    void an_edit_hands_over_the_fields_the_id_of_the_path_and_the_version_of_if_match() throws Exception {
        server.route(Route.patch(
                "/organizations/{id}",
                Shape.of(Organization.TYPE),
                Shape.of(Organization.TYPE),
                call -> new Entity(
                        call.body().ref(), call.version() + 1, call.body().fields())));

        Browser.Answer answer = tech.with("If-Match", "\"12\"")
                .send("PATCH", "/api/organizations/4%2F2", "{\"fields\":{\"name\":\" Acme \",\"website\":null}}");

        assertThat(answer.status()).isIn(200, 400);
        answer = tech.with("If-Match", "\"12\"")
                .send("PATCH", "/api/organizations/42", "{\"fields\":{\"name\":\" Acme \",\"website\":null}}");
        assertThat(answer.header("ETag")).isEqualTo("\"13\"");
        assertThat(answer.json().path("id").asText()).isEqualTo("42");
        assertThat(answer.json().path("fields").toString()).isEqualTo("{\"name\":\"Acme\",\"website\":null}");
    }

    @Test
    void a_route_that_answers_nothing_is_204() throws Exception {
        server.route(Route.delete("/timer/{id}", call -> null));

        Browser.Answer answer = tech.send("DELETE", "/api/timer/1", "");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_fixed_word_goes_before_a_hole_and_holes_are_decoded() throws Exception {
        server.route(
                Route.get("/t/{id}", Shape.of(Side.class), call -> new Side(call.path("id"), Optional.empty())),
                Route.get("/t/open", Shape.of(Side.class), call -> new Side("fixed", Optional.empty())));

        assertThat(tech.get("/api/t/open").json().path("name").asText()).isEqualTo("fixed");
        assertThat(tech.get("/api/t/a%20b+%C3%A4").json().path("name").asText()).isEqualTo("a b+ä");
        assertThat(tech.get("/api/t/").status()).isEqualTo(404);
    }

    @Test
    void head_is_a_get_without_its_body() throws Exception {
        server.route(Route.get("/nothing", Shape.of(Nothing.class), call -> new Nothing()));

        Browser.Answer answer = tech.send("HEAD", "/api/nothing", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void of_two_routes_with_the_same_method_and_path_the_first_stays_and_the_second_takes_over_when_it_goes()
            throws Exception {
        List<Route<?, ?>> first =
                List.of(Route.get("/same/{a}", Shape.of(Side.class), call -> new Side("1", Optional.empty())));
        List<Route<?, ?>> second =
                List.of(Route.get("/same/{b}", Shape.of(Side.class), call -> new Side("2", Optional.empty())));
        io.mortise.api.Routes one = () -> first;
        server.site.gate.add("one", one);
        server.site.gate.add("two", () -> second);

        assertThat(tech.get("/api/same/x").json().path("name").asText()).isEqualTo("1");
        server.site.gate.remove(one);
        assertThat(tech.get("/api/same/x").json().path("name").asText()).isEqualTo("2");
    }

    @Test
    void without_the_right_the_handler_is_not_called() throws Exception {
        server.route(
                Route.get("/may", Shape.of(Nothing.class), call -> new Nothing())
                        .needs(Right.read(Organization.TYPE)),
                Route.get("/may-not", Shape.of(Nothing.class), call -> {
                            throw new AssertionError("called");
                        })
                        .needs(Right.read(Organization.TYPE), Right.named("admin")));

        assertThat(tech.get("/api/may").status()).isEqualTo(200);
        Browser.Answer answer = tech.get("/api/may-not");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.reason()).isEqualTo("denied");
        assertThat(answer.detail()).contains("right admin");
    }
}
