package io.mortise.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which clients that others wrote sign in to the systems of Kaseya and ConnectWise, and ask. */
class ForeignLoginTest {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String BMS_LOGIN = "/v2/security/authenticate";

    private static Sandbox sandbox;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.1));
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
    }

    private static String post(URI base, String path, String body, String... head) throws IOException {
        String[] lines = new String[head.length + 2];
        lines[0] = "POST " + path + " HTTP/1.1";
        lines[1] = "Content-Length: " + body.getBytes(UTF_8).length;
        System.arraycopy(head, 0, lines, 2, head.length);
        return new Wire(base).send(body, lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grantType=password&userName=api&password=sandbox&tenant=Sandbox",
                "GrantType=password&UserName=api&Password=sandbox&Tenant=Sandbox&MFACode=",
                "granttype=password&username=api&password=sandbox&tenant=sandbox"
            })
    void c29_bmsTakesAnUrlencodedLoginInAnyCase(String form) throws IOException {
        assertThat(post(sandbox.bms(), BMS_LOGIN, form, FORM + "; charset=utf-8"))
                .contains("\"accessToken\":\"");
        assertThat(post(sandbox.bms(), "/" + BMS_LOGIN + "/", form, FORM)).contains("\"accessToken\":\"");
    }

    /** .NET writes names without quotes and its boundary in quotes. */
    @ParameterizedTest
    @CsvSource({"name=%s,b7", "name=\"%s\",\"\"b7\"\"", "NAME=\"%s\",b7"})
    void c29_bmsTakesAMultipartLogin(String parameter, String boundary) throws IOException {
        StringBuilder body = new StringBuilder();
        for (String field : new String[] {"GrantType=password", "UserName=api", "Password=sandbox", "Tenant=Sandbox"}) {
            String[] pair = field.split("=");
            body.append("--b7\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; ")
                    .append(parameter.formatted(pair[0]))
                    .append("\r\n\r\n")
                    .append(pair[1])
                    .append("\r\n");
        }
        body.append("--b7--\r\n");
        String type = "Content-Type: multipart/form-data; boundary=" + boundary.replace("\"\"", "\"");
        assertThat(post(sandbox.bms(), BMS_LOGIN, body.toString(), type)).contains("\"accessToken\":\"");
    }

    @Test
    void c29_bmsRefusesAJsonLoginAsItsDescriptionHasNone() throws IOException {
        String json =
                "{\"grantType\":\"password\",\"userName\":\"api\",\"password\":\"sandbox\",\"tenant\":\"Sandbox\"}";
        assertThat(post(sandbox.bms(), BMS_LOGIN, json, "Content-Type: application/json"))
                .contains("\"success\":false");
    }

    @Test
    void c29_bmsListsAreAskedWithSlashesAndNamesOfAnyKind() {
        Caller bms = Caller.bms(sandbox);
        for (String path : new String[] {
            "/v2/servicedesk/tickets/?pageSize=2&pageNumber=0",
            "//v2/servicedesk/tickets?PageSize=2&PageNumber=1",
            "/v2//servicedesk/tickets/searchselect?Filter.OpenDateFrom=2020-01-01&PageSize=2&pageNumber=0",
            "/V2/ServiceDesk/Tickets?pagesize=2&$top=1&unknown=x"
        }) {
            JsonNode page = bms.get(path);
            assertThat(page.path("success").asBoolean()).as(path).isTrue();
            assertThat(page.path("result")).as(path).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1.0/auth", "/api/v1.0/auth/", "//api/v1.0//auth", "/API/V1.0/Auth"})
    void c29_vsaTakesBasicCredentialsAtEverySpellingOfItsAddress(String path) {
        Caller caller = Caller.vsaBasic(sandbox, "api:sandbox");
        assertThat(caller.get(path).at("/Result/Token").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$top=2&$filter=substringof('a',ComputerName)",
                "%24top=2&%24filter=substringof(%27a%27,ComputerName)",
                "$top=2&$filter=substringof('a',ComputerName)&$orderby=ComputerName+asc"
            })
    void c29_vsaListsAreAskedWithSignsAsTheyAreOrEncoded(String query) throws IOException {
        String token = Caller.vsaBasic(sandbox, "api:sandbox")
                .get("/api/v1.0/auth")
                .at("/Result/Token")
                .asText();
        String answer = new Wire(sandbox.vsa())
                .send(
                        "",
                        "GET /api/v1.0//assetmgmt/agents?" + query + " HTTP/1.1",
                        "Authorization: Bearer " + token,
                        "Content-Type: application/json");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"ResponseCode\":0", "\"AgentId\"");
    }

    @Test
    void c29_connectWiseTakesTheFormOfOAuthAndItsOwnJson() throws IOException {
        String scope = "platform.companies.read platform.sites.read";
        String client = "&client_id=sandbox&client_secret=sandbox-secret";
        String form = "grant_type=client_credentials&scope=" + scope.replace(" ", "+");
        String basic =
                "Authorization: Basic " + Base64.getEncoder().encodeToString("sandbox:sandbox-secret".getBytes(UTF_8));
        assertThat(post(sandbox.continuum(), "/v1/token", form + client, FORM)).contains("\"access_token\":\"");
        assertThat(post(sandbox.continuum(), "//v1/token/", form, FORM, basic)).contains("\"access_token\":\"");
        assertThat(post(sandbox.continuum(), "/v1/token", form + client + "x", FORM))
                .contains("invalid_client");
        assertThat(Caller.continuum(sandbox, scope).status("GET", "/api/platform/v1/company/companies/", null))
                .isEqualTo(200);
    }
}
