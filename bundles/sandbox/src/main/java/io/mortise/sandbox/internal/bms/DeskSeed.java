package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.Incident;
import io.mortise.sandbox.internal.world.Incidents;
import io.mortise.sandbox.internal.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Enters what happened in the world as tickets, with what was written and done about them. */
final class DeskSeed {
    private static final String[] TABLES = {
        "tickets " + TicketSheets.FIRST,
        "ticketnotes 701001",
        "timelogs 801001",
        "expenses 91001",
        "attachments 95001",
        "tempattachments 1",
        "checklistitems 5000000001",
        "ticketlogs 11000001",
        "relatedtickets 97001",
        "jobs 1101",
        "webhooks 301",
        "webhookdeliveries 1",
        "rmmjobs 660001",
        "rmmsettings 1",
        "rmmmappings 1",
        "contracts 13001"
    };
    private static final List<String> TASKS =
            List.of("Ask for details", "Check backup", "Do the change", "Test with the user", "Update documentation");
    private static final String SCREENSHOT = "Screenshot of the error, as text: 0x%x";

    private final Store store;
    private final World world;
    private final Places places;
    private final Sla sla;
    private final DeskLists lists;
    private final Map<String, IntNode> ids = new HashMap<>();
    private final Map<Integer, IntNode> contracts = new HashMap<>();
    private final List<IntNode> technicians;
    private final Map<String, TextNode> texts = new HashMap<>();

    /** What the seeding of the accounts knows: where a company, person or machine of the world was entered. */
    interface Places {
        Integer account(int company);

        Integer contact(int company, int person);

        Integer location(int company, int person, int machine);

        Integer asset(int company, int machine);

        String agent(int company, int machine);
    }

    DeskSeed(Store store, World world, Places places) {
        this.store = store;
        this.world = world;
        this.places = places;
        this.sla = new Sla(store);
        this.lists = new DeskLists(store);
        for (String table : TABLES) {
            String[] parts = table.split(" ");
            store.define(parts[0], parts[1]);
        }
        lists.plant();
        this.technicians = store.table("employees").stream()
                .filter(row -> row.text("jobTitle").matches(".*(Technician|Engineer).*"))
                .map(row -> IntNode.valueOf(Integer.parseInt(row.id())))
                .toList();
    }

    void plant() {
        for (int i = 0; i < world.companies().size(); i++) {
            if (places.account(i) != null) {
                contract(i, places.account(i));
            }
        }
        new Incidents(world).stream().forEach(this::enter);
    }

    private void contract(int company, int account) {
        String code = world.companies().get(company).code();
        boolean managed = company % 3 > 0;
        ObjectNode fields = Json.object()
                .put("accountId", account)
                .put("contractName", managed ? "Managed Services" : "Block of Hours");
        fields.put("contractNumber", code + "-" + (2024 + company % 3))
                .put("contractType", managed ? "Recurring" : "Prepaid");
        fields.put("contractBillingPrice", 450.0 + company * 35)
                .put("status", "Active")
                .put("billingCycle", "Monthly");
        fields.set("slaId", id("slas", managed && company % 2 == 0 ? "Premium" : "Standard"));
        fields.put("isDefault", true).put("isActive", true);
        fields.put("startDate", "2025-01-01T00:00:00Z").put("endDate", "2027-12-31T00:00:00Z");
        Row row = store.insert("contracts", fields, World.BORN, World.BORN);
        contracts.put(company, IntNode.valueOf(Integer.parseInt(row.id())));
    }

    private IntNode id(String table, String name) {
        return ids.computeIfAbsent(table + "/" + name, key -> IntNode.valueOf(lists.id(table, name)));
    }

    private IntNode technician(int dice) {
        return technicians.get(Math.floorMod(dice, technicians.size()));
    }

    /** The same words recur in thousands of tickets; each is kept once. */
    private TextNode text(String text) {
        return texts.size() < 10_000 ? texts.computeIfAbsent(text, TextNode::valueOf) : TextNode.valueOf(text);
    }

    private void enter(Incident incident) {
        ObjectNode ticket = Json.object();
        ticket.set("title", text(incident.title()));
        ticket.set("details", text(incident.details()));
        parties(ticket, incident);
        kinds(ticket, incident);
        times(ticket, incident);
        if (incident.dice() % 5 == 0) {
            custom(ticket, incident.dice());
        }
        Instant last = last(incident);
        Row row = store.insert(Tickets.TABLE, ticket, incident.opened(), last);
        IntNode id = IntNode.valueOf(Integer.parseInt(row.id()));
        int number = 0;
        for (Incident.Entry entry : incident.entries()) {
            entry(row, id, incident, entry, number++);
        }
        extras(row, incident);
    }

    private static Instant last(Incident incident) {
        Instant last = incident.closed() == null ? incident.opened() : incident.closed();
        for (Incident.Entry entry : incident.entries()) {
            last = entry.at().isAfter(last) ? entry.at() : last;
        }
        return last;
    }

    private void parties(ObjectNode ticket, Incident incident) {
        int company = incident.company();
        ticket.put("accountId", places.account(company));
        ticket.put("locationId", places.location(company, incident.person(), incident.machine()));
        Integer contact = places.contact(company, incident.person());
        if (contact != null) {
            ticket.put("contactId", contact);
        }
        Integer asset = places.asset(company, incident.machine());
        if (asset != null) {
            ticket.put("hardwareAssetId", asset);
        }
        if (!incident.rmm().isEmpty()) {
            boolean vsa = incident.rmm().equals("vsa");
            ticket.put("integrationTypeId", vsa ? Guesses.VSA : Guesses.CONTINUUM);
            ticket.put("rmmTicketReference", (vsa ? "VSA-" : "C-") + (1_000_000 + incident.dice() % 8_999_999));
            if (vsa) {
                ticket.put("vsaAssetId", places.agent(company, incident.machine()));
            }
            ticket.put("occurrenceCount", incident.occurrences())
                    .put("lastOccurrenceDate", last(incident).toString());
        }
        if (incident.dice() % 3 == 0) {
            ticket.set("contractId", contracts.get(company));
        }
    }

    private void kinds(ObjectNode ticket, Incident incident) {
        int dice = incident.dice();
        boolean alarm = !incident.rmm().isEmpty();
        boolean open = incident.closed() == null;
        String[] priorities = {"Medium", "Medium", "Low", "High", "Medium", "Critical", "Low", "High"};
        String[] waiting = {"New", "Assigned", "In Progress", "Waiting Customer", "Waiting Vendor", "Scheduled"};
        String status =
                open ? waiting[dice / 7 % waiting.length] : dice % 17 == 0 ? "Closed - No Response" : "Completed";
        ticket.set("statusId", id("statuses", status));
        ticket.set("priorityId", id("priorities", priorities[dice / 11 % priorities.length]));
        ticket.set("queueId", id("queues", alarm ? "Monitoring" : dice % 6 == 0 ? "Level 2" : "Service Desk"));
        ticket.set("typeId", id("tickettypes", alarm ? "Alert" : dice % 4 == 0 ? "Service Request" : "Incident"));
        String[] sources = {"Email", "Phone", "Client Portal", "Email", "Phone", "In Person"};
        ticket.set("sourceId", id("ticketsources", alarm ? "Monitoring System" : sources[dice / 13 % sources.length]));
        ticket.set("issueTypeId", id("issuetypes", incident.issue()));
        ticket.set("subIssueTypeId", id("issuesubtypes", incident.subIssue()));
        ticket.set("workTypeId", id("worktypes", "Remote Support"));
        if (dice % 9 > 0) {
            ticket.set("slaId", id("slas", dice % 4 == 0 ? "Premium" : "Standard"));
        }
        if (!status.equals("New")) {
            ticket.set("assigneeId", technician(dice / 3));
        }
        creator(ticket, incident);
    }

    private void creator(ObjectNode ticket, Incident incident) {
        boolean portal = incident.rmm().isEmpty() && incident.dice() % 3 == 1 && ticket.has("contactId");
        ticket.set(
                "createdBy",
                incident.rmm().isEmpty() ? technician(incident.dice() / 5) : IntNode.valueOf(Views.API_USER));
        if (portal) {
            store.table("contacts")
                    .find(Row.text(ticket, "contactId"))
                    .ifPresent(row -> ticket.set("createdByName", Labels.fullName(row)));
        }
        if (incident.dice() % 12 == 0 && ticket.has("contactId")) {
            store.table("contacts")
                    .find(Row.text(ticket, "contactId"))
                    .ifPresent(row -> ticket.putArray("cCs")
                            .addObject()
                            .put("id", Integer.parseInt(row.id()))
                            .put(
                                    "emailAddress",
                                    Labels.main(row, "emails", "emailAddress")
                                            .map(e -> e.asText())
                                            .orElse(""))
                            .put("fullName", Labels.fullName(row).asText())
                            .put("entityType", 0));
        }
        if (incident.dice() % 15 == 0) {
            IntNode second = technician(incident.dice() / 3 + 1);
            Row employee = store.table("employees").find(second.asText()).orElseThrow();
            ticket.putArray("secondaryAssignees")
                    .addObject()
                    .put("userId", second.asInt())
                    .put("fullName", Labels.fullName(employee).asText());
        }
    }

    private void times(ObjectNode ticket, Incident incident) {
        String opened = incident.opened().toString();
        TextNode open = TextNode.valueOf(opened);
        for (String field : List.of("openDate", "lastPriorityUpdate", "lastQueueUpdate")) {
            ticket.set(field, open);
        }
        TextNode last = TextNode.valueOf(last(incident).toString());
        ticket.set("lastActivityUpdate", last);
        ticket.set("lastStatusUpdate", last);
        if (incident.dice() % 3 == 0) {
            ticket.put("dueDate", incident.opened().plusSeconds(3 * 86_400).toString());
        }
        if (ticket.has("slaId")) {
            sla.plan(ticket);
        }
        if (!incident.entries().isEmpty()) {
            sla.responded(ticket, incident.entries().get(0).at());
        }
        if (incident.closed() != null) {
            sla.done(ticket, incident.closed());
        } else if (sla.kind(ticket) == Guesses.WAITING) {
            ticket.put("isSLAPaused", 1).set("slaLastPausedTime", last);
        }
        ticket.put("slaStatusEnum", sla.stage(ticket));
    }

    private void custom(ObjectNode ticket, int dice) {
        ObjectNode custom = ticket.putObject("custom");
        custom.put("3101", "PO-" + (10_000 + dice % 80_000));
        custom.put("3102", List.of("One user", "One site", "Everybody").get(dice % 3));
    }

    private void entry(Row ticket, IntNode ticketId, Incident incident, Incident.Entry entry, int number) {
        ObjectNode fields = Json.object();
        fields.set("ticketId", ticketId);
        IntNode who = technician(number == 0 ? incident.dice() / 3 : entry.dice());
        fields.set("createdBy", who);
        if (entry.minutes() == 0) {
            fields.set("details", text(entry.text()));
            fields.put("isInternal", entry.internal());
            fields.set("typeId", id("notetypes", entry.dice() % 4 == 0 ? "Phone Call" : "General"));
            store.insert(Notes.TABLE, fields, entry.at(), entry.at());
        } else {
            work(ticket, entry, fields, who);
        }
    }

    private void work(Row ticket, Incident.Entry entry, ObjectNode fields, IntNode who) {
        LocalTime start =
                entry.at().atOffset(ZoneOffset.UTC).toLocalTime().truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        LocalTime end = start.plusMinutes(entry.minutes());
        boolean overMidnight = end.isBefore(start);
        fields.set("startDate", text(entry.at().toString().substring(0, 10) + "T00:00:00Z"));
        fields.set("startTime", text(clock(overMidnight ? start.minusMinutes(entry.minutes()) : start)));
        fields.set("endTime", text(clock(overMidnight ? start : end)));
        fields.put("timespent", Math.round(entry.minutes() / 60.0 * 100) / 100.0);
        fields.set("notes", text(entry.text()));
        fields.set("userId", who);
        fields.set("accountId", ticket.get("accountId"));
        fields.set("workTypeId", id("worktypes", entry.dice() % 6 == 0 ? "On Site Support" : "Remote Support"));
        fields.set("roleId", id("roles", "Help Desk Technician"));
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
    private void extras(Row ticket, Incident incident) {
        int dice = incident.dice() / 19;
        int id = Integer.parseInt(ticket.id());
        Instant at = last(incident);
        if (dice % 23 == 0) {
            byte[] content = String.format(SCREENSHOT, dice).getBytes(StandardCharsets.UTF_8);
            ObjectNode file = AttachedFiles.file(
                    "error-" + dice % 1000 + ".txt",
                    Base64.getEncoder().encodeToString(content),
                    technician(dice).asInt());
            store.insert(AttachedFiles.TABLE, file.put("moduleId", 22).put("objectId", id), at, at);
        }
        for (int i = 0; dice % 14 == 0 && i < 2 + dice / 14 % 4; i++) {
            boolean done = incident.closed() != null || i == 0;
            ObjectNode item =
                    Json.object().put("ticketId", id).put("order", i + 1).put("isCompleted", done);
            item.set("name", text(TASKS.get(i)));
            item.set("createdBy", technician(dice));
            if (done) {
                item.set("completedBy", technician(dice));
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
            expense.set("userId", technician(dice));
            expense.set("createdBy", technician(dice));
            expense.set("expenseTypeId", id("expensetypes", "Hardware"));
            store.insert(Expenses.TABLE, expense, at, at);
        }
    }
}
