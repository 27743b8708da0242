package io.mortise.connector.bms.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Rows;
import io.mortise.connector.http.Sight;
import io.mortise.connector.http.Writable;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import io.mortise.model.TimeLog;
import io.mortise.model.User;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Time spent on tickets; the list has that of projects too, which is left out. A log's id here names its ticket as well. */
final class TimeLogs {
    private static final String LIST = "/v2/timelogs";
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

    static final Mapping MAPPING = Mapping.empty()
            .shown(
                    TimeLog.TICKET,
                    "TicketId",
                    row -> Ids.read(row.at("TicketId").plain()).map(id -> Ref.to(Ticket.TYPE, id)))
            .ref(TimeLog.USER, "UserId", User.TYPE)
            .shown(TimeLog.WHO, "LastName", TimeLogs::who)
            .day(TimeLog.DATE, "StartDate", "T00:00:00Z")
            .both(TimeLog.START_TIME, "StartTime", row -> time(row.at("StartTime")), SECONDS::format)
            .both(TimeLog.END_TIME, "EndTime", row -> time(row.at("EndTime")), SECONDS::format)
            .both(TimeLog.DURATION, "Timespent", row -> Hours.read(row.at("Timespent")), Hours::write)
            .text(TimeLog.NOTES, "Notes")
            .text(TimeLog.INTERNAL_NOTES, "InternalNotes")
            .choice(TimeLog.WORK_TYPE, "WorkTypeId", "WorkType")
            .choice(TimeLog.ROLE, "RoleId", "Role")
            .flag(TimeLog.BILLABLE, "IsBillable")
            .shown(TimeLog.APPROVED, "IsApproved", row -> flag(row, "IsApproved"))
            .shown(TimeLog.BILLED, "IsBilled", row -> flag(row, "IsBilled"))
            .shown(TimeLog.POSTED, "IsPosted", row -> flag(row, "IsPosted"))
            .shown(TimeLog.LOCKED, "IsPosted", row -> Optional.of(isLocked(row)))
            .shownMoment(TimeLog.CHANGED, "ModifiedOn");

    private static final Writable CHANGED = Writable.of(
            TimeLog.TYPE,
            TimeLog.DATE,
            TimeLog.START_TIME,
            TimeLog.END_TIME,
            TimeLog.DURATION,
            TimeLog.NOTES,
            TimeLog.INTERNAL_NOTES,
            TimeLog.WORK_TYPE,
            TimeLog.ROLE);

    private static final Writable NEW = CHANGED.and(TimeLog.TICKET, TimeLog.USER);

    private final Bms bms;
    private final Lists lists;
    private final Feeds feeds;
    private final Sight sight = new Sight(TimeLog.TYPE, TimeLogs::id, Seen::changedAt, this::observe);

    TimeLogs(Bms bms, Lists lists, Connection c) {
        this.bms = bms;
        this.lists = lists;
        this.feeds = Feeds.plain(bms, c.clock(), LIST, this::ofTickets);
    }

    Lane lane() {
        return Lane.of(TimeLog.TYPE)
                .feeds(feeds.sweep(), feeds.changes())
                .fetch(this::fetch)
                .create(NEW.only(this::create), NEW.array())
                .update(CHANGED.only(this::update), CHANGED.array())
                .needs(
                        TimeLog.TICKET,
                        TimeLog.DATE,
                        TimeLog.START_TIME,
                        TimeLog.END_TIME,
                        TimeLog.WORK_TYPE,
                        TimeLog.ROLE)
                .find(this::find, TimeLog.TICKET, TimeLog.DATE, TimeLog.START_TIME, TimeLog.END_TIME, TimeLog.USER)
                .choices(TimeLog.WORK_TYPE, any -> lists.choices(Lists.WORK_TYPES))
                .choices(TimeLog.ROLE, any -> lists.choices(Lists.ROLES));
    }

    /** What is saved comes back under other names than in the list, so it is looked at there. */
    private Observation create(Write w) throws Fault {
        String ticket = w.fields().get(TimeLog.TICKET).orElseThrow().id();
        Request request = Request.of("POST", "/v2/servicedesk/tickets/{ticket}/timelogs", ticket);
        Json saved = bms.write(request, MAPPING.write(w.fields()), MAPPING);
        return Observation.hint(TimeLog.TYPE, ticket + "/" + Seen.id(saved));
    }

    /** It can only be put whole, so what is new is laid over what is there. */
    private Observation update(Write w) throws Fault {
        String id = w.id().orElseThrow();
        Fields now = MAPPING.read(row(id), unread -> {});
        Fields whole = now.overlaid(w.fields()).only(NEW.fields());
        String[] parts = id.split("/", 2);
        Request request = Request.of("PUT", "/v2/servicedesk/tickets/{ticket}/timelogs/{log}", parts[0], parts[1]);
        bms.write(request, MAPPING.write(whole), MAPPING);
        return Observation.hint(TimeLog.TYPE, id);
    }

    private List<Observation> find(Fields like) throws Fault {
        Optional<Ref> ticket = like.get(TimeLog.TICKET);
        if (ticket.isEmpty()) return List.of();
        Request list = Request.get(LIST).query("Filter.TicketId", ticket.get().id());
        return ofTickets(Rows.all(page -> bms.rows(list, page, Feeds.PAGE))).stream()
                .filter(seen -> List.of(TimeLog.DATE, TimeLog.START_TIME, TimeLog.END_TIME, TimeLog.USER).stream()
                        .allMatch(field -> !like.mentions(field)
                                || seen.fields().get(field).equals(like.get(field))))
                .toList();
    }

    private List<Observation> ofTickets(List<Json> rows) {
        return sight.list(rows.stream().filter(row -> id(row).isPresent()).toList());
    }

    private Observation fetch(String id) throws Fault {
        return sight.fetched(row(id));
    }

    private Json row(String id) throws Fault {
        Request list = Request.get(LIST).query("Filter.TicketId", id.split("/", 2)[0]);
        for (Json row : Rows.all(page -> bms.rows(list, page, Feeds.PAGE)))
            if (id(row).filter(id::equals).isPresent()) return row;
        throw Fault.of(Fault.Remedy.FORGET, "BMS has no such time log");
    }

    private static Optional<String> id(Json row) {
        return Ids.read(row.at("TicketId").plain())
                .flatMap(ticket -> Seen.maybe(row).map(log -> ticket + "/" + log));
    }

    private Observation observe(Json row, Consumer<Field<?>> unread) {
        return Seen.of(TimeLog.TYPE, id(row).orElseThrow(), MAPPING, row, unread);
    }

    private static Optional<String> who(Json row) {
        String name = row.at("FirstName").text().orElse("") + " "
                + row.at("LastName").text().orElse("");
        return Optional.of(name.strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<LocalTime> time(Json value) {
        return value.text().map(LocalTime::parse);
    }

    private static boolean isLocked(Json row) {
        return Stream.of("IsPosted", "IsApproved", "IsBilled")
                .anyMatch(name -> flag(row, name).orElse(false));
    }

    private static Optional<Boolean> flag(Json row, String name) {
        Json value = row.at(name);
        if (value.isNone()) return Optional.empty();
        if (!value.isFlag()) throw new IllegalArgumentException("neither true nor false");
        return Optional.of(value.flag());
    }
}
