package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users of each role may do through the API, and how they sign in. */
class ItGlueRoleTest {
    private final HandClock clock = new HandClock();
    private Glue glue;

    @BeforeEach
    void start() throws IOException {
        glue = Glue.start(SandboxOptions.inMemory().withScale(0.6).withClock(clock));
    }

    @AfterEach
    void stop() throws IOException {
        glue.close();
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Caller.json(answer).at("/errors/0/detail").asText()).isEqualTo("Unauthorized resource access");
    }

    private static HttpResponse<String> rename(Caller caller, String type, String id) {
        String body = Glue.one(type, "'title':'T'").replace('\'', '"');
        return caller.send("PATCH", "/" + type + "/" + id, body);
    }

    @Test
    void c23_readOnlyChangesNothingAndEditorsDo() {
        String contact = glue.id("/contacts");
        refused(rename(glue.user("reader"), "contacts", contact));
        refused(rename(glue.user("lite"), "contacts", contact));
        assertThat(glue.user("reader").status("GET", "/contacts/" + contact, null))
                .isEqualTo(200);
        for (String name : new String[] {"admin", "manager", "tech", "dispatcher"}) {
            assertThat(rename(glue.user(name), "contacts", contact).statusCode())
                    .as(name)
                    .isEqualTo(200);
        }
    }

    @Test
    void c23_aCreatorCreatesAndDeletesNothing() {
        Caller dispatcher = glue.user("dispatcher");
        String body = Glue.one("contacts", "'first-name':'New','organization-id':" + glue.id("/organizations"));
        HttpResponse<String> made = dispatcher.send("POST", "/contacts", body.replace('\'', '"'));
        assertThat(made.statusCode()).isEqualTo(201);
        String id = Caller.json(made).at("/data/id").asText();
        String doomed = Glue.many(Glue.item("contacts", "'id':" + id)).replace('\'', '"');
        refused(dispatcher.send("DELETE", "/contacts", doomed));
        assertThat(glue.user("tech").send("DELETE", "/contacts", doomed).statusCode())
                .isEqualTo(200);
    }

    @Test
    void c23_liteReadsNoQuickNotes() {
        Caller lite = glue.user("lite");
        JsonNode organizations = lite.get("/organizations").get("data");
        assertThat(organizations).hasSize(3);
        String id = organizations.at("/0/id").asText();
        glue.key.call("PATCH", "/organizations/" + id, Glue.one("organizations", "'quick-notes':'Ring twice'"));
        assertThat(lite.get("/organizations/" + id)
                        .at("/data/attributes/quick-notes")
                        .isNull())
                .isTrue();
        assertThat(glue.user("reader")
                        .get("/organizations/" + id)
                        .at("/data/attributes/quick-notes")
                        .asText())
                .isEqualTo("Ring twice");
    }

    @Test
    void c23_aRestrictedRecordIsUnauthorizedAndLeftOutOfLists() {
        String id = glue.id("/configurations");
        glue.key.call("PATCH", "/configurations/" + id, Glue.one("configurations", "'restricted':true"));
        Caller tech = glue.user("tech");
        refused(tech.send("GET", "/configurations/" + id, null));
        assertThat(tech.get("/configurations?filter[id]=" + id).get("data")).isEmpty();
        assertThat(glue.user("admin").get("/configurations?filter[id]=" + id).get("data"))
                .hasSize(1);
        JsonNode password = null;
        for (JsonNode row : glue.key.get("/passwords?page[size]=1000").get("data")) {
            password = row.at("/attributes/restricted").asBoolean() ? row : password;
        }
        assertThat(password).isNotNull();
        String listed = "/passwords/" + password.get("id").asText();
        assertThat(tech.status("GET", listed, null)).isEqualTo(200);
        refused(glue.user("reader").send("GET", listed, null));
        JsonNode access = glue.key.get(listed + "?include=user_resource_accesses,authorized_users");
        assertThat(access.get("included").toString()).contains("tech@sandbox.example", "accessor-type");
    }

    @Test
    void c23_whatIsEmbeddedInARestrictedMachineIsHiddenWithIt() {
        String machine = null;
        String password = null;
        for (JsonNode row : glue.key.get("/passwords?page[size]=1000").get("data")) {
            if (row.at("/attributes/resource-type").asText().equals("configurations")) {
                machine = row.at("/attributes/resource-id").asText();
                password = row.get("id").asText();
            }
        }
        Caller tech = glue.user("tech");
        assertThat(tech.status("GET", "/passwords/" + password, null)).isEqualTo(200);
        glue.key.call("PATCH", "/configurations/" + machine, Glue.one("configurations", "'restricted':true"));
        refused(tech.send("GET", "/passwords/" + password, null));
    }

    @Test
    void organizationsOutOfReachAreLeftOutAndUnauthorized() {
        Caller manager = glue.user("manager");
        assertThat(manager.get("/organizations").get("data")).hasSize(8);
        assertThat(glue.user("outsider").get("/organizations").get("data")).isEmpty();
        String far = glue.key
                .get("/organizations?sort=-id&page[size]=1")
                .at("/data/0/id")
                .asText();
        refused(manager.send("GET", "/organizations/" + far, null));
        refused(manager.send("GET", "/organizations/" + far + "/relationships/contacts", null));
        String organization = Glue.one("organizations", "'name':'New one'").replace('\'', '"');
        refused(manager.send("POST", "/organizations", organization));
        assertThat(glue.user("tech")
                        .send("POST", "/organizations", organization)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aGroupThatIsDeniedATypeSeesNothingOfIt() {
        Caller reader = glue.user("reader");
        assertThat(reader.get("/passwords").get("data")).isNotEmpty();
        JsonNode group = glue.where("/groups", "name", "Contractors");
        String user = glue.where("/users", "email", "reader@sandbox.example")
                .get("id")
                .asText();
        glue.key.call(
                "PATCH",
                "/groups/" + group.get("id").asText(),
                Glue.one("groups", "'accounts_user_ids':[" + user + "]"));
        assertThat(reader.get("/passwords").get("data")).isEmpty();
        refused(reader.send("GET", "/passwords/" + glue.id("/passwords"), null));
        JsonNode shown =
                glue.key.get("/groups/" + group.get("id").asText() + "?include=users,resource_type_restrictions");
        assertThat(Glue.texts(shown.get("included"), "/type")).contains("users", "resource-type-restrictions");
    }

    @Test
    void logsAndTemplatesOfFlexibleAssetsAreForThoseWhoManage() {
        assertThat(glue.user("manager").status("GET", "/logs", null)).isEqualTo(200);
        glue.key.get("/passwords/" + glue.id("/passwords"));
        assertThat(glue.user("tech").get("/logs").get("data")).isEmpty();
        String type = glue.id("/flexible_asset_types");
        String body = Glue.one("flexible-asset-types", "'description':'x'").replace('\'', '"');
        refused(glue.user("tech").send("PATCH", "/flexible_asset_types/" + type, body));
        assertThat(glue.user("manager")
                        .send("PATCH", "/flexible_asset_types/" + type, body)
                        .statusCode())
                .isEqualTo(200);
        String admin =
                glue.where("/users", "email", "admin@sandbox.example").get("id").asText();
        String user = Glue.one("users", "'first-name':'X'").replace('\'', '"');
        refused(glue.user("manager").send("PATCH", "/users/" + admin, user));
    }

    @Test
    void aSignInGivesATokenForTwoHoursThatCanBeRenewed() {
        JsonNode login = glue.login("tech@sandbox.example", "sandbox");
        String token = login.get("token").asText();
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        assertThat(new String(claims, StandardCharsets.UTF_8)).contains("\"iss\":\"itglue.com\"", "bms.kaseya.com");
        Caller tech = Caller.raw(glue.sandbox.itGlue(), Glue.TYPE, "Authorization", "Bearer " + token);
        assertThat(tech.status("GET", "/organizations", null)).isEqualTo(200);
        clock.advance(Duration.ofHours(3));
        assertThat(tech.status("GET", "/organizations", null)).isEqualTo(401);
        JsonNode renewed = glue.control.get(
                "/jwt/token?refresh_token=" + login.get("refresh_token").asText());
        Caller again = Caller.raw(
                glue.sandbox.itGlue(),
                Glue.TYPE,
                "Authorization",
                "Bearer " + renewed.get("token").asText());
        assertThat(again.status("GET", "/organizations", null)).isEqualTo(200);
        assertThat(glue.login("tech@sandbox.example", "wrong").has("token")).isFalse();
        assertThat(glue.login("nobody@sandbox.example", "sandbox").has("token")).isFalse();
        assertThat(glue.login("dana.whitfield@tenonworks.example", "").has("token"))
                .isFalse();
    }
}
