package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The control API: acting as a person, the list of writes, and every fault. */
class ControlTest {
    private Sandbox sandbox;
    private Caller control;
    private Caller itGlue;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.1));
        control = Caller.control(sandbox.itGlue());
        itGlue = Caller.itGlue(sandbox);
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    private String organization() {
        return control.get("/_sandbox/records/organizations?limit=1")
                .at("/items/0/id")
                .asText();
    }

    private int rename(String name) {
        return itGlue.status("PATCH", "/organizations/" + organization(), patch(name));
    }

    private static String patch(String name) {
        return "{'data':{'type':'organizations','attributes':{'name':'" + name + "'}}}";
    }

    private void fault(String json) {
        assertThat(control.status("POST", "/_sandbox/faults", json)).isEqualTo(201);
    }

    private String name() {
        return control.get("/_sandbox/records/organizations/" + organization())
                .at("/fields/name")
                .asText();
    }

    @Test
    void whatAPersonDoesTouchesTheRecordAndIsNoApiWrite() {
        JsonNode before = control.get("/_sandbox/records/organizations/" + organization());
        JsonNode after =
                control.call("PATCH", "/_sandbox/records/organizations/" + organization(), "{'name':'Edited'}");
        assertThat(after.get("updatedAt").asText())
                .isGreaterThan(before.get("updatedAt").asText());
        assertThat(control.get("/_sandbox/writes").get("total").asInt()).isZero();
        assertThat(itGlue.get("/organizations/" + organization())
                        .at("/data/attributes/name")
                        .asText())
                .isEqualTo("Edited");
    }

    @Test
    void aMistypedFieldOrTypeIsRefusedAndNothingChanges() {
        assertThat(control.status("PATCH", "/_sandbox/records/organizations/" + organization(), "{'nmae':'x'}"))
                .isEqualTo(400);
        assertThat(control.status("GET", "/_sandbox/records/organisations", null))
                .isEqualTo(404);
    }

    @Test
    void aWriteFromAForeignPageIsRefused() {
        Caller page = Caller.raw(sandbox.itGlue(), "text/plain", "X-None", "");
        assertThat(page.status("POST", "/_sandbox/faults", "{'kind':'500','every':1}"))
                .isEqualTo(415);
    }

    @Test
    void everyApiRequestThatWroteIsListedInOrderAndRefusedOnesAreNot() {
        rename("One");
        itGlue.status("POST", "/configurations", "{'data':{'attributes':{'name':'no type'}}}");
        rename("Two");
        rename("Two");
        JsonNode writes = control.get("/_sandbox/writes?after=1");
        assertThat(writes.get("total").asInt()).isEqualTo(3);
        assertThat(writes.get("items")).hasSize(2);
        JsonNode second = writes.at("/items/0");
        assertThat(second.get("seq").asInt()).isEqualTo(2);
        assertThat(second.get("method").asText()).isEqualTo("PATCH");
        assertThat(second.get("type").asText()).isEqualTo("organizations");
        assertThat(second.get("id").asText()).isEqualTo(organization());
    }

    @Test
    void recordsArePagedByKeyAndSearched() {
        JsonNode page = control.get("/_sandbox/records/configurations?limit=5");
        JsonNode next = control.get("/_sandbox/records/configurations?limit=5&after="
                + page.get("next").asText());
        assertThat(page.get("items")).hasSize(5).doesNotContainAnyElementsOf(next.get("items"));
        String serial = page.at("/items/0/fields/name").asText();
        assertThat(control.get("/_sandbox/records/configurations?q=" + serial).get("items"))
                .isNotEmpty();
    }

    @Test
    void requestsAreCountedByEndpointAndStatus() {
        itGlue.get("/organizations");
        itGlue.get("/organizations/" + organization());
        JsonNode items = control.get("/_sandbox/requests").get("items");
        assertThat(items)
                .anyMatch(each -> each.get("endpoint").asText().equals("/organizations/{id}")
                        && each.get("status").asInt() == 200
                        && each.get("count").asInt() == 1);
    }

    @Test
    void requestsAreListedOneByOneWithTheClientThatMadeThem() {
        itGlue.get("/organizations");
        itGlue.get("/organizations/" + organization());
        JsonNode calls = control.get("/_sandbox/calls?after=1");
        assertThat(calls.get("total").asInt()).isEqualTo(2);
        assertThat(calls.get("items")).hasSize(1);
        JsonNode second = calls.at("/items/0");
        assertThat(second.get("endpoint").asText()).isEqualTo("/organizations/{id}");
        assertThat(second.get("status").asInt()).isEqualTo(200);
        assertThat(second.get("agent").asText()).startsWith("Java-http-client");
        assertThat(java.time.Instant.parse(second.get("time").asText())).isBeforeOrEqualTo(java.time.Instant.now());
    }

    @Test
    void a429StrikesEveryNthMatchingRequestAsOftenAsTold() {
        fault("{'kind':'429','every':2,'path':'^/contacts','times':1}");
        assertThat(itGlue.status("GET", "/organizations", null)).isEqualTo(200);
        assertThat(itGlue.status("GET", "/contacts", null)).isEqualTo(200);
        var limited = itGlue.send("GET", "/contacts", null);
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("1");
        assertThat(itGlue.status("GET", "/contacts", null)).isEqualTo(200);
        assertThat(itGlue.status("GET", "/contacts", null)).isEqualTo(200);
    }

    @Test
    void a500HappensInsteadOfTheEffect() {
        String before = name();
        fault("{'kind':'500','every':1,'method':'PATCH'}");
        assertThat(rename("Lost")).isEqualTo(500);
        assertThat(name()).isEqualTo(before);
    }

    @Test
    void aTimeoutBeforeHasNoEffectAndATimeoutAfterHas() {
        String before = name();
        String path = "/organizations/" + organization();
        fault("{'kind':'timeout-before','every':1,'method':'PATCH','times':1}");
        assertThat(itGlue.attempt("PATCH", path, patch("Lost").replace('\'', '"')))
                .isEmpty();
        assertThat(name()).isEqualTo(before);
        fault("{'kind':'timeout-after','every':1,'method':'PATCH','times':1}");
        assertThat(itGlue.attempt("PATCH", path, patch("Kept").replace('\'', '"')))
                .isEmpty();
        assertThat(name()).isEqualTo("Kept");
        assertThat(control.get("/_sandbox/writes").get("total").asInt()).isEqualTo(1);
    }

    @Test
    void aTruncatedPageMissesRowsWhileItsTotalStaysOrBreaksOff() {
        int all = itGlue.get("/configurations?page[size]=40").get("data").size();
        fault("{'kind':'truncated-page','every':1,'mode':'rows','times':1}");
        JsonNode less = itGlue.get("/configurations?page[size]=40");
        assertThat(less.get("data")).hasSize(all / 2);
        assertThat(less.at("/meta/total-count").asInt()).isGreaterThanOrEqualTo(all);
        fault("{'kind':'truncated-page','every':1,'mode':'cut','times':1}");
        String cut = itGlue.send("GET", "/configurations?page[size]=40", null).body();
        assertThat(cut).startsWith("{\"data\":[").doesNotEndWith("}}");
        assertThat(itGlue.get("/configurations?page[size]=40").get("data")).hasSize(all);
    }

    @Test
    void aBlackholeAnswersNothingAndLatencyAnswersLate() {
        fault("{'kind':'blackhole','every':1,'path':'^/contacts','millis':300}");
        fault("{'kind':'latency','every':1,'path':'^/locations','millis':300}");
        long start = System.nanoTime();
        assertThat(itGlue.attempt("POST", "/contacts", "{}")).isEqualTo(Optional.empty());
        assertThat(itGlue.status("GET", "/locations", null)).isEqualTo(200);
        assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(600);
    }

    @Test
    void aStalledBodyBeginsAndIsNeverWhole() throws IOException {
        fault("{'kind':'stall-body','every':1,'path':'^/contacts','millis':300}");
        URLConnection stalled =
                URI.create(sandbox.itGlue() + "/contacts").toURL().openConnection();
        stalled.setRequestProperty("x-api-key", "ITG.sandbox");
        long start = System.nanoTime();
        try (InputStream body = stalled.getInputStream()) {
            assertThat(body.readAllBytes()).isNotEmpty().hasSizeLessThan(stalled.getContentLength());
        }
        assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(300);
    }

    @Test
    void aProbableFaultStrikesTheSameRequestsForTheSameSeed() throws IOException {
        String first = strikes(sandbox);
        try (Sandbox again = Sandbox.start(SandboxOptions.inMemory().withScale(0.1))) {
            assertThat(strikes(again)).isEqualTo(first).contains("500").contains("200");
        }
    }

    private static String strikes(Sandbox sandbox) {
        Caller.control(sandbox.itGlue()).call("POST", "/_sandbox/faults", "{'kind':'500','probability':0.4}");
        StringBuilder statuses = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            statuses.append(Caller.itGlue(sandbox).status("GET", "/countries", null))
                    .append(' ');
        }
        return statuses.toString();
    }

    @Test
    void faultsAreListedAndTakenAway() {
        fault("{'kind':'500','every':1}");
        assertThat(control.get("/_sandbox/faults")).hasSize(1);
        assertThat(control.status("DELETE", "/_sandbox/faults", null)).isEqualTo(204);
        assertThat(itGlue.status("GET", "/contacts", null)).isEqualTo(200);
        assertThat(control.status("POST", "/_sandbox/faults", "{'kind':'earthquake','every':1}"))
                .isEqualTo(400);
        assertThat(control.status("POST", "/_sandbox/faults", "{'kind':'500'}")).isEqualTo(400);
    }
}
