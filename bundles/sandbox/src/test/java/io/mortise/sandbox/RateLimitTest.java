package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The vendors' limits, counted in vendor time. */
class RateLimitTest {
    @Test
    void bmsTakes1500CallsAnHourPerEndpointAndSaysWhenToComeBack() throws IOException {
        HandClock clock = new HandClock();
        SandboxOptions options =
                SandboxOptions.inMemory().withScale(0.1).withSpeed(60).withClock(clock);
        try (Sandbox sandbox = Sandbox.start(options)) {
            Caller bms = Caller.bms(sandbox);
            for (int i = 0; i < 1500; i++) {
                assertThat(bms.status("GET", "/v2/system/accounttypes/lookup", null))
                        .isEqualTo(200);
            }
            clock.advance(Duration.ofSeconds(20));
            HttpResponse<String> limited = bms.send("GET", "/v2/system/accounttypes/lookup", null);
            assertThat(limited.statusCode()).isEqualTo(429);
            assertThat(limited.headers().firstValue("Retry-After")).contains("40");
            assertThat(bms.status("GET", "/v2/crm/accounts/lookup", null)).isEqualTo(200);
            clock.advance(Duration.ofSeconds(40));
            assertThat(bms.status("GET", "/v2/system/accounttypes/lookup", null))
                    .isEqualTo(200);
        }
    }

    @Test
    void itGlueTakes3000RequestsInFiveMinutesOverAllEndpoints() throws IOException {
        HandClock clock = new HandClock();
        SandboxOptions options =
                SandboxOptions.inMemory().withScale(0.1).withSpeed(1).withClock(clock);
        try (Sandbox sandbox = Sandbox.start(options)) {
            Caller itGlue = Caller.itGlue(sandbox);
            for (int i = 0; i < 3000; i++) {
                assertThat(itGlue.status("GET", i % 2 == 0 ? "/platforms" : "/countries", null))
                        .isEqualTo(200);
            }
            assertThat(itGlue.status("GET", "/users", null)).isEqualTo(429);
            clock.advance(Duration.ofSeconds(300));
            assertThat(itGlue.status("GET", "/users", null)).isEqualTo(200);
        }
    }

    @Test
    void sessionsEnd() throws IOException {
        HandClock clock = new HandClock();
        try (Sandbox sandbox =
                Sandbox.start(SandboxOptions.inMemory().withScale(0.1).withClock(clock))) {
            Caller bms = Caller.bms(sandbox);
            Caller vsa = Caller.vsa(sandbox);
            clock.advance(Duration.ofHours(2));
            assertThat(bms.status("GET", "/v2/crm/accounts/lookup", null)).isEqualTo(401);
            assertThat(vsa.status("GET", "/api/v1.0/system/orgs", null)).isEqualTo(401);
        }
    }
}
