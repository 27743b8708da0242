package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.bms.Documentation.Task;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Comparator;
import java.util.List;

/** The checklist of a ticket: one flat list of items, some from the templates of IT Glue. */
final class Checklists {
    static final String TABLE = "checklistitems";
    private static final String ROOT = Tickets.ONE + "/checklistitems";
    private static final List<String> INPUT = Fields.names("name description order isCompleted");

    private final Office office;
    private final Store store;
    private final TicketWriter writer;
    private final Documentation documentation;
    private final Sheet sheet;

    Checklists(Office office, TicketWriter writer, Documentation documentation) {
        this.office = office;
        this.store = office.store();
        this.writer = writer;
        this.documentation = documentation;
        this.sheet = new Sheet(
                office.labels(),
                "id createdBy createdOn modifiedBy modifiedOn name description order=0 isCompleted=false completedBy "
                        + "completedByName completedOn");
    }

    void addTo(Router routes) {
        routes.read(
                ROOT,
                office.answered(request -> Envelope.list(
                        Json.array(items(office.ticket(request)).stream().map(sheet::of)))));
        routes.write("POST", ROOT, office.answered(this::post));
        routes.write("DELETE", ROOT, office.answered(this::clear));
        routes.write("PUT", ROOT + "/{itemId}", office.answered(this::put));
        routes.write("DELETE", ROOT + "/{itemId}", office.answered(this::delete));
        routes.write("POST", ROOT + "/{checklistId}", office.answered(this::addTemplate));
        routes.write("POST", Tickets.ONE + "/checklist", office.answered(this::saveTemplate));
    }

    private List<Row> items(Row ticket) {
        return TicketSheets.of(store, TABLE, ticket)
                .sorted(Comparator.comparingInt(row -> row.get("order").asInt()))
                .toList();
    }

    private Row item(Request request) {
        return office.child(TABLE, "Checklist item", office.ticket(request), request.var("itemId"));
    }

    private ObjectNode read(Request request) {
        ObjectNode fields = Fields.read(request.jsonObject(), INPUT);
        if (Row.text(fields, "name").isBlank()) {
            throw Refusal.invalid("The Name field is required.");
        }
        return fields;
    }

    private Response post(Request request) {
        Row ticket = office.openTicket(request);
        ObjectNode fields = read(request);
        fields.remove("isCompleted");
        if (!fields.path("order").canConvertToInt() || fields.get("order").asInt() == 0) {
            fields.put("order", next(ticket));
        }
        return Envelope.result(sheet.of(add(request, ticket, fields)));
    }

    private int next(Row ticket) {
        List<Row> items = items(ticket);
        return items.isEmpty() ? 1 : items.get(items.size() - 1).get("order").asInt() + 1;
    }

    private Row add(Request request, Row ticket, ObjectNode fields) {
        int user = office.caller(request).id();
        fields.put("ticketId", Integer.parseInt(ticket.id())).put("isCompleted", false);
        Row row = store.insert(TABLE, fields.put("createdBy", user).put("modifiedBy", user));
        writer.touched(ticket, Json.object().path("statusId"), false, user);
        return row;
    }

    private Response put(Request request) {
        Row ticket = office.openTicket(request);
        Row item = item(request);
        int user = office.caller(request).id();
        ObjectNode fields = read(request).put("modifiedBy", user);
        boolean done = fields.path("isCompleted").asBoolean(false);
        fields.put("isCompleted", done).put("order", fields.path("order").asInt(0));
        if (done && !item.flag("isCompleted")) {
            fields.put("completedBy", user).put("completedOn", store.now().toString());
        } else if (!done) {
            fields.putNull("completedBy").putNull("completedOn");
        }
        Fields.blank(fields, List.of("description"));
        Row changed = store.update(TABLE, item, fields);
        writer.touched(ticket, Json.object().path("statusId"), false, user);
        return Envelope.result(sheet.of(changed));
    }

    private Response delete(Request request) {
        office.openTicket(request);
        store.delete(TABLE, item(request).id());
        return Envelope.done();
    }

    private Response clear(Request request) {
        items(office.openTicket(request)).forEach(row -> store.delete(TABLE, row.id()));
        return Envelope.done();
    }

    /** Answers the tasks of the template, not the items that they became. */
    private Response addTemplate(Request request) {
        Row ticket = office.openTicket(request);
        String id = request.var("checklistId");
        List<Task> tasks = documentation.tasks(id).orElseThrow(() -> Refusal.unknown("Checklist", id));
        int order = next(ticket);
        for (Task task : tasks) {
            ObjectNode fields = Json.object().put("name", task.name()).put("description", task.description());
            add(request, ticket, fields.put("order", order++));
        }
        return Envelope.list(Json.array(tasks.stream().map(Checklists::task)));
    }

    static JsonNode task(Task task) {
        ObjectNode view = Json.object();
        view.set("id", Sheet.id(task.id()));
        view.put("name", task.name()).put("description", task.description());
        return view.put("order", task.order());
    }

    static JsonNode template(Documentation.Template template) {
        ObjectNode view = Json.object();
        view.set("id", Sheet.id(template.id()));
        view.put("name", template.name()).put("description", template.description());
        view.put("createdByName", template.createdBy());
        return view.put("createdOn", template.createdOn()).put("updatedOn", template.updatedOn());
    }

    private Response saveTemplate(Request request) {
        Row ticket = office.ticket(request);
        ObjectNode body = Fields.read(request.jsonObject(), INPUT);
        if (Row.text(body, "name").isBlank()) {
            throw Refusal.invalid("The Name field is required.");
        }
        List<Task> tasks = items(ticket).stream()
                .map(row -> new Task(
                        row.id(),
                        row.text("name"),
                        row.text("description"),
                        row.get("order").asInt()))
                .toList();
        Documentation.Template saved = documentation.save(
                Row.text(body, "name"),
                Row.text(body, "description"),
                office.caller(request).name(),
                tasks);
        ObjectNode view = Json.object();
        view.set("checklist", template(saved));
        view.set(
                "tasks",
                Json.array(
                        documentation.tasks(saved.id()).orElse(tasks).stream().map(Checklists::task)));
        return Envelope.result(view);
    }
}
