package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes and changes tickets, with all that BMS does by itself then: times, SLA, history, the note of an assignment. */
final class TicketWriter {
    private static final Map<String, String> STAMPS =
            Map.of("priorityId", "lastPriorityUpdate", "queueId", "lastQueueUpdate");
    private static final Set<String> PLANNED = Set.of("slaId", "priorityId", "openDate");

    private final Office office;
    private final Store store;
    private final Sla sla;

    TicketWriter(Office office) {
        this.office = office;
        this.store = office.store();
        this.sla = new Sla(store);
    }

    Row create(ObjectNode fields, int user) {
        String now = store.now().toString();
        for (String stamp : Fields.names("lastActivityUpdate lastStatusUpdate lastPriorityUpdate lastQueueUpdate")) {
            fields.put(stamp, now);
        }
        fields.put("createdBy", user).put("modifiedBy", user);
        contract(fields);
        sla.plan(fields);
        if (sla.kind(fields) == Guesses.COMPLETED) {
            sla.done(fields, store.now());
        }
        fields.put("slaStatusEnum", sla.stage(fields));
        Row ticket = store.insert(Tickets.TABLE, fields);
        log(ticket, "Created", "Ticket was created");
        office.outbox().happened(Guesses.TICKET_CREATED, ticket);
        return ticket;
    }

    private void contract(ObjectNode fields) {
        JsonNode flag = fields.remove("useDefaultContract");
        boolean asked = flag != null && flag.asBoolean();
        if (asked && !fields.hasNonNull("contractId")) {
            store.table("contracts").stream()
                    .filter(row ->
                            row.flag("isDefault") && row.text("accountId").equals(Row.text(fields, "accountId")))
                    .findFirst()
                    .ifPresent(row -> fields.put("contractId", Integer.parseInt(row.id())));
        }
        if (!fields.has("slaId")) {
            JsonNode id = store.table("contracts")
                    .find(Row.text(fields, "contractId"))
                    .map(row -> row.get("slaId"))
                    .orElseGet(() -> Sheet.id(
                            store.table("slas").rows().iterator().next().id()));
            fields.set("slaId", id);
        }
    }

    Row change(Row ticket, ObjectNode changes, int user) {
        Instant now = store.now();
        ObjectNode after = ticket.fields().deepCopy().setAll(changes);
        List<String> changed = changes.properties().stream()
                .filter(entry -> !same(ticket.get(entry.getKey()), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        changed.stream().filter(STAMPS::containsKey).forEach(field -> after.put(STAMPS.get(field), now.toString()));
        if (changed.stream().anyMatch(PLANNED::contains)) {
            sla.plan(after);
        }
        if (changed.contains("statusId")) {
            sla.moved(after, sla.kind(ticket.fields()), now);
        }
        after.put("lastActivityUpdate", now.toString()).put("modifiedBy", user);
        Row row = store.update(Tickets.TABLE, ticket, after);
        changed.forEach(field -> log(ticket, "Updated", Records.pascal(field) + " changed"));
        if (changed.contains("assigneeId") && after.hasNonNull("assigneeId")) {
            assignment(ticket, after, user);
        }
        office.outbox().happened(Guesses.TICKET_UPDATED, row);
        return row;
    }

    private static boolean same(JsonNode before, JsonNode after) {
        boolean none = before.isMissingNode() || before.isNull();
        return none && after.isNull() || before.equals(after);
    }

    private void assignment(Row ticket, ObjectNode after, int user) {
        String text = "Ticket has been assigned to " + name(Row.text(after, "assigneeId")) + " by "
                + name(Integer.toString(user));
        ObjectNode note = Json.object().put("ticketId", Integer.parseInt(ticket.id()));
        note.put("details", text).put("isInternal", true).put("createdBy", user).put("modifiedBy", user);
        note.put("typeId", new DeskLists(store).id("notetypes", "Assignment"));
        store.insert(Notes.TABLE, note);
    }

    private String name(String employee) {
        return store.table("employees")
                .find(employee)
                .map(row -> Labels.fullName(row).asText())
                .orElse("");
    }

    /** Something was added to the ticket: it counts as activity, and may bring a new status. */
    Row touched(Row ticket, JsonNode statusId, boolean response, int user) {
        ObjectNode changes = Json.object();
        if (statusId.canConvertToInt() && statusId.asInt() != 0) {
            changes.set("statusId", statusId);
        }
        if (response) {
            ObjectNode answered = ticket.fields().deepCopy();
            sla.responded(answered, store.now());
            for (String field : Fields.names("firstResponseActualTime actualFirstResponseMinutes")) {
                changes.set(field, answered.get(field));
            }
        }
        return change(ticket, changes, user);
    }

    void delete(Row ticket) {
        for (String table : Tickets.CHILDREN) {
            TicketSheets.all(store, table, ticket).forEach(row -> store.delete(table, row.id()));
        }
        store.delete(Tickets.TABLE, ticket.id());
        office.outbox().happened(Guesses.TICKET_DELETED, ticket);
    }

    private void log(Row ticket, String action, String details) {
        ObjectNode entry = Json.object().put("ticketId", Integer.parseInt(ticket.id()));
        store.insert(
                "ticketlogs",
                entry.put("source", "Ticket").put("action", action).put("details", details));
    }

    ObjectNode slaInfo(Row ticket) {
        return sla.info(ticket, office.labels());
    }
}
