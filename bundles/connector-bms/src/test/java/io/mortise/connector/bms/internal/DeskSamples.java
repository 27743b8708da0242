package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.ChecklistItem;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Location;
import io.mortise.model.RichText;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import io.mortise.model.TimeLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** New records of the service desk. Each is another one; what lies below a ticket is on the first. */
final class DeskSamples {
    private static final List<EntityType> MADE =
            List.of(Ticket.TYPE, TicketNote.TYPE, TimeLog.TYPE, ChecklistItem.TYPE);
    private int count;

    static boolean isMade(EntityType type) {
        return MADE.contains(type);
    }

    Fields birth(Tenant tenant, EntityType type) throws Fault {
        count++;
        return switch (type.name()) {
            case "ticket" -> ticket(tenant);
            case "ticketNote" -> note(tenant);
            case "timeLog" -> timeLog(tenant);
            default ->
                task(count)
                        .but()
                        .set(
                                ChecklistItem.TICKET,
                                tenant.all(Ticket.TYPE).get(0).ref())
                        .build();
        };
    }

    static Fields task(int number) {
        return Fields.with()
                .set(ChecklistItem.NAME, "Check the cable " + number)
                .set(ChecklistItem.DESCRIPTION, "Both ends, " + number)
                .set(ChecklistItem.ORDER, 100L + number)
                .build();
    }

    private Fields ticket(Tenant tenant) throws Fault {
        var place = tenant.all(Location.TYPE).get(0);
        return Fields.with()
                .set(Ticket.ORGANIZATION, place.fields().get(Location.ORGANIZATION))
                .set(Ticket.LOCATION, place.ref())
                .set(Ticket.TITLE, "No sound " + count)
                .set(Ticket.DESCRIPTION, new RichText("<p>Since this morning " + count + "</p>"))
                .set(Ticket.STATUS, one(tenant, Ticket.TYPE, Ticket.STATUS))
                .set(Ticket.PRIORITY, one(tenant, Ticket.TYPE, Ticket.PRIORITY))
                .set(Ticket.QUEUE, one(tenant, Ticket.TYPE, Ticket.QUEUE))
                .set(Ticket.KIND, one(tenant, Ticket.TYPE, Ticket.KIND))
                .set(Ticket.SOURCE, one(tenant, Ticket.TYPE, Ticket.SOURCE))
                .set(Ticket.OPEN_DATE, Instant.parse("2026-03-02T09:30:00Z").plusSeconds(60L * count))
                .build();
    }

    private static Choice one(Tenant tenant, EntityType type, Field<Choice> field) throws Fault {
        return tenant.another(type, field, Optional.empty());
    }

    private Fields note(Tenant tenant) throws Fault {
        return Fields.with()
                .set(TicketNote.TICKET, tenant.all(Ticket.TYPE).get(0).ref())
                .set(TicketNote.DETAILS, new RichText("<p>Called back " + count + "</p>"))
                .set(TicketNote.INTERNAL, count % 2 == 0)
                .set(TicketNote.KIND, one(tenant, TicketNote.TYPE, TicketNote.KIND))
                .set(TicketNote.NOTE_DATE, Instant.parse("2026-03-02T10:00:00Z"))
                .build();
    }

    private Fields timeLog(Tenant tenant) throws Fault {
        return Fields.with()
                .set(TimeLog.TICKET, tenant.all(Ticket.TYPE).get(0).ref())
                .set(TimeLog.DATE, LocalDate.of(2026, 3, 2).plusDays(count))
                .set(TimeLog.START_TIME, LocalTime.of(9, 15))
                .set(TimeLog.END_TIME, LocalTime.of(10, 0))
                .set(TimeLog.DURATION, Duration.ofMinutes(45))
                .set(TimeLog.NOTES, "Looked at it " + count)
                .set(TimeLog.WORK_TYPE, one(tenant, TimeLog.TYPE, TimeLog.WORK_TYPE))
                .set(TimeLog.ROLE, one(tenant, TimeLog.TYPE, TimeLog.ROLE))
                .build();
    }
}
