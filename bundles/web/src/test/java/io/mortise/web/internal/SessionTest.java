package io.mortise.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.api.Routes.Route;
import io.mortise.api.Routes.Shape;
import io.mortise.api.Sessions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {
    record Name(String name) {}

    private static final String TECH = "{\"user\":\"tech\",\"password\":\"demo\"}";

    private final AtomicInteger writes = new AtomicInteger();
    private Server server;
    private Browser anybody;

    @BeforeEach
    void start() throws Exception {
        server = Server.with(Person.named("tech", "organization.read"));
        server.route(
                Route.get(
                        "/me",
                        Shape.of(Name.class),
                        call -> new Name(call.caller().name())),
                Route.post("/write", Shape.NOTHING, Shape.NOTHING, call -> {
                    writes.incrementAndGet();
                    return null;
                }));
        anybody = server.browser();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void signing_in_gives_person_roles_rights_csrf_and_a_cookie_that_scripts_can_not_read() throws Exception {
        Browser.Answer answer = anybody.post("/api/session", TECH);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode json = answer.json();
        assertThat(json.path("user").toString())
                .isEqualTo("{\"id\":\"p-tech\",\"name\":\"tech\",\"email\":\"tech@example.com\"}");
        assertThat(json.path("roles").toString()).isEqualTo("[\"technician\"]");
        assertThat(json.path("rights").toString()).isEqualTo("[\"organization.read\"]");
        assertThat(json.path("csrf").asText()).isNotBlank();
        assertThat(answer.header("Set-Cookie"))
                .matches("mortise=[0-9a-f-]{36}; Path=/; Max-Age=\\d+; HttpOnly; SameSite=Lax");
        assertThat(answer.body()).doesNotContain(answer.header("Set-Cookie").substring(8, 44));
    }

    @Test
    void behind_https_the_cookie_is_secure() throws Exception {
        Browser.Answer answer = anybody.with("X-Forwarded-Proto", "https").post("/api/session", TECH);

        assertThat(answer.header("Set-Cookie")).endsWith("; Secure");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9           | 203.0.113.9",
                "203.0.113.9, 10.0.0.7 | 203.0.113.9",
                "1.1.1.1, 203.0.113.9  | 203.0.113.9",
                "[2001:db8::1]         | 2001:db8::1"
            })
    void behind_a_proxy_failures_count_for_whom_the_proxy_saw(String forwarded, String from) throws Exception {
        MemorySessions sessions = new MemorySessions(Person.named("tech"));
        server.site.sessions.fill(sessions);
        assertThat(anybody.post("/api/session", TECH).status()).isEqualTo(200);
        assertThat(sessions.from).isEqualTo("127.0.0.1");
        anybody.with("X-Forwarded-For", forwarded).post("/api/session", TECH);
        assertThat(sessions.from).isEqualTo(from);
        anybody.with("X-Forwarded-For", forwarded)
                .post("/api/setup", "{\"code\":\"guess\",\"user\":\"eve\",\"name\":\"Eve\",\"password\":\"x\"}");
        assertThat(sessions.from).isEqualTo(from);
    }

    @Test
    void a_wrong_password_is_403_and_gives_no_cookie() throws Exception {
        Browser.Answer answer = anybody.post("/api/session", "{\"user\":\"tech\",\"password\":\"wrong\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.reason()).isEqualTo("denied");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void a_body_that_can_not_be_read_is_never_quoted_back() throws Exception {
        Browser.Answer answer = anybody.post("/api/session", "{\"user\":\"tech\",\"password\":hunter2}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("hunter2");
        assertThat(anybody.post("/api/session", "{\"user\":\"tech\",\"password\":[\"hunter2\"]}")
                        .body())
                .contains("\"status\":422")
                .doesNotContain("hunter2");
    }

    @Test
    void the_session_can_be_asked_for_and_ended() throws Exception {
        assertThat(anybody.get("/api/session").status()).isEqualTo(401);
        Browser tech = anybody.signedIn("tech");
        assertThat(tech.get("/api/session").json().path("user").path("name").asText())
                .isEqualTo("tech");

        Browser.Answer ended = tech.send("DELETE", "/api/session", "");

        assertThat(ended.status()).isEqualTo(204);
        assertThat(ended.header("Set-Cookie")).startsWith("mortise=; Path=/; Max-Age=0;");
        assertThat(tech.get("/api/session").status()).isEqualTo(401);
        assertThat(tech.get("/api/me").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"PUT,/api/session", "PATCH,/api/session", "GET,/api/setup"})
    void other_methods_are_405(String method, String path) throws Exception {
        assertThat(anybody.signedIn("tech").send(method, path, "{}").status()).isEqualTo(405);
    }

    @Test
    void a_write_with_a_cookie_needs_the_csrf_token_of_that_session() throws Exception {
        Browser tech = anybody.signedIn("tech");

        assertThat(tech.with("X-CSRF-Token", "").post("/api/write", "").reason())
                .isEqualTo("csrf");
        assertThat(tech.with("X-CSRF-Token", "guess").post("/api/write", "").status())
                .isEqualTo(403);
        assertThat(writes).hasValue(0);
        assertThat(tech.post("/api/write", "").status()).isEqualTo(204);
        assertThat(writes).hasValue(1);
    }

    @Test
    void another_site_can_not_write_even_with_the_token_nor_sign_somebody_in() throws Exception {
        Browser tech = anybody.signedIn("tech");

        assertThat(tech.with("Sec-Fetch-Site", "cross-site")
                        .post("/api/write", "")
                        .reason())
                .isEqualTo("cross-site");
        assertThat(tech.with("Sec-Fetch-Site", "same-site")
                        .post("/api/write", "")
                        .reason())
                .isEqualTo("cross-site");
        assertThat(anybody.with("Sec-Fetch-Site", "cross-site")
                        .post("/api/session", TECH)
                        .reason())
                .isEqualTo("cross-site");
        assertThat(tech.with("Sec-Fetch-Site", "same-origin")
                        .post("/api/write", "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_token_made_once_works_without_csrf_until_it_is_ended() throws Exception {
        Browser tech = anybody.signedIn("tech");
        JsonNode made = tech.post("/api/tokens", "{\"name\":\"script\",\"lasts\":\"P30D\"}")
                .json();
        Browser script =
                anybody.with("Authorization", "Bearer " + made.path("secret").asText());

        assertThat(script.get("/api/me").json().path("name").asText()).isEqualTo("tech");
        assertThat(script.post("/api/write", "").status()).isEqualTo(204);
        JsonNode listed = tech.get("/api/tokens").json().path("items").path(0);
        assertThat(listed.path("ends").asText()).isEqualTo("1970-01-31T00:00:00Z");
        assertThat(listed.has("secret")).isFalse();

        String id = made.path("token").path("id").asText();
        assertThat(tech.send("DELETE", "/api/tokens/" + id, "").status()).isEqualTo(204);
        assertThat(script.get("/api/me").status()).isEqualTo(401);
        assertThat(tech.send("DELETE", "/api/tokens/" + id, "").status()).isEqualTo(404);
    }

    @Test
    void the_one_time_link_makes_the_first_administrator_and_signs_him_in() throws Exception {
        Browser.Answer answer = anybody.post(
                "/api/setup", "{\"code\":\"once\",\"user\":\"ann\",\"name\":\"Ann\",\"password\":\"long enough\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).startsWith("mortise=");
        assertThat(answer.json().path("rights").toString()).isEqualTo("[\"admin\"]");
        assertThat(anybody.post(
                                "/api/setup",
                                "{\"code\":\"no\",\"user\":\"eve\",\"name\":\"Eve\",\"password\":\"long enough\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void while_sign_in_is_being_replaced_requests_are_503_and_not_signed_out() throws Exception {
        Browser tech = anybody.signedIn("tech");
        assertThat(anybody.get("/health/ready").status()).isEqualTo(200);
        Sessions sessions = server.site.sessions.need();

        server.site.sessions.empty(sessions);
        Browser.Answer answer = tech.get("/api/me");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        server.site.sessions.fill(sessions);

        assertThat(tech.get("/api/me").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080,200",
        "127.0.0.1,200",
        "[::1]:8080,200",
        "192.168.1.7:80,200",
        "known.example,200",
        "KNOWN.example:443,200",
        "evil.example,421",
        "localhost.evil.example,421",
        "1.2.3.4.evil.example,421"
    })
    void only_names_that_were_set_up_are_answered(String host, int status) throws Exception {
        assertThat(anybody.with("Host", host).get("/health/live").status()).isEqualTo(status);
    }

    @Test
    void every_answer_tells_the_browser_what_it_may_not_do() throws Exception {
        for (String path : new String[] {"/health/live", "/api/me", "/api/session", "/nowhere.png", "/"}) {
            Browser.Answer answer = anybody.get(path);
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        }
    }
}
