package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Related items and attachments of IT Glue. */
class ItGlueLinkTest {
    private static final String TEXT = "Serial 12345, bought in May.\n";

    private static Glue glue;
    private static String machine;
    private static String contact;

    @BeforeAll
    static void start() throws IOException {
        glue = Glue.start();
        machine = glue.id("/configurations?sort=-id");
        contact = glue.id("/contacts?sort=-id");
    }

    @AfterAll
    static void stop() throws IOException {
        glue.close();
    }

    private static String below(String what) {
        return "/configurations/" + machine + "/relationships/" + what;
    }

    private static String toContact(String id) {
        return Glue.one(
                "related_items", "'destination_type':'Contact','destination_id':'" + id + "','notes':'Uses it'");
    }

    private static JsonNode related(String path) {
        return glue.key.get(path + "?include=related_items").get("included");
    }

    private static JsonNode fromContact(String id) {
        for (JsonNode item : related("/contacts/" + contact)) {
            if (item.get("id").asText().equals(id)) {
                return item.get("attributes");
            }
        }
        throw new AssertionError("The contact does not show " + id);
    }

    @Test
    void c21_aRelatedItemIsSeenFromBothEndsEditedAndDeleted() {
        JsonNode made = glue.key.call("POST", below("related_items"), toContact(contact));
        String id = made.at("/data/id").asText();
        JsonNode here = related("/configurations/" + machine);
        assertThat(Glue.ids(here)).contains(id);
        JsonNode there = fromContact(id);
        assertThat(there.get("asset-type").asText()).isEqualTo("configuration");
        assertThat(there.get("resource-type-name").asText()).isEqualTo("Configuration");
        assertThat(there.get("resource-id").asText()).isEqualTo(machine);
        assertThat(made.at("/data/attributes/asset-type").asText()).isEqualTo("contact");
        assertThat(made.at("/data/attributes/notes").asText()).isEqualTo("Uses it");
        glue.key.call("PATCH", below("related_items/" + id), Glue.one("related-items", "'notes':'Owns it'"));
        assertThat(fromContact(id).get("notes").asText()).isEqualTo("Owns it");
        String doomed = Glue.many(Glue.item("related_items", "'id':" + id));
        assertThat(glue.key.status("DELETE", below("related_items"), doomed)).isEqualTo(200);
        assertThat(Glue.ids(related("/contacts/" + contact))).doesNotContain(id);
    }

    @Test
    void c21_aDuplicateAStrangerAndAWrongWordAreRefusedAndNothingIsListed() {
        String other = glue.id("/contacts");
        assertThat(glue.key.status("POST", below("related_items"), toContact(other)))
                .isEqualTo(201);
        assertThat(glue.key.status("POST", below("related_items"), toContact(other)))
                .isEqualTo(422);
        assertThat(glue.key.status("POST", below("related_items"), toContact("1")))
                .isEqualTo(422);
        String plural = toContact(contact).replace("Contact", "contacts");
        assertThat(glue.key.status("POST", below("related_items"), plural)).isEqualTo(422);
        assertThat(glue.key.status("GET", below("related_items"), null)).isEqualTo(404);
        String organization = glue.id("/organizations");
        assertThat(glue.key.status(
                        "POST", "/organizations/" + organization + "/relationships/related_items", toContact(contact)))
                .isEqualTo(404);
    }

    @Test
    void relatedItemsComeWithOneRecordOnly() {
        assertThat(glue.key.status("GET", "/configurations?include=related_items", null))
                .isEqualTo(400);
    }

    @Test
    void aFolderOfDocumentsIsRelatedUnderItsOwnWord() {
        String organization = glue.id("/organizations");
        String folder = glue.id("/organizations/" + organization + "/relationships/document_folders");
        assertThat(glue.key.status("POST", "/folders/" + folder + "/relationships/related_items", toContact(contact)))
                .isEqualTo(201);
        String back =
                Glue.one("related_items", "'destination_type':'Document Folder','destination_id':'" + folder + "'");
        assertThat(glue.key.status("POST", below("related_items"), back)).isEqualTo(201);
    }

    @Test
    void whatAFlexibleAssetTagsShowsThatAssetAsATag() {
        String type =
                glue.where("/flexible_asset_types", "name", "Backup").get("id").asText();
        JsonNode asset = glue.first("/flexible_assets?filter[flexible-asset-type-id]=" + type);
        JsonNode server = asset.at("/attributes/traits/protected-servers/values/0");
        JsonNode tags = related("/configurations/" + server.get("id").asText());
        assertThat(tags)
                .anyMatch(row -> row.get("type").asText().equals("tags")
                        && row.at("/attributes/tagged-from").asText().equals("Protected Servers"));
    }

    private static JsonNode attach(String content) {
        String file = "'attachment':{'content':'" + content + "','file_name':'purchase note.TXT'}";
        return glue.key.call("POST", below("attachments"), Glue.one("attachments", file));
    }

    private static void isTheFile(JsonNode attachment) {
        JsonNode attributes = attachment.get("attributes");
        assertThat(attributes.get("attachment-file-size").asInt()).isEqualTo(TEXT.length());
        assertThat(attributes.get("ext").asText()).isEqualTo("txt");
        assertThat(attributes.get("attachment-content-type").asText()).isEqualTo("text/plain");
        var file = glue.key.send("GET", attributes.get("download-url").asText(), null);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(TEXT);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment; filename=");
        assertThat(glue.control.status("GET", attributes.get("download-url").asText(), null))
                .isEqualTo(403);
    }

    @Test
    void c20_aFileGoesThereAndBackAndIsRenamedAndDeleted() {
        String content = Base64.getEncoder().encodeToString(TEXT.getBytes(StandardCharsets.UTF_8));
        JsonNode made = attach(content).get("data");
        isTheFile(made);
        String id = made.get("id").asText();
        JsonNode renamed = glue.key.call(
                "PATCH", below("attachments/" + id), Glue.one("attachments", "'name':'Order of the server'"));
        assertThat(renamed.at("/data/attributes/name").asText()).isEqualTo("Order of the server");
        assertThat(renamed.at("/data/attributes/attachment-file-name").asText()).isEqualTo("purchase note.TXT");
        JsonNode with = glue.key.get("/configurations/" + machine + "?include=attachments");
        assertThat(Glue.ids(with.get("included"))).contains(id);
        String doomed = Glue.many(Glue.item("attachments", "'id':" + id));
        assertThat(glue.key.status("DELETE", below("attachments"), doomed)).isEqualTo(200);
        assertThat(glue.key.status("GET", "/attachments/" + id + "/download", null))
                .isEqualTo(404);
    }

    @Test
    void c20_brokenContentAndOrganizationsAreRefused() {
        assertThat(attach("not base64!").at("/errors/0/status").asInt()).isEqualTo(422);
        assertThat(attach("QUJD\\nREVG").at("/errors/0/status").asInt()).isEqualTo(422);
        String organization = "/organizations/" + glue.id("/organizations") + "/relationships/attachments";
        assertThat(glue.key.status("POST", organization, Glue.one("attachments", "'attachment':{}")))
                .isEqualTo(404);
    }

    @Test
    void c02_aFormCarriesAFileToo() {
        Caller form = Caller.raw(
                glue.sandbox.itGlue(), "multipart/form-data; boundary=----frontier", "x-api-key", "ITG.sandbox");
        String body = String.join(
                "\r\n",
                List.of(
                        "------frontier",
                        "Content-Disposition: form-data; name=\"data[type]\"",
                        "",
                        "attachments",
                        "------frontier",
                        "Content-Disposition: form-data; name=\"data[attributes][attachment]\"; filename=\"note.txt\"",
                        "Content-Type: text/plain",
                        "",
                        TEXT,
                        "------frontier--",
                        ""));
        var answer = form.send("POST", below("attachments"), body);
        assertThat(answer.statusCode()).isEqualTo(201);
        isTheFile(Caller.json(answer).get("data"));
    }
}
