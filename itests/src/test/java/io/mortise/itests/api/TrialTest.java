package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** "Test connection": of each thing that may be wrong it says what, and which setting is to be looked at. */
@ExtendWith(ProductExtension.class)
class TrialTest {
    private static final String TEST = "/api/connections/test";
    private final Http admin;
    private final int port;

    TrialTest(Product product) {
        this.admin = Hub.signedIn(product, "admin");
        this.port = product.sandboxPort();
    }

    private String at(int offset) {
        return "http://127.0.0.1:" + (port + offset);
    }

    private JsonNode tested(String product, Map<String, String> settings, Map<String, String> secrets) {
        Reply reply = admin.post(TEST, Http.json(Map.of("product", product, "settings", settings, "secrets", secrets)));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.body();
    }

    private JsonNode bms(String tenant, String user, String password) {
        return bms(at(1), tenant, user, password);
    }

    private JsonNode bms(String url, String tenant, String user, String password) {
        return tested("bms", Map.of("url", url, "tenant", tenant, "user", user), Map.of("password", password));
    }

    private JsonNode connectWise(String url) {
        return tested(
                "continuum",
                Map.of("region", "na", "clientId", "sandbox", "url", url),
                Map.of("secret", "sandbox-secret"));
    }

    private JsonNode vsa(String url, String user, String password) {
        return tested("vsa", Map.of("url", url, "user", user), Map.of("password", password));
    }

    private JsonNode itGlue(Map<String, String> other, String key) {
        Map<String, String> settings = new TreeMap<>(Map.of("subdomain", "sandbox", "region", "us", "url", at(0)));
        settings.putAll(other);
        return tested("itglue", settings, Map.of("key", key));
    }

    private static void works(JsonNode tested) {
        assertThat(tested.path("works").asBoolean()).as(tested.toString()).isTrue();
        assertThat(tested.path("trouble").asText()).isEmpty();
    }

    private static void fails(JsonNode tested, String setting, String... words) {
        assertThat(tested.path("works").asBoolean()).as(tested.toString()).isFalse();
        assertThat(tested.path("setting").asText()).as(tested.toString()).isEqualTo(setting);
        assertThat(tested.path("trouble").asText()).contains(words).matches("(?s).+[.!?]");
    }

    @Test
    void f004_of_a_pasted_address_the_subdomain_is_taken() {
        works(itGlue(Map.of("subdomain", "https://sandbox.itglue.com/4862001/configurations"), "ITG.sandbox"));
    }

    @Test
    void f009_a_psa_administrator_is_accepted_and_a_user_with_api_access_too() {
        JsonNode administrator = bms("Sandbox", "admin", "sandbox");
        works(administrator);
        assertThat(administrator.path("role").asText()).isEqualTo("System administrator");
        assertThat(administrator.path("user").asText()).isNotBlank();
        JsonNode other = bms("Sandbox", "tech", "sandbox");
        works(other);
        assertThat(other.path("warnings").toString()).contains("no system administrator");
    }

    @Test
    void f009_f014_without_api_access_the_reason_is_told() {
        fails(bms("Sandbox", "noapi", "sandbox"), "user", "no access to its API");
    }

    @Test
    void f014_a_security_role_that_reads_too_little_is_told() {
        fails(bms("Sandbox", "lite", "sandbox"), "user", "role", "too low");
    }

    @Test
    void f015_the_rmm_user_needs_role_and_scope_master_or_system() {
        JsonNode master = vsa(at(2), "api", "sandbox");
        works(master);
        assertThat(master.path("role").asText()).isEqualTo("role Master, scope Master");
        works(vsa(at(2), "system", "sandbox"));
        fails(vsa(at(2), "lowrole", "sandbox"), "user", "role", "too low", "Master or System", "KB Admin");
        fails(vsa(at(2), "lowscope", "sandbox"), "user", "scope", "too low", "One Customer");
    }

    @Test
    void f017_f158_what_vsa_refuses_is_called_forbidden() {
        fails(vsa(at(2), "forbidden", "sandbox"), "user", "forbidden", "role or the scope");
    }

    @Test
    void f018_a_key_that_isnt_known_may_be_of_another_region() {
        fails(itGlue(Map.of(), "ITG.unknown"), "key", "API key", "another region");
        works(itGlue(Map.of(), "ITG.sandbox"));
    }

    @Test
    void f020_mfa_is_named_as_the_reason() {
        fails(bms("Sandbox", "mfa", "sandbox"), "user", "MFA");
        fails(vsa(at(2), "mfa", "sandbox"), "user", "MFA");
    }

    @Test
    void f021_a_self_signed_certificate_is_refused_and_shown() {
        JsonNode refused = vsa("https://127.0.0.1:" + (port + 4), "api", "sandbox");
        fails(refused, "url", "self-signed");
        JsonNode certificate = refused.path("certificate");
        assertThat(certificate.path("subject").asText()).contains("CN=127.0.0.1");
        assertThat(certificate.path("issuer")).isEqualTo(certificate.path("subject"));
        assertThat(certificate.path("fingerprint").asText()).matches("[0-9a-f]{64}");
        assertThat(certificate.path("until").asText()).contains("T");
        assertThat(certificate.path("pinnable").asBoolean()).isTrue();
    }

    @Test
    void f021_the_pinned_certificate_is_accepted_and_any_other_refused() {
        String url = "https://127.0.0.1:" + (port + 4);
        String shown = vsa(url, "api", "sandbox")
                .path("certificate")
                .path("fingerprint")
                .asText();
        Map<String, String> pinned = Map.of("url", url, "user", "api", "certificate", shown.toUpperCase());
        works(tested("vsa", pinned, Map.of("password", "sandbox")));
        Map<String, String> other = Map.of("url", url, "user", "api", "certificate", "ab".repeat(32));
        fails(tested("vsa", other, Map.of("password", "sandbox")), "url", "another certificate");
    }

    @Test
    void f021_only_what_stands_in_the_customers_house_can_be_pinned() {
        Reply reply = admin.post(
                TEST,
                Http.json(Map.of(
                        "product",
                        "itglue",
                        "settings",
                        Map.of("subdomain", "sandbox", "region", "us", "certificate", "ab".repeat(32)),
                        "secrets",
                        Map.of("key", "ITG.sandbox"))));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().path("fields").path("certificate").asText()).contains("no setting of IT Glue");
    }

    @Test
    void f022_a_company_that_bms_doesnt_know_is_told_apart_from_a_wrong_password() {
        fails(bms("Nobody Ltd", "api", "sandbox"), "tenant", "no company of this name", "My Profile");
        fails(bms("Sandbox", "api", "wrong"), "password", "doesn't accept");
    }

    @Test
    void f023_a_wrong_vsa_password_is_told() {
        fails(vsa(at(2), "api", "wrong"), "password", "doesn't accept");
    }

    private static HttpServer server(int status, String type, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes());
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Test
    void f023_f024_an_address_that_is_no_api_of_the_product_is_told() throws IOException {
        for (int status : List.of(401, 403, 404)) {
            HttpServer other = server(status, "application/json", "{\"error\":\"nothing here\"}");
            try {
                String url = url(other);
                fails(vsa(url, "api", "sandbox"), "url", "answers, but not as Kaseya VSA does");
                fails(itGlue(Map.of("url", url), "ITG.sandbox"), "url", "answers, but not as IT Glue does");
                fails(bms(url, "Sandbox", "api", "sandbox"), "url", "answers, but not as Kaseya BMS does");
                fails(connectWise(url), "url", "answers, but not as ConnectWise RMM does");
            } finally {
                other.stop(0);
            }
        }
    }

    @Test
    void f024_a_success_of_another_product_is_none() throws IOException {
        HttpServer other = server(200, "application/json", "{\"status\":\"fine\"}");
        try {
            fails(itGlue(Map.of("url", url(other)), "ITG.sandbox"), "url", "answers, but not as IT Glue does");
            fails(bms(url(other), "Sandbox", "api", "sandbox"), "url", "answers, but not as Kaseya BMS does");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void a_web_page_in_place_of_an_answer_is_told() throws IOException {
        HttpServer page = server(200, "text/html; charset=utf-8", "<html><body>Welcome</body></html>");
        try {
            String url = url(page);
            fails(vsa(url, "api", "sandbox"), "url", "web page");
            fails(itGlue(Map.of("url", url), "ITG.sandbox"), "url", "web page");
            JsonNode bms = tested(
                    "bms", Map.of("url", url, "tenant", "Sandbox", "user", "api"), Map.of("password", "sandbox"));
            fails(bms, "url", "web page");
        } finally {
            page.stop(0);
        }
    }

    @Test
    void a_host_that_cant_be_reached_is_told_with_what_to_look_at() {
        fails(vsa("https://no-such-host.invalid", "api", "sandbox"), "url", "can't be found", "typing error");
        fails(vsa("http://127.0.0.1:1", "api", "sandbox"), "url", "nothing listens there");
        fails(vsa("https://127.0.0.1:" + (port + 2), "api", "sandbox"), "url", "doesn't speak TLS");
    }

    @Test
    void a_server_that_doesnt_answer_in_time_is_told() {
        Http vsa = Http.at(URI.create(at(2)));
        Reply fault = vsa.post("/_sandbox/faults", "{\"kind\":\"blackhole\",\"every\":1,\"path\":\"/auth$\"}");
        try {
            fails(vsa(at(2), "system", "sandbox"), "url", "didn't answer in time");
        } finally {
            vsa.delete("/_sandbox/faults/" + fault.body().path("id").asText());
        }
    }

    @Test
    void an_address_without_its_beginning_is_completed_or_told_how_to_write() {
        fails(vsa("no-such-host.invalid", "api", "sandbox"), "url", "can't be found");
        String body = "{\"product\":\"vsa\",\"settings\":{\"url\":\"127.0.0.1:19511\",\"user\":\"api\"},"
                + "\"secrets\":{\"password\":\"x\"}}";
        Reply reply = admin.post(TEST, body);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().path("fields").path("url").asText())
                .isEqualTo("Begin with http://, e.g. http://127.0.0.1:19511");
    }

    @Test
    void what_is_missing_is_named_and_nothing_is_asked() {
        Reply reply = admin.post(TEST, "{\"product\":\"bms\",\"settings\":{\"url\":\"ftp://x\",\"usr\":\"a\"}}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().path("fields").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("password", "tenant", "url", "user", "usr");
        assertThat(admin.post(TEST, "{\"product\":\"nobody\",\"settings\":{}}").status())
                .isEqualTo(404);
    }
}
