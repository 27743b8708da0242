package io.mortise.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The habits of clients that others wrote for IT Glue, each as it goes over the wire. */
class ForeignClientTest {
    private static final String KEY = "x-api-key: ITG.sandbox";
    private static final String TYPE = "Content-Type: " + Glue.TYPE;

    private static Glue glue;
    private static Wire wire;

    @BeforeAll
    static void start() throws IOException {
        glue = Glue.start();
        wire = new Wire(glue.sandbox.itGlue());
    }

    @AfterAll
    static void stop() throws IOException {
        glue.close();
    }

    /** A base address that ends in a slash, joined by text to a path that begins with one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//organizations",
                "//organizations?page[size]=1",
                "//organizations/?&page%5Bsize%5D=1",
                "//api//organizations/",
                "/organizations///",
                "/organizations/?page[size]=1&page[number]=1",
                "/organizations?page%5bsize%5d=1",
                "/organizations?&page[number]=1"
            })
    void c29_anAddressThatIsJoinedCarelesslyIsUnderstood(String target) throws IOException {
        assertThat(wire.send("", "GET " + target + " HTTP/1.1", KEY))
                .startsWith("HTTP/1.1 200")
                .contains("\"data\":[{");
    }

    @Test
    void c29_aListBelowTwoSlashesIsTheListBelowOne() throws IOException {
        String one = wire.send("", "GET /contacts?page[size]=3&sort=-id HTTP/1.1", KEY);
        String two = wire.send("", "GET //contacts?page[size]=3&sort=-id HTTP/1.1", KEY);
        assertThat(two.substring(two.indexOf("\"data\""), two.indexOf("\"links\"")))
                .isEqualTo(one.substring(one.indexOf("\"data\""), one.indexOf("\"links\"")));
    }

    @Test
    void c29_valuesComeWithPlusSignsPercentSignsOrAsTheyAre() throws IOException {
        glue.key.call("POST", "/organizations", Glue.one("organizations", "'name':'Søren & Co'"));
        for (String value : List.of("S%C3%B8ren+%26+Co", "S%c3%b8ren%20%26%20Co", "Søren+%26+Co")) {
            assertThat(wire.send("", "GET /organizations?filter[name]=" + value + " HTTP/1.1", KEY))
                    .as(value)
                    .contains("\"total-count\":1");
        }
    }

    @Test
    void c29_aChunkedBodyWithACharsetIsRead() throws IOException {
        String body = Glue.one("organizations", "'name':'Chunky Ltd'").replace('\'', '"');
        String half = body.substring(0, 20);
        String rest = body.substring(20);
        String chunks = Integer.toHexString(half.length()) + "\r\n" + half + "\r\n" + Integer.toHexString(rest.length())
                + ";a=b\r\n" + rest + "\r\n0\r\n\r\n";
        String answer = wire.send(
                chunks, "POST /organizations HTTP/1.1", KEY, TYPE + "; charset=utf-8", "Transfer-Encoding: chunked");
        assertThat(answer).startsWith("HTTP/1.1 201").contains("Chunky Ltd");
    }

    @Test
    void c29_aClientThatWaitsForContinueIsAskedForItsBody() throws IOException {
        String body = Glue.one("organizations", "'name':'Patient Ltd'").replace('\'', '"');
        String answer = wire.sendWhenAsked(
                body, "POST /organizations HTTP/1.1", KEY, TYPE, "Content-Length: " + body.getBytes(UTF_8).length);
        assertThat(answer).startsWith("HTTP/1.1 201").contains("Patient Ltd");
    }

    @Test
    void c29_aHeadIsAnsweredAsItsGetWithoutTheBody() throws IOException {
        String answer = wire.send("", "HEAD /organizations?page[size]=1 HTTP/1.1", KEY);
        assertThat(answer).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
        assertThat(wire.send("", "HEAD /nowhere HTTP/1.1", KEY)).startsWith("HTTP/1.1 404");
    }

    @Test
    void c29_aFilterByAThousandIdsFitsIntoTheAddress() throws IOException {
        String id = glue.id("/configurations");
        String ids = String.join(",", java.util.Collections.nCopies(1000, id));
        assertThat(wire.send("", "GET /configurations?filter[id]=" + ids + " HTTP/1.1", KEY))
                .startsWith("HTTP/1.1 200")
                .contains("\"total-count\":1");
    }

    @Test
    void c29_theNextLinkIsFollowedAsItStands() {
        JsonNode page = glue.key.get("/contacts?page[size]=5&sort=last_name&filter[important]=false");
        int seen = page.get("data").size();
        while (!page.at("/links/next").isNull()) {
            page = glue.key.get(page.at("/links/next").asText());
            seen += page.get("data").size();
        }
        assertThat(seen).isEqualTo(page.at("/meta/total-count").asInt()).isGreaterThan(5);
    }

    @Test
    void c29_whatWasReadIsSentBackWholeWithSnakeNames() {
        for (String type : List.of("organizations", "contacts", "locations", "configurations", "passwords")) {
            JsonNode row = Glue.object("{}").set("data", own(type));
            String snake = snake(row.get("data"));
            HttpResponse<String> answer =
                    glue.key.send("PATCH", "/" + type + "/" + row.at("/data/id").asText(), snake);
            assertThat(answer.statusCode()).as(type + answer.body()).isEqualTo(200);
            JsonNode after = Caller.json(answer).at("/data/attributes");
            row.at("/data/attributes").properties().forEach(each -> {
                if (!each.getKey().startsWith("updated") && !each.getKey().equals("password-updated-at")) {
                    assertThat(after.get(each.getKey()))
                            .as(type + " " + each.getKey())
                            .isEqualTo(each.getValue());
                }
            });
        }
    }

    /** One that is not synced, which the API lets nobody change. */
    private static JsonNode own(String type) {
        String org = glue.key
                .call("POST", "/organizations", Glue.one("organizations", "'name':'Echo " + type + "'"))
                .at("/data/id")
                .asText();
        String needs = "'organization_id':'" + org + "','name':'Echo'";
        return switch (type) {
            case "organizations" -> glue.key.get("/organizations/" + org).get("data");
            case "contacts" ->
                create(
                        type,
                        "'organization_id':" + org + ",'first_name':'Eva','contact_emails':"
                                + "[{'value':'eva@echo.example','label_name':'Work','primary':true}],'contact_phones':"
                                + "[{'value':'030 1234-5','label_name':'Work','extension':'7','primary':true}]");
            case "configurations" ->
                create(type, needs + ",'configuration_type_id':'" + glue.id("/configuration_types") + "'");
            case "passwords" -> create(type, needs + ",'password':'x','username':'u'");
            default -> create(type, needs + ",'city':'Gävle'");
        };
    }

    private static JsonNode create(String type, String attributes) {
        return glue.key.call("POST", "/" + type, Glue.one(type, attributes)).get("data");
    }

    /** As the Ruby and Python clients do: dashes of names become underscores. */
    private static String snake(JsonNode data) {
        String attributes = data.get("attributes").toString().replaceAll("\"([a-z0-9]+(?:-[a-z0-9]+)+)\":", "\"_$1\":");
        StringBuilder out = new StringBuilder();
        for (String part : attributes.split("(?=\"_)|(?<=\":)")) {
            out.append(part.startsWith("\"_") ? "\"" + part.substring(2).replace('-', '_') : part);
        }
        return "{\"data\":{\"id\":\"" + data.get("id").asText() + "\",\"type\":\""
                + data.get("type").asText() + "\",\"attributes\":" + out + "}}";
    }

    @Test
    void c29_manyAreChangedWithTheIdBesideTheType() {
        String id = own("contacts").get("id").asText();
        String many = Glue.many("{'type':'contacts','id':'" + id + "','attributes':{'title':'CEO'}}");
        assertThat(glue.key
                        .call("PATCH", "/contacts", many)
                        .at("/data/0/attributes/title")
                        .asText())
                .isEqualTo("CEO");
    }

    @Test
    void c29_aFormWithoutQuotesUploadsAnAttachment() throws IOException {
        String path = "/configurations/" + glue.id("/configurations") + "/relationships/attachments";
        String body = "--b1\r\nContent-Disposition: form-data; name=data[type]\r\n\r\nattachments\r\n"
                + "--b1\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: 8bit\r\n"
                + "Content-Disposition: form-data; name=\"data[attributes][attachment]\"; filename=plan.txt;"
                + " filename*=utf-8\'\'plan.txt\r\n\r\nRack 1\r\n--b1--\r\n";
        String answer = wire.send(
                body,
                "POST " + path + " HTTP/1.1",
                KEY,
                "Content-Type: multipart/form-data; boundary=\"b1\"",
                "Content-Length: " + body.getBytes(UTF_8).length);
        assertThat(answer)
                .startsWith("HTTP/1.1 201")
                .contains("\"attachment-file-name\":\"plan.txt\"", "\"attachment-file-size\":6");
    }

    @Test
    void c29_theTokenOfTheLoginIsTakenWhereARefreshTokenIsMeant() {
        String token =
                glue.login("tech@sandbox.example", "sandbox").path("token").asText();
        assertThat(glue.control
                        .get("/jwt/token?refresh_token=" + token)
                        .path("token")
                        .asText())
                .isNotEmpty();
        assertThat(glue.control.status("GET", "/jwt/token?refresh_token=" + token + "x", null))
                .isEqualTo(401);
    }
}
