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
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Work on tickets: per ticket, and as a feed over all of them. */
final class TimeLogs {
    static final String TABLE = "timelogs";
    private static final String ROOT = Tickets.ONE + "/timelogs";
    private static final List<String> INPUT =
            Fields.names("startDate startTime endTime timespent notes internalNotes workTypeId roleId statusId userId");
    private static final List<String> REQUIRED = Fields.names("startDate startTime endTime workTypeId roleId");

    private static final DateTimeFormatter WITH_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Office office;
    private final Store store;
    private final TicketWriter writer;
    private final Records references;
    private final Sheet entry;
    private final Sheet log;

    TimeLogs(Office office, TicketWriter writer) {
        this.office = office;
        this.store = office.store();
        this.writer = writer;
        this.references = new Records(
                store,
                Map.of("workTypeId", "worktypes", "roleId", "roles", "statusId", "statuses", "userId", "employees"));
        Labels labels = office.labels()
                .with("weekStart", row -> weekDay(row, 0))
                .with("weekEnd", row -> weekDay(row, 6))
                .with("approved", row -> Optional.of(row.get("isApproved")))
                .with("billed", row -> Optional.of(row.get("isBilled")))
                .with("posted", row -> Optional.of(row.get("isPosted")));
        this.entry = new Sheet(
                labels,
                "id createdBy createdOn modifiedBy modifiedOn startDate startTime endTime timespent=0.0 notes userId "
                        + "internalNotes approved=false billed=false posted=false workTypeId roleId employeeName timeSpentBy "
                        + "workTypeName roleName weekStart weekEnd customFields=[]");
        this.log = new Sheet(
                labels,
                "id createdBy createdOn modifiedBy modifiedOn timespent=0.0 overTimeSpent=0.0 timesheetId=0 weekStart "
                        + "weekEnd timeEntrySourceId=" + Guesses.TICKET_WORK + " ticketId projectId userId firstName "
                        + "lastName roleId role workTypeId workType notes internalNotes accountId accountName isPosted=false "
                        + "isApproved=false isBilled=false isBillable=true startDate startTime endTime createdByName "
                        + "modifiedByName");
    }

    void addTo(Router routes) {
        routes.read("/v2/timelogs", office.answered(this::feed));
        routes.read(ROOT, office.answered(this::list));
        routes.read(ROOT + "/{timeEntryId}", office.answered(request -> Envelope.result(entry.of(log(request)))));
        routes.write("POST", ROOT, office.answered(this::post));
        routes.write("PUT", ROOT + "/{timeEntryId}", office.answered(this::put));
        routes.write("DELETE", ROOT + "/{timeEntryId}", office.answered(this::delete));
    }

    private Response feed(Request request) {
        Criteria criteria = Criteria.of(request);
        boolean tickets = criteria.filter("TimeEntrySourceId")
                .map(source -> source.equals(Integer.toString(Guesses.TICKET_WORK)))
                .orElse(true);
        boolean any = tickets && criteria.filter("ProjectId").isEmpty();
        return Selection.of(criteria)
                .keep(row -> any)
                .keep(office.visible(office.caller(request)))
                .ids("TicketId", "ticketId")
                .ids("UserId", "userId")
                .ids("AccountId", "accountId")
                .flag("IsPosted", "isPosted")
                .flag("IsApproved", "isApproved")
                .flag("IsBilled", "isBilled")
                .flag("IsBillable", "isBillable")
                .range("StartDate", row -> row.text("startDate"))
                .moved("CreatedOn", Row::createdAt)
                .moved("ModifiedOn", Row::updatedAt)
                .page(store.table(TABLE).stream(), log);
    }

    private Row log(Request request) {
        return office.child(TABLE, "Time log", office.ticket(request), request.var("timeEntryId"));
    }

    private Response list(Request request) {
        return Selection.of(Criteria.of(request)).list(TicketSheets.of(store, TABLE, office.ticket(request)), entry);
    }

    private Response post(Request request) {
        Row ticket = office.openTicket(request);
        int user = office.caller(request).id();
        ObjectNode fields = read(request, user);
        ObjectNode status = Json.object();
        status.set("statusId", fields.remove("statusId"));
        Row row = add(ticket, fields.put("createdBy", user));
        writer.touched(ticket, status.path("statusId"), true, user);
        return Envelope.result(entry.of(row));
    }

    Row add(Row ticket, ObjectNode fields) {
        fields.put("ticketId", Integer.parseInt(ticket.id()));
        fields.set("accountId", ticket.get("accountId"));
        return store.insert(TABLE, fields.put("isBillable", true));
    }

    private ObjectNode read(Request request, int user) {
        ObjectNode fields = Fields.read(request.jsonObject(), INPUT);
        references.check(fields, REQUIRED);
        span(fields);
        if (fields.path("userId").asInt(0) == 0) {
            fields.put("userId", user);
        }
        return fields.put("modifiedBy", user);
    }

    static void span(ObjectNode fields) {
        try {
            LocalDate day = LocalDate.parse(Row.text(fields, "startDate").substring(0, 10));
            LocalTime start = LocalTime.parse(Row.text(fields, "startTime"));
            LocalTime end = LocalTime.parse(Row.text(fields, "endTime"));
            if (end.isBefore(start)) {
                throw Refusal.invalid("EndTime must not be before StartTime.");
            }
            fields.put("startDate", day + "T00:00:00Z")
                    .put("startTime", text(start))
                    .put("endTime", text(end));
            if (fields.path("timespent").asDouble(0) == 0) {
                long minutes = Duration.between(start, end).toMinutes();
                fields.put("timespent", Math.round(minutes / 60.0 * 100) / 100.0);
            }
        } catch (DateTimeException | StringIndexOutOfBoundsException e) {
            throw Refusal.invalid("StartDate, StartTime or EndTime is not valid.");
        }
    }

    private static Optional<JsonNode> weekDay(Row row, int day) {
        LocalDate start = LocalDate.parse(row.text("startDate").substring(0, 10));
        LocalDate week = start.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        return Optional.of(TextNode.valueOf(week.plusDays(day) + "T00:00:00Z"));
    }

    private static String text(LocalTime time) {
        return time.format(WITH_SECONDS);
    }

    private Row unlocked(Request request) {
        Row row = log(request);
        for (String flag : Fields.names("isPosted isApproved isBilled")) {
            if (row.flag(flag)) {
                throw Refusal.invalid("Time log " + row.id() + " is locked: it is approved, posted or billed.");
            }
        }
        return row;
    }

    private Response put(Request request) {
        Row ticket = office.openTicket(request);
        int user = office.caller(request).id();
        ObjectNode fields = read(request, user);
        fields.remove("statusId");
        Fields.blank(fields, Fields.names("notes internalNotes"));
        Row row = store.update(TABLE, unlocked(request), fields);
        writer.touched(ticket, Json.object().path("statusId"), false, user);
        return Envelope.result(entry.of(row));
    }

    private Response delete(Request request) {
        Row ticket = office.openTicket(request);
        store.delete(TABLE, unlocked(request).id());
        writer.touched(
                ticket,
                Json.object().path("statusId"),
                false,
                office.caller(request).id());
        return Envelope.done();
    }
}
