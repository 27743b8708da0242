package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IT Glue's limit, and how it can be made to fail. */
class ItGlueFaultTest {
    private final HandClock clock = new HandClock();
    private Glue glue;

    @BeforeEach
    void start() throws IOException {
        glue = Glue.start(SandboxOptions.inMemory().withScale(0.1).withSpeed(10).withClock(clock));
    }

    @AfterEach
    void stop() throws IOException {
        glue.close();
    }

    private HttpResponse<String> withFault(String fault) {
        assertThat(glue.control.status("POST", "/_sandbox/faults", "{'times':1,'every':1," + fault + "}"))
                .isEqualTo(201);
        return glue.key.send("GET", "/organizations", null);
    }

    @Test
    void c24_theThreeThousandAndFirstRequestOfAWindowIs429() {
        Caller tech = glue.user("tech");
        for (int i = 0; i < 3000; i++) {
            assertThat(glue.key.status("GET", "/platforms", null)).isEqualTo(200);
        }
        assertThat(glue.key.status("GET", "/platforms", null)).isEqualTo(429);
        assertThat(tech.status("GET", "/platforms", null)).isEqualTo(200);
        // At tenfold speed the five minutes are thirty seconds.
        clock.advance(Duration.ofSeconds(31));
        assertThat(glue.key.status("GET", "/platforms", null)).isEqualTo(200);
    }

    @Test
    void c24_limitAndWindowAreSettings() {
        glue.set("{'requests-per-window':3,'window-seconds':60}");
        for (int i = 0; i < 3; i++) {
            assertThat(glue.key.status("GET", "/platforms", null)).isEqualTo(200);
        }
        HttpResponse<String> limited = glue.key.send("GET", "/platforms", null);
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
        clock.advance(Duration.ofSeconds(7));
        assertThat(glue.key.status("GET", "/platforms", null)).isEqualTo(200);
    }

    @Test
    void c28_errorsOfTheGatewayHaveNoErrorsList() {
        for (String kind : new String[] {"500", "504"}) {
            HttpResponse<String> answer = withFault("'kind':'" + kind + "'");
            assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(kind));
            assertThat(Caller.json(answer).has("errors")).isFalse();
            assertThat(Caller.json(answer).has("message")).isTrue();
        }
    }

    @Test
    void c28_a429ComesWithAdviceOrWithout() {
        HttpResponse<String> advised = withFault("'kind':'429'");
        assertThat(advised.statusCode()).isEqualTo(429);
        assertThat(advised.headers().firstValue("Retry-After")).isPresent();
        HttpResponse<String> bare = withFault("'kind':'429','mode':'bare'");
        assertThat(bare.statusCode()).isEqualTo(429);
        assertThat(bare.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void c28_anAnswerComesSlowlyOrTornApart() {
        long before = System.nanoTime();
        assertThat(withFault("'kind':'latency','millis':300").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
        String whole = glue.key.send("GET", "/organizations", null).body();
        String torn = withFault("'kind':'truncated-page','mode':'cut'").body();
        assertThat(torn).hasSizeLessThan(whole.length());
        assertThat(whole).startsWith(torn.substring(0, 20));
    }
}
