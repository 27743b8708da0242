package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.FormData;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Files of tickets: listed, uploaded, renamed, downloaded. Tickets are the one module whose id is known. */
final class Attachments {
    private static final String ROOT = "/v2/system/attachments/{moduleId}/{objectId}";
    private static final String ONE = ROOT + "/{attachmentId}";

    private final Office office;
    private final Store store;
    private final AttachedFiles files;
    private final TicketWriter writer;

    Attachments(Office office, TicketWriter writer) {
        this.office = office;
        this.store = office.store();
        this.files = new AttachedFiles(office);
        this.writer = writer;
    }

    void addTo(Router routes) {
        routes.read(ROOT, office.answered(this::list));
        routes.read(ONE, office.answered(request -> Envelope.result(files.sheet.of(file(request)))));
        routes.read(ONE + "/download", office.answered(this::download));
        routes.write("POST", ROOT, office.answered(this::upload));
        routes.write("PUT", ONE, office.answered(this::rename));
        routes.write("DELETE", ONE, office.answered(this::delete));
        routes.write("DELETE", "/v2/system/attachments", office.answered(this::deleteMany));
        routes.write("POST", "/v2/system/attachments/{moduleId}", office.answered(this::wait));
        routes.write("DELETE", "/v2/system/attachments/temp", office.answered(this::forget));
    }

    private Row ticket(Request request) {
        if (!request.var("moduleId").equals(Guesses.TICKET_MODULE)) {
            throw Refusal.unknown("Module", request.var("moduleId"));
        }
        return office.ticket(request, request.var("objectId"));
    }

    private Row file(Request request) {
        Row ticket = ticket(request);
        return files.of(Guesses.TICKET_MODULE, ticket.id())
                .filter(row -> row.id().equals(request.var("attachmentId")))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("Attachment", request.var("attachmentId")));
    }

    private Response list(Request request) {
        Row ticket = ticket(request);
        return Selection.of(Criteria.of(request)).page(files.of(Guesses.TICKET_MODULE, ticket.id()), files.sheet);
    }

    private Response download(Request request) {
        Row file = file(request);
        byte[] content = Base64.getDecoder().decode(file.text("data"));
        String name = file.text("originalFileName").replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "_");
        return Response.file("application/octet-stream", content)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    private Response upload(Request request) {
        Row ticket = Office.open(ticket(request));
        int user = office.caller(request).id();
        List<FormData.Part> uploads = uploads(request, "formFile");
        List<ObjectNode> kept = uploads.stream()
                .map(upload -> files.keep(ticket, null, name(upload), upload.content(), user))
                .map(files.sheet::of)
                .toList();
        writer.touched(ticket, Json.object().path("statusId"), false, user);
        return Envelope.result(Json.array(kept.stream()));
    }

    private static String name(FormData.Part upload) {
        return upload.fileName().orElseThrow();
    }

    private static List<FormData.Part> uploads(Request request, String field) {
        List<FormData.Part> uploads = FormData.read(request).parts().stream()
                .filter(part -> part.fileName().isPresent() && part.name().equalsIgnoreCase(field))
                .toList();
        if (uploads.isEmpty()) {
            throw Refusal.invalid("The " + field + " field is required.");
        }
        return uploads;
    }

    private Response rename(Request request) {
        ObjectNode body = Fields.read(request.jsonObject(), List.of("name"));
        if (Row.text(body, "name").isBlank()) {
            throw Refusal.invalid("The Name field is required.");
        }
        store.update(AttachedFiles.TABLE, file(request), Json.object().put("aliasName", Row.text(body, "name")));
        return Envelope.done();
    }

    private Response delete(Request request) {
        store.delete(AttachedFiles.TABLE, file(request).id());
        return Envelope.done();
    }

    private Response deleteMany(Request request) {
        for (String id : request.query().anyCase("attachmentIds").orElse("").split("\\s*,\\s*")) {
            store.delete(
                    AttachedFiles.TABLE,
                    office.records().find(AttachedFiles.TABLE, "Attachment", id).id());
        }
        return Envelope.done();
    }

    private Response wait(Request request) {
        FormData.Part upload = uploads(request, "File").get(0);
        String name = name(upload);
        AttachedFiles.check(name, upload.content());
        int dot = name.lastIndexOf('.');
        String type = dot < 0 ? "" : name.substring(dot);
        String alias = UUID.nameUUIDFromBytes(
                        (name + store.now() + store.table(AttachedFiles.WAITING).size())
                                .getBytes(StandardCharsets.UTF_8))
                + type;
        ObjectNode view = Json.object().put("name", name).put("alias", alias);
        view.put("fileType", type).put("isUploadedToBlob", true);
        String data = Base64.getEncoder().encodeToString(upload.content());
        store.insert(AttachedFiles.WAITING, view.deepCopy().put("data", data));
        return Envelope.result(view);
    }

    /** The aliases stand in the body of the DELETE. */
    private Response forget(Request request) {
        for (JsonNode alias : request.json()) {
            store.table(AttachedFiles.WAITING).stream()
                    .filter(row -> row.text("alias").equals(alias.asText()))
                    .findFirst()
                    .ifPresent(row -> store.delete(AttachedFiles.WAITING, row.id()));
        }
        return Envelope.done();
    }
}
