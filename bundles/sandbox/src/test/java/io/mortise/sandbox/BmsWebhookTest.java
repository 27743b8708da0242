package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What BMS sends out, and what an RMM pushes into it. */
class BmsWebhookTest {
    private static final BlockingQueue<String[]> HEARD = new LinkedBlockingQueue<>();
    private static HttpServer listener;
    private static Sandbox sandbox;
    private static Caller bms;
    private static BmsDesk desk;

    @BeforeAll
    static void start() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            HEARD.add(new String[] {body, exchange.getRequestHeaders().getFirst("Signature")});
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/bad") ? 500 : 204, -1);
            exchange.close();
        });
        listener.start();
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.1).withSpeed(1000));
        bms = Caller.bms(sandbox);
        desk = new BmsDesk(bms);
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
        listener.stop(0);
    }

    private static JsonNode hook(String path, String more) {
        String url = "http://127.0.0.1:" + listener.getAddress().getPort() + path;
        return BmsDesk.ok(
                bms.call("POST", "/v2/admin/webhooks", "{'Name':'Hub','PayloadURL':'" + url + "'," + more + "}"));
    }

    private static void end(JsonNode hook) {
        bms.call("DELETE", "/v2/admin/webhooks/" + hook.get("id"), "");
    }

    private static JsonNode logs(JsonNode hook, int count) throws InterruptedException {
        JsonNode logs = null;
        for (int tries = 0; tries < 100 && (logs == null || logs.size() < count); tries++) {
            TimeUnit.MILLISECONDS.sleep(50);
            logs = BmsDesk.ok(bms.call("POST", "/v2/admin/webhooks/" + hook.get("id") + "/logs/search", "{}"));
        }
        return logs;
    }

    @Test
    void aTicketThatIsMadeIsSentSignedAndLogged() throws Exception {
        JsonNode hook = hook("/ok", "'Secret':'s3cret','Events':[1]");
        assertThat(hook.get("hasSecret").asBoolean()).isTrue();
        assertThat(hook.has("secret")).isFalse();
        JsonNode made = desk.make("Hooked");
        String[] heard = HEARD.poll(10, TimeUnit.SECONDS);
        assertThat(heard[0]).contains("\"eventName\":\"Ticket Created\"", "\"ticketId\":" + made.get("id"), "Hooked");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(heard[1])
                .isEqualTo(
                        "sha256=" + HexFormat.of().formatHex(mac.doFinal(heard[0].getBytes(StandardCharsets.UTF_8))));
        JsonNode log = logs(hook, 1).get(0);
        assertThat(log.get("isDelivered").asBoolean()).isTrue();
        assertThat(desk.show("/v2/admin/webhooks/logs/" + log.get("id").asText())
                        .get("responseStatusCode")
                        .asInt())
                .isEqualTo(204);
        end(hook);
    }

    @Test
    void aFailedDeliveryIsLoggedAndSentAgainByHand() throws Exception {
        JsonNode hook = hook("/bad", "'SendAllEvents':true");
        desk.make("Not heard");
        HEARD.poll(10, TimeUnit.SECONDS);
        JsonNode log = logs(hook, 1).get(0);
        assertThat(log.get("isDelivered").asBoolean()).isFalse();
        bms.call("POST", "/v2/admin/webhooks/redeliver/" + log.get("id").asText(), "{}");
        assertThat(HEARD.poll(10, TimeUnit.SECONDS)[0]).contains("Not heard");
        assertThat(logs(hook, 2).get(1).get("parentLogId")).isEqualTo(log.get("id"));
        end(hook);
    }

    @Test
    void aRefusedChangeIsNotSent() throws Exception {
        JsonNode hook = hook("/ok", "'Events':[2,3]");
        String ticket = desk.made("Quiet");
        bms.call("PATCH", ticket, "[{'op':'replace','path':'/StatusId','value':1}]");
        bms.call("DELETE", ticket, "");
        assertThat(HEARD.poll(10, TimeUnit.SECONDS)[0]).contains("Ticket Deleted");
        end(hook);
    }

    @Test
    void aHookThatTheSandboxBeganWithHearsOfWhatPeopleDoThere() throws Exception {
        URI here = URI.create("http://127.0.0.1:" + listener.getAddress().getPort() + "/ok");
        SandboxOptions options =
                SandboxOptions.inMemory().withScale(0.05).withHook(new SandboxOptions.Hook(here, "hidden"));
        assertThat(options.toString()).doesNotContain("hidden");
        try (Sandbox called = Sandbox.start(options)) {
            Caller screens = Caller.bms(called);
            String ticket = screens.get("/_sandbox/records/tickets?limit=1")
                    .at("/items/0/id")
                    .asText();
            screens.call("PATCH", "/_sandbox/records/tickets/" + ticket, "{'title':'Renamed there'}");
            String[] heard = HEARD.poll(10, TimeUnit.SECONDS);
            assertThat(heard[0]).contains("Ticket Updated", "Renamed there");
            assertThat(heard[1]).startsWith("sha256=");
        }
    }

    @Test
    void anAlarmBecomesATicketCountsItsRepeatsAndIsResolved() {
        String account = bms.get("/v2/crm/accounts/lookup").at("/result/0/name").asText();
        JsonNode opened = push(
                "tickets",
                "[{'TransactionId':'t1','AlertRefId':'a-77','Title':'Disk full','Details':'<p>C:</p>',"
                        + "'Organization':{'Name':'" + account + "'},'DuplicationCount':1},{'TransactionId':'t2'}]");
        assertThat(opened.at("/details/1/statusCode").asText()).isEqualTo("400");
        String ticket = BmsDesk.TICKETS + "/" + opened.at("/details/0/ticketId").asText();
        assertThat(desk.show(ticket).get("integrationTypeId").asInt()).isEqualTo(2);
        push("tickets/duplicate", "[{'AlertRefId':'a-77','DuplicationCount':4}]");
        assertThat(desk.show(ticket).get("occurrenceCount").asInt()).isEqualTo(4);
        assertThat(desk.show(ticket + "/relatedalerts")).hasSize(3);
        push("tickets/resolve", "[{'AlertRefId':'a-77','ResolutionNote':'Cleared'}]");
        assertThat(desk.show(ticket).get("statusName").asText()).isEqualTo("Completed");
        assertThat(desk.show(ticket + "/notes").at("/0/details").asText()).isEqualTo("Cleared");
        push("tickets/duplicate", "[{'AlertRefId':'a-77','DuplicationCount':5,'ReopenTicket':true}]");
        assertThat(desk.show(ticket).get("statusName").asText()).isEqualTo("Re-Opened");
    }

    private static JsonNode push(String path, String items) {
        String job = BmsDesk.ok(bms.call("POST", "/v2/rmm/vsa/" + path, items))
                .get("jobId")
                .asText();
        return desk.show("/v2/rmm/vsa/tickets/status/" + job);
    }

    @Test
    void anUnknownOrganizationBecomesAnAccountAndAnAssetIsMadeAndRetired() {
        String job = BmsDesk.ok(bms.call(
                        "POST",
                        "/v2/rmm/vsa/assets",
                        "[{'AssetId':'99','AgentId':'99','Name':'NEW-1',"
                                + "'Organization':{'Name':'Brand New Ltd'},'AssetDetails':{'OsInfo':'Windows Server 2022',"
                                + "'SerialNumber':'SN1'}}]"))
                .get("jobId")
                .asText();
        String asset = desk.show("/v2/rmm/vsa/assets/status/" + job)
                .at("/details/0/psaAssetId")
                .asText();
        String path = "/v2/servicedesk/hardwareasset/" + asset;
        assertThat(desk.show(path).get("category").asText()).isEqualTo("Server");
        assertThat(desk.show(path).get("accountName").asText()).isEqualTo("Brand New Ltd");
        bms.call("PUT", "/v2/rmm/vsa/assets/deactivate", "[{'AssetId':'99'}]");
        assertThat(desk.show(path).get("isActive").asBoolean()).isFalse();
    }

    @Test
    void settingsOfAnRmmGiveItsDefaultsAndKeepItsSecret() {
        JsonNode kept = BmsDesk.ok(bms.call(
                "PUT",
                "/v2/rmm/dattormm",
                "{'Name':'Other','IsEnabled':true,'PasswordOrToken':'x','DefaultOptions':{'PriorityId':40481}}"));
        assertThat(kept.get("passwordOrToken").isNull()).isTrue();
        assertThat(desk.show("/v2/rmm/dattormm/status").get("isEnabled").asBoolean())
                .isTrue();
        assertThat(desk.show("/v2/rmm/integrations")).hasSize(1);
    }
}
