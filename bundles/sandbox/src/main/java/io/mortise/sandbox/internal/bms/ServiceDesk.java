package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;

/** The service desk put together, for the API and for a person in the screens. */
final class ServiceDesk {
    private final Office office;
    private final Store store;
    private final Documentation documentation;
    private final TicketSheets sheets;
    private final TicketWriter writer;
    private final TicketInput input;
    private final Notes notes;
    private final TimeLogs timeLogs;
    private final Deliveries deliveries;

    ServiceDesk(Office office, Documentation documentation) {
        this.office = office;
        this.store = office.store();
        this.documentation = documentation;
        this.sheets = new TicketSheets(store, office.labels());
        this.writer = new TicketWriter(office);
        this.input = new TicketInput(store);
        this.notes = new Notes(office, writer);
        this.timeLogs = new TimeLogs(office, writer);
        this.deliveries = new Deliveries(store, sheets.full);
        office.outbox().listen(deliveries);
    }

    void addTo(Router routes, Accounts accounts, Assets assets) {
        Jobs jobs = new Jobs(office);
        People people = new People(office);
        Tickets tickets = new Tickets(office, sheets, writer);
        tickets.addTo(routes);
        new TicketActions(office, writer, tickets, notes, jobs).addTo(routes);
        new TicketTabs(office, sheets, writer, people).addTo(routes);
        new TicketSync(office, sheets).addTo(routes);
        notes.addTo(routes);
        timeLogs.addTo(routes);
        new Expenses(office).addTo(routes);
        new Attachments(office, writer).addTo(routes);
        new CustomFields(office, writer).addTo(routes);
        new Checklists(office, writer, documentation).addTo(routes);
        new GlueBridge(office, documentation).addTo(routes);
        new DeskLookups(store, office.labels(), office.records()).addTo(routes);
        new Contracts(office).addTo(routes);
        new UserInfo(office).addTo(routes);
        people.addTo(routes);
        jobs.addTo(routes);
        new Webhooks(office, deliveries, jobs).addTo(routes);
        rmm(routes, accounts, assets);
    }

    private void rmm(Router routes, Accounts accounts, Assets assets) {
        RmmJobs jobs = new RmmJobs(office);
        RmmAccounts parties = new RmmAccounts(store, accounts);
        new RmmInbound(office, writer, notes, jobs, parties).addTo(routes);
        new RmmAssets(office, assets, jobs, parties).addTo(routes);
    }

    /** A person needs to say little: the screens fill in what is usual. */
    Row create(String type, ObjectNode fields) {
        if (type.equals(Tickets.TABLE)) {
            Row made = writer.create(ticket(fields), Views.API_USER);
            office.outbox().announce();
            return made;
        }
        Row ticket = office.records().find(Tickets.TABLE, "Ticket", Row.text(fields, "ticketId"));
        Row made = type.equals(Notes.TABLE) ? note(ticket, fields) : work(ticket, fields);
        writer.touched(ticket, Json.object().path("statusId"), false, Views.API_USER);
        office.outbox().announce();
        return made;
    }

    private ObjectNode ticket(ObjectNode fields) {
        usual(fields, "statusId", "statuses");
        usual(fields, "priorityId", "priorities");
        usual(fields, "queueId", "queues");
        usual(fields, "typeId", "tickettypes");
        usual(fields, "sourceId", "ticketsources");
        if (!fields.has("openDate")) {
            fields.put("openDate", store.now().toString());
        }
        if (!fields.has("details")) {
            fields.set("details", fields.path("title"));
        }
        if (!fields.has("locationId")) {
            store.table("locations").stream()
                    .filter(row -> row.flag("isMain") && row.text("accountId").equals(Row.text(fields, "accountId")))
                    .findFirst()
                    .ifPresent(row -> fields.put("locationId", Integer.parseInt(row.id())));
        }
        return input.checked(fields, Json.object(), TicketInput.REQUIRED);
    }

    private void usual(ObjectNode fields, String name, String table) {
        if (!fields.has(name)) {
            fields.set(
                    name, Sheet.id(store.table(table).rows().iterator().next().id()));
        }
    }

    private Row note(Row ticket, ObjectNode fields) {
        usual(fields, "typeId", "notetypes");
        return notes.create(ticket, fields, List.of("details"), Views.API_USER);
    }

    private Row work(Row ticket, ObjectNode fields) {
        usual(fields, "workTypeId", "worktypes");
        usual(fields, "roleId", "roles");
        TimeLogs.span(fields);
        fields.put("userId", fields.path("userId").asInt(Views.API_USER));
        return timeLogs.add(ticket, fields.put("createdBy", Views.API_USER));
    }

    Row change(String type, Row row, ObjectNode changes) {
        if (type.equals(Tickets.TABLE)) {
            Row changed = writer.change(row, input.checked(changes, row.fields(), List.of()), Views.API_USER);
            office.outbox().announce();
            return changed;
        }
        Row changed = store.update(type, row, changes);
        store.table(Tickets.TABLE)
                .find(row.text("ticketId"))
                .ifPresent(ticket -> writer.touched(ticket, Json.object().path("statusId"), false, Views.API_USER));
        office.outbox().announce();
        return changed;
    }

    void delete(Row ticket) {
        writer.delete(ticket);
        office.outbox().announce();
    }
}
