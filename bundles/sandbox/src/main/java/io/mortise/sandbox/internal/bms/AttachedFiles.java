package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** Files as they are kept: on a ticket, perhaps with one of its notes, or waiting under an alias. */
final class AttachedFiles {
    static final String TABLE = "attachments";
    static final String WAITING = "tempattachments";

    private final Office office;
    private final Store store;
    final Sheet sheet;

    AttachedFiles(Office office) {
        this.office = office;
        this.store = office.store();
        Labels labels = office.labels()
                .with("url", row -> Optional.of(TextNode.valueOf(path(row))))
                .with("webUrl", row -> Optional.of(TextNode.valueOf("/v2/" + path(row))))
                .with(
                        "createdByName",
                        row -> store.table("employees")
                                .find(row.text("createdById"))
                                .map(Labels::fullName));
        this.sheet = new Sheet(
                labels,
                "id originalFileName aliasName fileType objectId=0 moduleId=22 url webUrl createdById createdByName "
                        + "createdOn isUploadedToBlob=true");
    }

    private static String path(Row row) {
        return "system/attachments/" + row.text("moduleId") + "/" + row.text("objectId") + "/" + row.id() + "/download";
    }

    Stream<Row> of(String module, String object) {
        return store.table(TABLE)
                .with("objectId", object)
                .filter(row -> row.text("moduleId").equals(module));
    }

    JsonNode ofNote(Row note) {
        return Json.array(store.table(TABLE).with("noteId", note.id()).map(sheet::of));
    }

    Row keep(Row ticket, Row note, String fileName, byte[] content, int user) {
        check(fileName, content);
        ObjectNode fields = file(fileName, Base64.getEncoder().encodeToString(content), user);
        return keep(fields, ticket, note);
    }

    private Row keep(ObjectNode fields, Row ticket, Row note) {
        fields.put("moduleId", Integer.parseInt(Guesses.TICKET_MODULE)).put("objectId", Integer.parseInt(ticket.id()));
        if (note != null) {
            fields.put("noteId", Integer.parseInt(note.id()));
        }
        return store.insert(TABLE, fields);
    }

    static void check(String fileName, byte[] content) {
        if (content.length > Guesses.MEGABYTES_PER_FILE << 20) {
            throw Refusal.invalid(fileName + " is larger than the maximum of " + Guesses.MEGABYTES_PER_FILE + " MB.");
        }
        if (fileName.isBlank() || content.length == 0) {
            throw Refusal.invalid("The file is empty or has no name.");
        }
    }

    static ObjectNode file(String fileName, String base64, int user) {
        int dot = fileName.lastIndexOf('.');
        ObjectNode fields = Json.object().put("originalFileName", fileName).put("aliasName", fileName);
        fields.put("fileType", dot < 0 ? "" : fileName.substring(dot));
        return fields.put("createdById", user).put("data", base64);
    }

    /** Files that were uploaded before what they belong to was there. */
    void adopt(JsonNode aliases, Row ticket, Row note, Request request) {
        for (JsonNode each : aliases) {
            String alias = Row.text(Fields.read(each, Fields.names("alias")), "alias");
            Row waiting = store.table(WAITING).stream()
                    .filter(row -> row.text("alias").equals(alias))
                    .findFirst()
                    .orElseThrow(() -> Refusal.unknown("Temporary attachment", alias));
            keep(
                    file(
                            waiting.text("name"),
                            waiting.text("data"),
                            office.caller(request).id()),
                    ticket,
                    note);
            store.delete(WAITING, waiting.id());
        }
    }

    void embed(JsonNode attachments, Row ticket, Row note, Request request) {
        for (JsonNode each : attachments) {
            ObjectNode file = Fields.read(each, Fields.names("name base64Data"));
            try {
                byte[] content = Base64.getDecoder().decode(Row.text(file, "base64Data"));
                keep(
                        ticket,
                        note,
                        Row.text(file, "name"),
                        content,
                        office.caller(request).id());
            } catch (IllegalArgumentException e) {
                throw Refusal.invalid("The Base64Data of " + Row.text(file, "name") + " is not valid.");
            }
        }
    }
}
