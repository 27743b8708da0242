package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes of a ticket. */
final class Notes {
    static final String TABLE = "ticketnotes";
    private static final String ROOT = Tickets.ONE + "/notes";
    private static final List<String> INPUT = Fields.names("details isInternal typeId statusId noteDate");

    private final Office office;
    private final Store store;
    private final TicketWriter writer;
    private final AttachedFiles files;
    private final Records references;
    private final Sheet sheet;

    Notes(Office office, TicketWriter writer) {
        this.office = office;
        this.store = office.store();
        this.writer = writer;
        this.files = new AttachedFiles(office);
        this.references = new Records(store, Map.of("typeId", "notetypes", "statusId", "statuses"));
        Labels labels = office.labels()
                .with(
                        "typeName",
                        row -> store.table("notetypes").find(row.text("typeId")).map(type -> type.get("name")))
                .with("attachments", row -> Optional.of(files.ofNote(row)));
        this.sheet = new Sheet(
                labels,
                "id createdBy createdOn modifiedBy modifiedOn details isInternal=false typeId typeName createdByName "
                        + "createdByEmail modifiedByName attachments");
    }

    void addTo(Router routes) {
        routes.read(ROOT, office.answered(this::list));
        routes.read(ROOT + "/{noteId}", office.answered(request -> Envelope.result(sheet.of(note(request)))));
        routes.write("POST", ROOT, office.answered(this::post));
        routes.write("PUT", ROOT + "/{noteId}", office.answered(this::put));
        routes.write("DELETE", ROOT + "/{noteId}", office.answered(this::delete));
    }

    private Row note(Request request) {
        return office.child(TABLE, "Note", office.ticket(request), request.var("noteId"));
    }

    private Response list(Request request) {
        return Selection.of(Criteria.of(request)).list(TicketSheets.of(store, TABLE, office.ticket(request)), sheet);
    }

    private Response post(Request request) {
        Row ticket = office.openTicket(request);
        ObjectNode body = request.jsonObject();
        int user = office.caller(request).id();
        Row note = create(ticket, body, Fields.names("details isInternal typeId noteDate"), user);
        writer.touched(ticket, Fields.anyCase(body, "statusId"), !note.flag("isInternal"), user);
        files.embed(Fields.anyCase(body, "attachments"), ticket, note, request);
        files.adopt(Fields.anyCase(body, "tempAttachments"), ticket, note, request);
        return Envelope.result(sheet.of(note));
    }

    Row create(Row ticket, ObjectNode body, List<String> required, int user) {
        ObjectNode input = Fields.read(body, INPUT);
        references.check(input, required);
        return add(
                ticket,
                Row.text(input, "details"),
                input.path("isInternal").asBoolean(false),
                input.path("typeId").asInt(),
                user);
    }

    Row add(Row ticket, String details, boolean internal, int type, int user) {
        ObjectNode fields = Json.object().put("ticketId", Integer.parseInt(ticket.id()));
        fields.put("details", details).put("isInternal", internal).put("typeId", type);
        return store.insert(TABLE, fields.put("createdBy", user).put("modifiedBy", user));
    }

    private Response put(Request request) {
        Row ticket = office.openTicket(request);
        ObjectNode input = Fields.read(request.jsonObject(), INPUT);
        references.check(input, Fields.names("details isInternal typeId noteDate"));
        int user = office.caller(request).id();
        ObjectNode changes = Json.object().put("modifiedBy", user);
        for (String field : Fields.names("details isInternal typeId")) {
            changes.set(field, input.get(field));
        }
        Row note = store.update(TABLE, note(request), changes);
        writer.touched(ticket, input.path("statusId"), false, user);
        return Envelope.result(sheet.of(note));
    }

    private Response delete(Request request) {
        Row ticket = office.openTicket(request);
        store.delete(TABLE, note(request).id());
        JsonNode none = Json.object().path("statusId");
        writer.touched(ticket, none, false, office.caller(request).id());
        return Envelope.done();
    }
}
