package io.mortise.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Routes.Route;
import io.mortise.api.Routes.Shape;
import io.mortise.model.Entity;
import io.mortise.model.Organization;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that count once, and writes without a version. */
class KeyTest {
    record Wish(String name, Optional<Integer> size) {}

    record Heard(String key, String asked) {}

    private Server server;
    private Browser tech;

    @BeforeEach
    void start() throws Exception {
        server = Server.with(Person.named("tech", "organization.read"));
        tech = server.browser().signedIn("tech");
        server.route(Route.post(
                        "/things",
                        Shape.of(Wish.class),
                        Shape.of(Heard.class),
                        call -> call.once()
                                .map(once -> new Heard(once.key(), once.asked()))
                                .orElse(new Heard("", "")))
                .keyed());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private Browser.Answer post(String key, String body) throws Exception {
        return tech.with("Idempotency-Key", key).post("/api/things", body);
    }

    @Test
    void the_same_request_is_known_by_what_it_asks_however_it_is_written() throws Exception {
        String one =
                post("k-1", "{\"name\":\"a\",\"size\":1}").json().path("asked").asText();
        assertThat(one).hasSize(64);
        assertThat(post("k-1", "{ \"size\": 1, \"name\": \"a\" }")
                        .json()
                        .path("asked")
                        .asText())
                .isEqualTo(one);
        assertThat(post("k-1", "{\"name\":\"b\",\"size\":1}")
                        .json()
                        .path("asked")
                        .asText())
                .isNotEqualTo(one);
        assertThat(tech.post("/api/things", "{\"name\":\"a\"}")
                        .json()
                        .path("key")
                        .asText())
                .isEmpty();
    }

    @Test
    void a_key_that_is_none_is_refused() throws Exception {
        assertThat(post("x".repeat(101), "{\"name\":\"a\"}").status()).isEqualTo(400);
        assertThat(post("two words", "{\"name\":\"a\"}").status()).isEqualTo(400);
        assertThat(post("x".repeat(100), "{\"name\":\"a\"}").status()).isEqualTo(200);
    }

    @Test
    void records_are_told_apart_by_their_values() throws Exception {
        server.route(Route.post("/organizations", Shape.of(Organization.TYPE), Shape.of(Heard.class), call -> {
                    Entity body = call.body();
                    return new Heard(body.id(), call.once().orElseThrow().asked());
                })
                .keyed());
        String acme = tech.with("Idempotency-Key", "k")
                .post("/api/organizations", "{\"fields\":{\"name\":\"Acme\"}}")
                .json()
                .path("asked")
                .asText();
        assertThat(tech.with("Idempotency-Key", "k")
                        .post("/api/organizations", "{\"fields\":{\"name\":\"Borealis\"}}")
                        .json()
                        .path("asked")
                        .asText())
                .isNotEqualTo(acme);
    }

    @Test
    void a_file_is_known_by_its_name_sort_and_length() throws Exception {
        server.route(Route.post("/files", Shape.CONTENT, Shape.of(Heard.class), call -> {
                    call.body().close();
                    return new Heard("", call.once().orElseThrow().asked());
                })
                .keyed());
        assertThat(asked("a.txt", "one")).isEqualTo(asked("a.txt", "two"));
        assertThat(asked("a.txt", "one")).isNotEqualTo(asked("b.txt", "one")).isNotEqualTo(asked("a.txt", "three"));
    }

    private String asked(String name, String bytes) throws Exception {
        return tech.with("Idempotency-Key", "k")
                .with("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .post("/api/files", bytes)
                .json()
                .path("asked")
                .asText();
    }

    @Test
    void a_put_by_which_no_change_can_be_lost_needs_no_version() throws Exception {
        server.route(Route.put("/here", Shape.of(Wish.class), Shape.of(Wish.class), call -> call.body())
                .unversioned());
        assertThat(tech.send("PUT", "/api/here", "{\"name\":\"a\"}").status()).isEqualTo(200);
    }
}
