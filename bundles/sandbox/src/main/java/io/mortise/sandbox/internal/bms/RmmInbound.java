package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an RMM pushes into BMS: its settings, alarms that become tickets, and which job came to what. */
final class RmmInbound {
    private static final String ROOT = "/v2/rmm/{integrationType}";
    private static final String SETTINGS = "rmmsettings";
    private static final List<String> INPUT = Fields.names(
            "name isEnabled username passwordOrToken targetUrl useAccessToken isAutoAccountPushEnabled "
                    + "isAssetNightlySyncEnabled isParentModeConfigEnabled parentModeRootOrg remoteControl defaultOptions");

    private final Office office;
    private final Store store;
    private final TicketWriter writer;
    private final Notes notes;
    private final RmmJobs jobs;
    private final RmmAccounts accounts;

    RmmInbound(Office office, TicketWriter writer, Notes notes, RmmJobs jobs, RmmAccounts accounts) {
        this.office = office;
        this.store = office.store();
        this.writer = writer;
        this.notes = notes;
        this.jobs = jobs;
        this.accounts = accounts;
    }

    void addTo(Router routes) {
        routes.read("/v2/rmm/integrations", office.answered(request -> integrations()));
        routes.read(ROOT, office.answered(request -> Envelope.result(shown(settings(request)))));
        routes.read(ROOT + "/status", office.answered(this::status));
        routes.write("POST", ROOT, office.answered(this::keep));
        routes.write("PUT", ROOT, office.answered(this::keep));
        routes.write("PATCH", ROOT, office.answered(this::patch));
        routes.write("POST", ROOT + "/tickets", jobs.each("tickets", this::open));
        routes.write("POST", ROOT + "/tickets/duplicate", jobs.each("tickets", this::repeat));
        routes.write("POST", ROOT + "/tickets/resolve", jobs.each("tickets", this::resolve));
        routes.read(ROOT + "/tickets/status/{jobId}", office.answered(jobs::shown));
    }

    static int type(Request request) {
        String type = request.var("integrationType").toLowerCase(Locale.ROOT);
        return type.startsWith("vsa") || type.equals(Integer.toString(Guesses.VSA)) ? Guesses.VSA : Guesses.CONTINUUM;
    }

    private Optional<Row> find(Request request) {
        return store.table(SETTINGS).find(Integer.toString(type(request)));
    }

    private ObjectNode settings(Request request) {
        return find(request).map(row -> row.fields().deepCopy()).orElseGet(() -> {
            ObjectNode fields = Json.object();
            for (String name : INPUT) {
                if (name.startsWith("is") || name.startsWith("use")) {
                    fields.put(name, false);
                } else {
                    fields.putNull(name);
                }
            }
            fields.putObject("remoteControl").put("isEnabled", false);
            fields.putObject("defaultOptions");
            return fields;
        });
    }

    /** The secret never comes back. */
    private static ObjectNode shown(ObjectNode settings) {
        return settings.putNull("passwordOrToken");
    }

    private Response integrations() {
        return Envelope.list(Json.array(store.table(SETTINGS).stream()
                .map(row -> Json.object()
                        .put("type", Integer.parseInt(row.id()))
                        .put("enabled", row.flag("isEnabled"))
                        .put("target", row.text("targetUrl"))
                        .put(
                                "enableRemoteConnect",
                                row.get("remoteControl").path("isEnabled").asBoolean())
                        .put("showServerAddressOnTicket", true))));
    }

    private Response status(Request request) {
        return Envelope.result(Json.object()
                .put("isEnabled", settings(request).path("isEnabled").asBoolean()));
    }

    private Response keep(Request request) {
        return kept(request, Fields.read(request.jsonObject(), INPUT));
    }

    private Response patch(Request request) {
        return kept(request, Records.patched(request.json(), INPUT));
    }

    private Response kept(Request request, ObjectNode changes) {
        ObjectNode fields = settings(request).setAll(changes);
        Instant now = store.now();
        Row row = store.insert(SETTINGS, Integer.toString(type(request)), fields, now, now);
        return Envelope.result(shown(row.fields().deepCopy()));
    }

    private int option(Request request, String name, String table, String usual) {
        JsonNode value = Fields.anyCase(settings(request).path("defaultOptions"), name);
        return value.canConvertToInt() && value.asInt() != 0 ? value.asInt() : new DeskLists(store).id(table, usual);
    }

    private Row alarmed(String reference) {
        return store.table(Tickets.TABLE)
                .with("alertRefId", reference)
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("Alert", reference));
    }

    private ObjectNode done(Row ticket, JsonNode item) {
        ObjectNode detail = jobs.detail(item).put("alertRefId", text(item, "alertRefId"));
        detail.put("ticketNumber", TicketSheets.number(ticket));
        return detail.put("ticketId", Integer.parseInt(ticket.id()));
    }

    private static String text(JsonNode item, String name) {
        return Row.text(Fields.read(item, List.of(name)), name);
    }

    /** An organization that BMS does not know becomes an account. */
    private ObjectNode open(Request request, JsonNode item) {
        Row account = accounts.named(Fields.anyCase(item, "organization"));
        ObjectNode fields = Json.object().put("title", text(item, "title")).put("details", text(item, "details"));
        fields.put("accountId", Integer.parseInt(account.id())).put("locationId", accounts.mainLocation(account));
        fields.put("statusId", option(request, "statusId", "statuses", "New"));
        fields.put("priorityId", option(request, "priorityId", "priorities", "Medium"));
        fields.put("queueId", option(request, "queueId", "queues", "Monitoring"));
        fields.put("typeId", option(request, "ticketTypeId", "tickettypes", "Alert"));
        fields.put("sourceId", option(request, "ticketSourceId", "ticketsources", "Monitoring System"));
        String opened = text(item, "openDate");
        fields.put(
                "openDate",
                opened.isEmpty()
                        ? store.now().toString()
                        : Lists.instant(opened).toString());
        JsonNode asset = Fields.anyCase(item, "asset");
        String agent = text(asset, "agentId").isEmpty() ? text(asset, "id") : text(asset, "agentId");
        fields.put("vsaAssetId", agent).put("integrationTypeId", type(request));
        accounts.assetOf(agent).ifPresent(row -> fields.put("hardwareAssetId", Integer.parseInt(row.id())));
        fields.put("alertRefId", text(item, "alertRefId")).put("rmmTicketReference", text(item, "alertRefId"));
        occurrences(fields, item, 1);
        return done(writer.create(fields, office.caller(request).id()), item);
    }

    private void occurrences(ObjectNode fields, JsonNode item, int before) {
        int count = Fields.anyCase(item, "duplicationCount").asInt(0);
        String last = text(item, "lastOccurence");
        fields.put("occurrenceCount", count > 0 ? count : before);
        fields.put(
                "lastOccurrenceDate",
                last.isEmpty() ? store.now().toString() : Lists.instant(last).toString());
    }

    private ObjectNode repeat(Request request, JsonNode item) {
        Row ticket = alarmed(text(item, "alertRefId"));
        ObjectNode changes = Json.object();
        occurrences(changes, item, ticket.get("occurrenceCount").asInt(1) + 1);
        boolean done = new Sla(store).kind(ticket.fields()) == Guesses.COMPLETED;
        if (done && Fields.anyCase(item, "reopenTicket").asBoolean(false)) {
            changes.put("statusId", option(request, "reopenStatusId", "statuses", "Re-Opened"));
        }
        return done(writer.change(ticket, changes, office.caller(request).id()), item);
    }

    private ObjectNode resolve(Request request, JsonNode item) {
        Row ticket = alarmed(text(item, "alertRefId"));
        int user = office.caller(request).id();
        int status = option(request, "resolutionStatusId", "statuses", "Completed");
        Row changed = writer.change(ticket, Json.object().put("statusId", status), user);
        int type = option(request, "ticketNoteTypeId", "notetypes", "Alert");
        notes.add(ticket, text(item, "resolutionNote"), false, type, user);
        return done(changed, item);
    }
}
