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
import java.time.Instant;
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

    private final Store store;
    private final World world;
    private final Places places;
    private final Sla sla;
    private final Map<Integer, IntNode> contracts = new HashMap<>();
    private final SeedValues values;
    private final ActivitySeed activity;

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
        for (String table : TABLES) {
            String[] parts = table.split(" ");
            store.define(parts[0], parts[1]);
        }
        new DeskLists(store).plant();
        this.values = new SeedValues(store);
        this.activity = new ActivitySeed(store, values);
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
        fields.set("slaId", values.id("slas", managed && company % 2 == 0 ? "Premium" : "Standard"));
        fields.put("isDefault", true).put("isActive", true);
        fields.put("startDate", "2025-01-01T00:00:00Z").put("endDate", "2027-12-31T00:00:00Z");
        Row row = store.insert("contracts", fields, World.BORN, World.BORN);
        contracts.put(company, IntNode.valueOf(Integer.parseInt(row.id())));
    }

    private void enter(Incident incident) {
        ObjectNode ticket = Json.object();
        ticket.set("title", values.text(incident.title()));
        ticket.set("details", values.text(incident.details()));
        parties(ticket, incident);
        kinds(ticket, incident);
        times(ticket, incident);
        if (incident.dice() % 5 == 0) {
            custom(ticket, incident.dice());
        }
        Instant last = last(incident);
        Row row = store.insert(Tickets.TABLE, ticket, incident.opened(), last);
        activity.plant(row, incident, last);
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
        ticket.set("statusId", values.id("statuses", status));
        ticket.set("priorityId", values.id("priorities", priorities[dice / 11 % priorities.length]));
        ticket.set("queueId", values.id("queues", alarm ? "Monitoring" : dice % 6 == 0 ? "Level 2" : "Service Desk"));
        ticket.set(
                "typeId", values.id("tickettypes", alarm ? "Alert" : dice % 4 == 0 ? "Service Request" : "Incident"));
        String[] sources = {"Email", "Phone", "Client Portal", "Email", "Phone", "In Person"};
        ticket.set(
                "sourceId",
                values.id("ticketsources", alarm ? "Monitoring System" : sources[dice / 13 % sources.length]));
        ticket.set("issueTypeId", values.id("issuetypes", incident.issue()));
        ticket.set("subIssueTypeId", values.id("issuesubtypes", incident.subIssue()));
        ticket.set("workTypeId", values.id("worktypes", "Remote Support"));
        if (dice % 9 > 0) {
            ticket.set("slaId", values.id("slas", dice % 4 == 0 ? "Premium" : "Standard"));
        }
        if (!status.equals("New")) {
            ticket.set("assigneeId", values.technician(dice / 3));
        }
        creator(ticket, incident);
    }

    private void creator(ObjectNode ticket, Incident incident) {
        boolean portal = incident.rmm().isEmpty() && incident.dice() % 3 == 1 && ticket.has("contactId");
        ticket.set(
                "createdBy",
                incident.rmm().isEmpty() ? values.technician(incident.dice() / 5) : IntNode.valueOf(Views.API_USER));
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
            IntNode second = values.technician(incident.dice() / 3 + 1);
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
}
