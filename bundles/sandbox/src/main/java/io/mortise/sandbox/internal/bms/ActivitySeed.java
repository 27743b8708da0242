package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.Incident;
import io.mortise.sandbox.internal.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/** Enters what was done about a ticket: notes, work, and for some a file, a checklist or an expense. */
final class ActivitySeed {
    private static final List<String> TASKS =
            List.of("Ask for details", "Check backup", "Do the change", "Test with the user", "Update documentation");
    private static final String SCREENSHOT = "Screenshot of the error, as text: 0x%x";

    private final Store store;
    private final SeedValues values;

    ActivitySeed(Store store, SeedValues values) {
        this.store = store;
        this.values = values;
    }

    void plant(Row ticket, Incident incident, Instant last) {
        IntNode id = IntNode.valueOf(Integer.parseInt(ticket.id()));
        int number = 0;
        for (Incident.Entry entry : incident.entries()) {
            entry(ticket, id, incident, entry, number++);
        }
        extras(ticket, incident, last);
    }

    private void entry(Row ticket, IntNode ticketId, Incident incident, Incident.Entry entry, int number) {
        ObjectNode fields = Json.object();
        fields.set("ticketId", ticketId);
        IntNode who = values.technician(number == 0 ? incident.dice() / 3 : entry.dice());
        fields.set("createdBy", who);
        if (entry.minutes() == 0) {
            fields.set("details", values.text(entry.text()));
            fields.put("isInternal", entry.internal());
            fields.set("typeId", values.id("notetypes", entry.dice() % 4 == 0 ? "Phone Call" : "General"));
            store.insert(Notes.TABLE, fields, entry.at(), entry.at());
        } else {
            work(ticket, entry, fields, who);
        }
    }

    private void work(Row ticket, Incident.Entry entry, ObjectNode fields, IntNode who) {
        LocalTime start = entry.at().atOffset(ZoneOffset.UTC).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        LocalTime end = start.plusMinutes(entry.minutes());
        boolean overMidnight = end.isBefore(start);
        fields.set("startDate", values.text(entry.at().toString().substring(0, 10) + "T00:00:00Z"));
        fields.set("startTime", values.text(clock(overMidnight ? start.minusMinutes(entry.minutes()) : start)));
        fields.set("endTime", values.text(clock(overMidnight ? start : end)));
        fields.put("timespent", Math.round(entry.minutes() / 60.0 * 100) / 100.0);
        fields.set("notes", values.text(entry.text()));
        fields.set("userId", who);
        fields.set("accountId", ticket.get("accountId"));
        fields.set("workTypeId", values.id("worktypes", entry.dice() % 6 == 0 ? "On Site Support" : "Remote Support"));
        fields.set("roleId", values.id("roles", "Help Desk Technician"));
        boolean settled = entry.at().isBefore(World.BORN.minusSeconds(45 * 86_400L));
        if (settled) {
            fields.put("isPosted", true).put("isApproved", true).put("isBilled", entry.dice() % 3 > 0);
        }
        store.insert(TimeLogs.TABLE, fields.put("isBillable", entry.dice() % 5 > 0), entry.at(), entry.at());
    }

    private static String clock(LocalTime time) {
        return time.format(DateTimeFormatter.ISO_LOCAL_TIME);
    }

    /** Some tickets have a file, a checklist or an expense. */
    private void extras(Row ticket, Incident incident, Instant at) {
        int dice = incident.dice() / 19;
        int id = Integer.parseInt(ticket.id());
        if (dice % 23 == 0) {
            byte[] content = String.format(SCREENSHOT, dice).getBytes(StandardCharsets.UTF_8);
            ObjectNode file = AttachedFiles.file(
                    "error-" + dice % 1000 + ".txt",
                    Base64.getEncoder().encodeToString(content),
                    values.technician(dice).asInt());
            store.insert(AttachedFiles.TABLE, file.put("moduleId", 22).put("objectId", id), at, at);
        }
        for (int i = 0; dice % 14 == 0 && i < 2 + dice / 14 % 4; i++) {
            boolean done = incident.closed() != null || i == 0;
            ObjectNode item =
                    Json.object().put("ticketId", id).put("order", i + 1).put("isCompleted", done);
            item.set("name", values.text(TASKS.get(i)));
            item.set("createdBy", values.technician(dice));
            if (done) {
                item.set("completedBy", values.technician(dice));
                item.put("completedOn", at.toString());
            }
            store.insert(Checklists.TABLE, item, incident.opened(), at);
        }
        if (dice % 31 == 0) {
            double amount = 20 + dice % 400 / 4.0;
            ObjectNode expense =
                    Json.object().put("ticketId", id).put("amount", amount).put("totalAmount", amount);
            expense.put("amountSpent", amount)
                    .put("total", amount)
                    .put("unitPrice", amount)
                    .put("balanceDue", amount);
            expense.put("purchaseDate", at.toString())
                    .put("date", at.toString())
                    .put("notes", "Spare part");
            expense.set("userId", values.technician(dice));
            expense.set("createdBy", values.technician(dice));
            expense.set("expenseTypeId", values.id("expensetypes", "Hardware"));
            store.insert(Expenses.TABLE, expense, at, at);
        }
    }
}
