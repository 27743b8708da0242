package io.mortise.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Check;
import io.mortise.api.Records;
import io.mortise.api.Runs;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthTest {
    private record Named(String name, Supplier<Result> answer) implements Check {
        @Override
        public Result check() {
            return answer.get();
        }
    }

    private Server server;

    @BeforeEach
    void start() throws Exception {
        server = Server.empty();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private void fill() {
        server.site.sessions.fill(new MemorySessions(Person.named("tech")));
        server.site.records.fill(Server.nothing(Records.class));
        server.site.runs.fill(Server.nothing(Runs.class));
    }

    private String line(String name) throws Exception {
        for (var line : server.browser().get("/health/ready").json().path("checks")) {
            if (line.path("name").asText().equals(name))
                return line.path("ok").asText() + " " + line.path("detail").asText();
        }
        return "none";
    }

    @Test
    void from_the_start_it_is_alive_and_not_ready_in_json() throws Exception {
        assertThat(server.browser().get("/health/live").body()).isEqualTo("{\"status\":\"live\"}");
        Browser.Answer ready = server.browser().get("/health/ready");
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.header("Content-Type")).isEqualTo("application/json");
        assertThat(line("access")).isEqualTo("false isn't there yet");
        assertThat(server.browser().get("/health/else").status()).isEqualTo(404);
    }

    @Test
    void while_starting_every_other_path_is_a_503_problem() throws Exception {
        for (String path :
                new String[] {"/", "/organizations/1", "/api/session", "/api/nowhere", "/ui/shell.js", "/x/a/b/c"}) {
            Browser.Answer answer = server.browser().get(path);
            assertThat(answer.status()).as(path).isEqualTo(503);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        }
    }

    @Test
    void an_address_that_is_not_there_yet_is_503_until_all_is_there_and_404_from_then_on() throws Exception {
        server.site.sessions.fill(new MemorySessions(Person.named("tech")));
        Browser tech = server.browser().signedIn("tech");

        assertThat(tech.get("/api/nowhere").reason()).isEqualTo("starting");
        fill();
        Browser again = server.browser().signedIn("tech");
        assertThat(again.get("/api/nowhere").status()).isEqualTo(404);
        server.site.runs.empty(server.site.runs.need());
        assertThat(again.get("/api/nowhere").status()).isEqualTo(404);
    }

    @Test
    void it_is_ready_when_the_services_are_there_the_launch_is_over_and_every_check_passes() throws Exception {
        fill();
        server.launched.set(false);
        assertThat(line("start")).isEqualTo("false modules are being started");
        server.launched.set(true);
        Check store = new Named("store", () -> Check.Result.no("the disk is full"));
        server.site.readiness.add(store);
        assertThat(server.browser().get("/health/ready").status()).isEqualTo(503);
        assertThat(line("store")).isEqualTo("false the disk is full");

        server.site.readiness.remove(store);
        server.site.readiness.add(new Named("store", () -> Check.Result.OK));
        Browser.Answer ready = server.browser().get("/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().path("status").asText()).isEqualTo("ready");
        assertThat(ready.json().path("checks").size()).isEqualTo(5);
    }

    @Test
    void a_check_of_the_same_name_speaks_for_a_service_that_is_there() throws Exception {
        server.site.readiness.add(new Named("sync", () -> Check.Result.no("first plan awaits approval")));
        assertThat(line("sync")).isEqualTo("false isn't there yet");
        fill();
        assertThat(line("sync")).isEqualTo("false first plan awaits approval");
    }

    @Test
    void a_check_that_breaks_or_hangs_counts_as_no_and_takes_no_other_with_it() throws Exception {
        fill();
        CountDownLatch never = new CountDownLatch(1);
        server.site.readiness.add(new Named("hangs", () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Check.Result.OK;
        }));
        server.site.readiness.add(new Named("breaks", () -> {
            throw new IllegalStateException("jdbc:secret");
        }));

        assertThat(line("hangs")).isEqualTo("false gives no answer");
        assertThat(line("breaks")).isEqualTo("false can't tell; the log says why");
        assertThat(line("access")).isEqualTo("true ");
        never.countDown();
    }
}
