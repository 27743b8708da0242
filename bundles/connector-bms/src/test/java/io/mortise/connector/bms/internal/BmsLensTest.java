package io.mortise.connector.bms.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mortise.connector.Fault;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.tck.Desk;
import io.mortise.connector.tck.LensLaws;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.ChecklistItem;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Organization;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import io.mortise.model.TimeLog;
import io.mortise.sandbox.Sandbox;
import io.mortise.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class BmsLensTest extends LensLaws {
    private static final Map<String, String> TABLES = Map.of(
            "organization",
            "accounts",
            "contact",
            "contacts",
            "configuration",
            "hardwareassets",
            "ticket",
            "tickets",
            "checklistItem",
            "checklistitems",
            "ticketNote",
            "ticketnotes",
            "timeLog",
            "timelogs");
    /**
     * What a save moves and what the clock of the service desk makes of a status; and the computer's name, which a put
     * can hold and no answer of BMS shows, so that nobody can put it back.
     */
    private static final Pattern MOVING = Pattern.compile(
            "modified.*|last.*Update|actual.*|sla.*(Time|Enum)|isSLAPaused|hasMetSLA|computerName|completedBy");

    private static final Map<EntityType, Mapping> MAPPINGS = Map.of(
            Organization.TYPE, Organizations.MAPPING,
            Contact.TYPE, Contacts.MAPPING,
            Configuration.TYPE, AssetFields.ALL,
            Ticket.TYPE, TicketFields.ALL,
            ChecklistItem.TYPE, ChecklistItems.MAPPING,
            TicketNote.TYPE, TicketNotes.MAPPING,
            TimeLog.TYPE, TimeLogs.MAPPING);

    /** A sub-issue type goes with the issue type that it was of, so that one is left alone. */
    private static final Map<Field<?>, List<?>> ONLY =
            Map.of(Configuration.MANUFACTURER, List.of("Dell", "Lenovo", "HP"), Ticket.ISSUE_TYPE, List.of());

    private static final Set<Field<?>> FREE =
            Set.of(Ticket.CONTACT, Ticket.CONFIGURATION, Ticket.CONTRACT, Ticket.WORK_TYPE, Ticket.DUE_DATE);

    private static Sandbox sandbox;
    private static Tenant tenant;

    @BeforeContainer
    static void start() throws IOException, Fault {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.1).withSpeed(100_000));
        String url = sandbox.bms().toString();
        tenant = Tenant.open(
                new BmsConnector(), Map.of("url", url, "tenant", "Sandbox", "user", "api", "password", "sandbox"));
        unlock();
    }

    /** BMS takes no change of time that is approved, billed or posted. */
    private static void unlock() {
        Desk desk = Desk.at(sandbox.bms());
        String path = "/_sandbox/records/timelogs";
        for (Json log : Json.read(desk.send("GET", path + "?limit=5000", "").getBytes(UTF_8))
                .at("items")
                .items())
            desk.send(
                    "PATCH",
                    path + "/" + log.at("id").text().orElseThrow(),
                    "{\"isApproved\": false, \"isBilled\": false, \"isPosted\": false}");
    }

    @AfterContainer
    static void stop() throws IOException {
        sandbox.close();
    }

    @Override
    protected Tenant tenant() {
        return tenant;
    }

    @Override
    @SuppressWarnings("unchecked") // texts of text fields
    protected <T> Optional<List<T>> only(EntityType type, Field<T> field) {
        return Optional.ofNullable((List<T>) ONLY.get(field));
    }

    /** A record always is at some location of its account, and BMS needs most of a ticket. */
    @Override
    protected boolean canBeNone(EntityType type, Field<?> field) {
        if (type.equals(TimeLog.TYPE)) return field.equals(TimeLog.NOTES) || field.equals(TimeLog.INTERNAL_NOTES);
        if (type.equals(TicketNote.TYPE)) return field.equals(TicketNote.KIND);
        return type.equals(Ticket.TYPE) ? FREE.contains(field) : !field.equals(Contact.LOCATION);
    }

    @Override
    protected Map<String, String> unknown(EntityType type, String id) {
        String path = "/_sandbox/records/" + TABLES.get(type.name()) + "/" + id.replaceFirst(".*/", "");
        Json row = Json.read(Desk.at(sandbox.bms()).send("GET", path, "").getBytes(UTF_8))
                .at("fields");
        Map<String, String> unknown = new TreeMap<>();
        for (String name : row.names())
            if (MAPPINGS.get(type).field(name).isEmpty()
                    && !MOVING.matcher(name).matches())
                unknown.put(name, new String(row.at(name).bytes(), UTF_8));
        return unknown;
    }
}
