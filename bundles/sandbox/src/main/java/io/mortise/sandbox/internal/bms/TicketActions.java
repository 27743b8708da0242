package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.ArrayList;
import java.util.List;

/** What is done to tickets by a button: assign, resolve, merge, and changes to many at once. */
final class TicketActions {
    private final Office office;
    private final Store store;
    private final TicketInput input;
    private final TicketWriter writer;
    private final Tickets tickets;
    private final Notes notes;
    private final Jobs jobs;

    TicketActions(Office office, TicketWriter writer, Tickets tickets, Notes notes, Jobs jobs) {
        this.office = office;
        this.store = office.store();
        this.input = new TicketInput(store);
        this.writer = writer;
        this.tickets = tickets;
        this.notes = notes;
        this.jobs = jobs;
    }

    void addTo(Router routes) {
        routes.write("POST", Tickets.ONE + "/assignticket", office.answered(this::assign));
        routes.write("POST", Tickets.ONE + "/resolve", office.answered(this::resolve));
        routes.write("POST", Tickets.ROOT + "/merge", office.answered(this::merge));
        routes.write("PATCH", Tickets.ROOT, office.answered(this::patchMany));
        routes.write("DELETE", Tickets.ROOT, office.answered(this::deleteMany));
    }

    private Response assign(Request request) {
        Row ticket = office.openTicket(request);
        ObjectNode body = request.jsonObject();
        ObjectNode changes = Fields.read(body, Fields.names("assigneeId queueId statusId secondaryAssignees"));
        changes.properties().removeIf(entry -> entry.getValue().isNull());
        int user = office.caller(request).id();
        Row note = notes.create(ticket, body, Fields.names("details isInternal typeId statusId noteDate"), user);
        writer.change(ticket, input.checked(changes, ticket.fields(), List.of()), user);
        new AttachedFiles(office).adopt(Fields.anyCase(body, "tempAttachments"), ticket, note, request);
        return Envelope.done();
    }

    private Response resolve(Request request) {
        Row ticket = office.openTicket(request);
        ObjectNode body = Fields.read(request.jsonObject(), Fields.names("comment statusId isInternal"));
        if (Row.text(body, "comment").isBlank()) {
            throw Refusal.invalid("The Comment field is required.");
        }
        int status = body.path("statusId").asInt(0);
        int done = status == 0 ? new DeskLists(store).id("statuses", "Completed") : status;
        int user = office.caller(request).id();
        ObjectNode changes = input.checked(Json.object().put("statusId", done), ticket.fields(), List.of());
        Row changed = writer.change(ticket, changes, user);
        notes.add(
                ticket,
                Row.text(body, "comment"),
                body.path("isInternal").asBoolean(false),
                new DeskLists(store).id("notetypes", "Resolution"),
                user);
        return tickets.shown(changed);
    }

    /** The merged tickets stay, read-only and completed; what hangs on them moves to the one that stays open. */
    private Response merge(Request request) {
        ObjectNode body =
                Fields.read(request.jsonObject(), Fields.names("destinationTicketId sourceTicketIds isMerge"));
        Row target = office.records().find(Tickets.TABLE, "Ticket", Row.text(body, "destinationTicketId"));
        int user = office.caller(request).id();
        int done = new DeskLists(store).id("statuses", "Completed");
        for (JsonNode id : body.path("sourceTicketIds")) {
            Row source = office.records().find(Tickets.TABLE, "Ticket", id.asText());
            for (Row note : TicketSheets.all(store, Notes.TABLE, source)) {
                store.update(Notes.TABLE, note, Json.object().put("ticketId", Integer.parseInt(target.id())));
            }
            ObjectNode changes = Json.object().put("statusId", done).put("isReadOnly", true);
            writer.change(source, changes, user);
        }
        writer.touched(target, Json.object().path("statusId"), false, user);
        return Envelope.result(Json.object().put("jobId", jobs.done("Merge tickets")));
    }

    private Response patchMany(Request request) {
        ObjectNode body = request.jsonObject();
        ObjectNode changes =
                Fields.read(body, Fields.names("assigneeId queueId issueTypeId subIssueTypeId statusId priorityId"));
        ObjectNode other = Fields.read(body, Fields.names("ticketTypeId ticketSourceId"));
        other.properties()
                .forEach(entry ->
                        changes.set(entry.getKey().equals("ticketTypeId") ? "typeId" : "sourceId", entry.getValue()));
        changes.properties().removeIf(entry -> entry.getValue().isNull());
        int user = office.caller(request).id();
        for (Row ticket : targets(body)) {
            writer.change(ticket, input.checked(changes.deepCopy(), ticket.fields(), List.of()), user);
        }
        return Envelope.result(TextNode.valueOf(jobs.done("Update tickets")));
    }

    private Response deleteMany(Request request) {
        targets(request.jsonObject()).forEach(writer::delete);
        return Envelope.result(TextNode.valueOf(jobs.done("Delete tickets")));
    }

    private List<Row> targets(ObjectNode body) {
        List<Row> targets = new ArrayList<>();
        for (JsonNode id : Fields.anyCase(body, "targetedIds")) {
            targets.add(office.records().find(Tickets.TABLE, "Ticket", id.asText()));
        }
        return targets;
    }
}
