package io.mortise.connector.itglue.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http;
import io.mortise.connector.Token;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Json;
import io.mortise.connector.tck.Desk;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.Attachment;
import io.mortise.model.Content;
import io.mortise.model.Organization;
import io.mortise.model.Password;
import io.mortise.model.Right;
import io.mortise.model.Secret;
import io.mortise.model.Standing;
import io.mortise.sandbox.Sandbox;
import io.mortise.sandbox.SandboxOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A technician's own session at IT Glue. */
class PersonTest {
    private Sandbox sandbox;
    private Desk desk;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.1).withSpeed(100_000));
        desk = Desk.at(sandbox.itGlue());
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    private Map<String, String> settings(String key) {
        String url = sandbox.itGlue().toString();
        return Map.of("subdomain", "tenonworks", "region", "us", "key", key, "url", url);
    }

    private Tenant person(Map<String, String> own) throws Fault {
        return Tenant.openAs(new ItGlueConnector(), settings("ITG.sandbox"), own, "somebody@example.org");
    }

    private Tenant person(String name) throws Fault {
        return person(Map.of("email", name + "@sandbox.example", "password", "sandbox"));
    }

    private String token(String name) {
        String answer = desk.send(
                "POST",
                "/login?generate_jwt=1&sso_disabled=1",
                "{\"user\":{\"email\":\"" + name + "@sandbox.example\",\"password\":\"sandbox\"}}");
        return Json.read(answer.getBytes()).at("token").text().orElseThrow();
    }

    private static String password(Tenant tenant) throws Fault {
        return tenant.all(Password.TYPE).get(0).ref().id();
    }

    private static Fault denied(Tenant tenant, String id) {
        return catchThrowableOfType(
                Fault.class,
                () -> tenant.lane(Password.TYPE)
                        .reveal(Password.VALUE)
                        .orElseThrow()
                        .of(id));
    }

    @ParameterizedTest
    @CsvSource({
        "admin, Administrator, true",
        "dispatcher, Creator, true",
        "reader, Read-only, false",
        "lite, Lite, false"
    })
    void f040_a_person_stands_with_the_role_there_and_its_rights(String name, String role, boolean edits) throws Fault {
        Standing standing = person(name).session().standing();
        assertThat(standing.role()).isEqualTo(role);
        assertThat(standing.email()).isEqualTo(name + "@sandbox.example");
        assertThat(standing.rights().contains(Right.edit(Organization.TYPE))).isEqualTo(edits);
        assertThat(standing.until()).isEmpty();
        assertThat(standing.warnings()).isEmpty();
    }

    @Test
    void a_pasted_token_tells_whose_it_is_and_when_it_ends() throws Fault {
        Standing standing = person(Map.of("token", token("tech"))).session().standing();
        assertThat(standing.role()).isEqualTo("Editor");
        assertThat(standing.email()).isEqualTo("tech@sandbox.example");
        assertThat(standing.until().orElseThrow())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(110)),
                        Instant.now().plus(Duration.ofMinutes(125)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-token", "a.b.c", "..", "a.bnVsbA.c", "a.eyJzdWIiOiIxIn0.c", "a.eyJleHAiOjF9.c"})
    void what_is_no_token_or_ended_is_refused_before_anything_is_sent(String text) {
        Fault fault = catchThrowableOfType(Fault.class, () -> person(Map.of("token", text)));
        assertThat(fault.remedy()).isEqualTo(Remedy.SIGN_IN);
        assertThat(fault.setting()).contains("token");
        assertThat(fault.getMessage()).doesNotContain(text);
    }

    @Test
    void where_a_token_ended_e_mail_and_password_go_on_and_tell_who_it_is() throws Fault {
        String body = "{\"sub\":\"1\",\"exp\":1,\"itglue\":{\"email\":\"admin@sandbox.example\"}}";
        String ended = "a." + Base64.getUrlEncoder().withoutPadding().encodeToString(body.getBytes()) + ".c";
        Map<String, String> own = Map.of("token", ended, "email", "reader@sandbox.example", "password", "sandbox");
        Standing standing = person(own).session().standing();
        assertThat(standing.email()).isEqualTo("reader@sandbox.example");
        assertThat(standing.role()).isEqualTo("Read-only");
        assertThat(standing.until()).isEmpty();
    }

    private Map<String, String> both(String token, String email) {
        return Map.of("token", token(token), "email", email, "password", "sandbox");
    }

    @Test
    void a_token_and_an_e_mail_of_two_people_sign_nobody_in() throws Fault {
        Fault fault = catchThrowableOfType(Fault.class, () -> person(both("tech", "reader@sandbox.example")));
        assertThat(fault.remedy()).isEqualTo(Remedy.SIGN_IN);
        assertThat(fault.setting()).contains("token");
        assertThat(fault)
                .hasMessage("This token is of tech@sandbox.example and the e-mail is reader@sandbox.example:"
                        + " give either the token alone, or e-mail and password alone");
        assertThat(person(both("tech", "Tech@Sandbox.example"))
                        .session()
                        .standing()
                        .email())
                .isEqualTo("tech@sandbox.example");
    }

    @ParameterizedTest
    @CsvSource({"true, This token is of tech@sandbox.example", "false, It can't be told whether this token is of"})
    void of_a_token_that_does_not_tell_whose_it_is_the_system_does_or_it_stands_alone(boolean known, String why) {
        String body =
                "{\"sub\":\"1\",\"exp\":" + Instant.now().plusSeconds(3_600).getEpochSecond() + "}";
        String token = "a." + Base64.getUrlEncoder().withoutPadding().encodeToString(body.getBytes(UTF_8)) + ".c";
        Typed typed = new Typed(Map.of("token", token, "email", "reader@sandbox.example", "password", "sandbox"));
        String user = "{\"data\":{\"attributes\":{\"email\":\"tech@sandbox.example\"}},\"meta\":{\"total-count\":1}}";
        Http http = request -> request.route().startsWith("/users") && !known
                ? new Http.Response(404, Map.of(), new byte[0])
                : new Http.Response(200, Map.of(), user.getBytes(UTF_8));
        Person person = new Person(new Api(http, new ItGlueDialect(true)), typed);
        assertThat(catchThrowableOfType(Fault.class, person::standing))
                .hasMessageStartingWith(why)
                .hasMessageContaining("reader@sandbox.example");
    }

    /** A form as it was filled in. */
    private record Typed(Map<String, String> values) implements Connection {
        @Override
        public String setting(String name) {
            return values.getOrDefault(name, "");
        }

        @Override
        public Secret secret(String name) {
            return Secret.of(setting(name));
        }

        @Override
        public Optional<String> person() {
            return Optional.of("reader@sandbox.example");
        }

        @Override
        public Optional<Token> expiring() {
            return Optional.empty();
        }

        @Override
        public Http http() {
            throw new IllegalStateException("nothing is asked this way");
        }

        @Override
        public Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Test
    void a_token_that_somebody_made_up_signs_nobody_in() throws Fault {
        String body =
                "{\"sub\":\"1\",\"exp\":" + Instant.now().plusSeconds(3_600).getEpochSecond() + "}";
        String forged = "a." + Base64.getUrlEncoder().withoutPadding().encodeToString(body.getBytes()) + ".c";
        Tenant person = person(Map.of("token", forged));
        Fault fault = catchThrowableOfType(Fault.class, () -> person.session().standing());
        assertThat(fault.remedy()).isEqualTo(Remedy.SIGN_IN);
    }

    @Test
    void out_of_reach_is_denied_and_no_end_of_the_login() throws Fault {
        String id = password(person("tech"));
        Fault fault = denied(person("outsider"), id);
        assertThat(fault.remedy()).isEqualTo(Remedy.ASK_ADMIN);
        assertThat(fault.getMessage()).contains("Unauthorized resource access");
    }

    @Test
    void a_user_who_is_gone_there_is_signed_out() throws Fault {
        Tenant tech = person("tech");
        String id = password(tech);
        String users = desk.send("GET", "/_sandbox/records/users?limit=100&q=tech@sandbox.example", "");
        String user = Json.read(users.getBytes())
                .at("items")
                .items()
                .get(0)
                .at("id")
                .text()
                .orElseThrow();
        desk.send("DELETE", "/_sandbox/records/users/" + user, "");
        assertThat(denied(tech, id).remedy()).isEqualTo(Remedy.SIGN_IN);
    }

    @Test
    void a_password_in_a_vault_is_opened_there() throws Fault {
        Tenant tech = person("tech");
        String id = password(tech);
        desk.send("PATCH", "/_sandbox/records/passwords/" + id, "{\"vault-id\":7}");
        assertThat(denied(tech, id).getMessage()).contains("vault").contains("open it in IT Glue");
    }

    @Test
    void a_key_without_password_access_shows_none() throws Fault {
        Tenant key = Tenant.open(new ItGlueConnector(), settings("ITG.sandbox-without-passwords"));
        Fault fault = denied(key, password(key));
        assertThat(fault.remedy()).isEqualTo(Remedy.ASK_ADMIN);
        assertThat(fault.getMessage()).contains("Password Access");
    }

    @Test
    void a_file_at_an_address_of_somebody_elses_is_opened_there() throws Fault, IOException {
        Tenant tech = person("tech");
        String id = tech.all(Attachment.TYPE).get(0).ref().id();
        try (Content content =
                tech.lane(Attachment.TYPE).content().orElseThrow().of(id)) {
            assertThat(content.bytes().readAllBytes()).isNotEmpty();
        }
        assertThat(isOurs("https://files.example/one")).isFalse();
        assertThat(isOurs("https://api.itglue.com.evil.example/one")).isFalse();
        assertThat(isOurs("https://api.itglue.com/attachments/1")).isTrue();
        assertThat(isOurs("https://mycompany.itglue.com/attachments/1")).isTrue();
        assertThat(isOurs("/attachments/1")).isTrue();
        assertThat(isOurs("//evil.example/one")).isFalse();
    }

    /** A storage needn't send a Content-Disposition, and a file may look like an answer of the API. */
    @Test
    void a_file_of_json_is_a_file() throws Fault, IOException {
        byte[] file = ("{\"errors\":[{\"title\":\"" + "x".repeat(2 << 20) + "\"}]}").getBytes(UTF_8);
        Map<String, List<String>> headers = Map.of("Content-Type", List.of("application/json"));
        Http http = request -> new Http.Response(200, headers, file);
        Api api = new Api(http, new ItGlueDialect(true));
        try (Http.Streamed answer = api.download(Http.Request.get("/attachments/7/routes.json"))) {
            assertThat(answer.body().readAllBytes()).isEqualTo(file);
        }
    }

    private static boolean isOurs(String url) {
        return Attachments.isBelow(url, "https://api.itglue.com", List.of("https://mycompany.itglue.com"));
    }
}
