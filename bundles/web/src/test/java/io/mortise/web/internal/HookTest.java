package io.mortise.web.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Hooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connected systems call without a session. */
class HookTest {
    private Server server;
    private final Told told = new Told();

    /** Takes what is signed for a connection that it knows, and keeps what it was told last. */
    private static final class Told implements Hooks {
        private volatile String connection = "";
        private volatile String from = "";
        private volatile Call call = new Call(Map.of(), new byte[0]);

        @Override
        public Verdict take(String connection, String from, Call call) {
            this.connection = connection;
            this.from = from;
            this.call = call;
            if (connection.equals("busy")) return Verdict.TOO_MANY;
            return "right".equals(call.headers().get("signature")) ? Verdict.TAKEN : Verdict.REFUSED;
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = Server.with(Person.named("tech"));
        server.site.hooks.fill(told);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private static void refused(Browser.Answer answer, int status, String reason) throws Exception {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.detail()).isNotBlank();
    }

    @Test
    void a_call_needs_no_session_and_is_handed_on_as_it_came() throws Exception {
        Browser.Answer answer = server.browser()
                .with("Signature", "right", "Cookie", "session=1", "X-Forwarded-For", "192.0.2.7")
                .post("/hooks/bms-1", "{\"id\":1}");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(told.connection).isEqualTo("bms-1");
        assertThat(told.from).isEqualTo("192.0.2.7");
        assertThat(told.call.body()).isEqualTo("{\"id\":1}".getBytes(UTF_8));
        assertThat(told.call.headers().get("content-type")).isEqualTo("application/json");
        assertThat(told.call.headers()).doesNotContainKey("Cookie");
        assertThat(told.call.toString()).doesNotContain("id", "right");
    }

    @Test
    void a_form_and_an_empty_body_are_calls_too() throws Exception {
        Browser form = server.browser().with("Signature", "right", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(form.send("POST", "/hooks/bms", BodyPublishers.ofString("a=1"))
                        .status())
                .isEqualTo(202);
        assertThat(told.call.body()).isEqualTo("a=1".getBytes(UTF_8));
        assertThat(form.send("POST", "/hooks/bms", BodyPublishers.noBody()).status())
                .isEqualTo(202);
    }

    @Test
    void what_is_refused_tells_nothing_of_what_there_is() throws Exception {
        Browser.Answer wrong = server.browser().with("Signature", "wrong").post("/hooks/bms", "{}");
        refused(wrong, 401, "hook-refused");
        assertThat(wrong.header("WWW-Authenticate")).isNotBlank();
        Browser.Answer nothing = server.browser().post("/hooks", "{}");
        refused(nothing, 401, "hook-refused");
        assertThat(nothing.detail()).isEqualTo(wrong.detail());
        Browser.Answer many = server.browser().post("/hooks/busy", "{}");
        refused(many, 429, "too-many");
        assertThat(many.header("Retry-After")).isEqualTo("10");
    }

    @Test
    void other_methods_are_405() throws Exception {
        Browser.Answer answer = server.browser().with("Signature", "right").get("/hooks/bms");
        refused(answer, 405, "method");
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Test
    void more_than_256_kb_are_413_also_when_their_length_is_not_told() throws Exception {
        Browser caller = server.browser().with("Signature", "right");
        byte[] most = new byte[256 << 10];
        byte[] large = new byte[most.length + 1];
        assertThat(caller.send("POST", "/hooks/bms", BodyPublishers.ofByteArray(most))
                        .status())
                .isEqualTo(202);
        assertThat(told.call.body()).hasSize(most.length);
        refused(caller.send("POST", "/hooks/bms", BodyPublishers.ofByteArray(large)), 413, "too-large");
        refused(again(caller, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))), 413, "too-large");
    }

    /** A server may answer and hang up while the client still sends: then the client can miss the answer. Asked again. */
    private static Browser.Answer again(Browser caller, BodyPublisher body) throws Exception {
        for (int i = 0; i < 10; i++) {
            try {
                return caller.send("POST", "/hooks/bms", body);
            } catch (IOException missed) {
                Thread.yield();
            }
        }
        throw new AssertionError("ten times no answer");
    }

    @Test
    void without_the_sync_it_is_a_503_that_is_worth_another_try() throws Exception {
        server.site.hooks.empty(told);
        Browser.Answer answer = server.browser().with("Signature", "right").post("/hooks/bms", "{}");
        refused(answer, 503, "unavailable");
        assertThat(answer.header("Retry-After")).isNotBlank();
    }

    @Test
    void under_a_name_that_is_not_this_servers_it_is_refused_as_everything() throws Exception {
        Browser.Answer answer = server.browser()
                .with("Host", "evil.example", "Signature", "right")
                .post("/hooks/bms", "{}");
        refused(answer, 421, "host");
    }
}
