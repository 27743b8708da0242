package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.model.Choice;
import io.mortise.model.Contact;
import io.mortise.model.Entity;
import io.mortise.model.Field;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What stands in the {@link Placeholders} of one ticket, by the clock of whoever writes. */
record Places(Workbench bench, Caller caller, Entity ticket, ZoneId zone) {
    /** @param name of a known one; "" where the ticket has nothing */
    String value(String name) {
        return switch (name) {
            case "ticket.number" -> ticket.get(Ticket.NUMBER).orElse("");
            case "ticket.title" -> ticket.get(Ticket.TITLE).orElse("");
            case "ticket.status" -> label(Ticket.STATUS);
            case "ticket.priority" -> label(Ticket.PRIORITY);
            case "ticket.queue" -> label(Ticket.QUEUE);
            case "contact.firstName" -> contact(Contact.FIRST_NAME);
            case "contact.lastName" -> contact(Contact.LAST_NAME);
            case "contact.name" -> contact(Contact.NAME);
            case "contact.email" -> contact(Contact.PRIMARY_EMAIL);
            case "organization.name" -> called(Ticket.ORGANIZATION);
            case "location.name" -> called(Ticket.LOCATION);
            case "configuration.name" -> called(Ticket.CONFIGURATION);
            case "assignee.name" -> called(Ticket.ASSIGNEE);
            case "me.name" -> caller.name();
            case "me.email" -> caller.email();
            case "today" -> LocalDate.ofInstant(bench.tickets().now(), zone).toString();
            case "now" -> minute();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private String minute() {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ENGLISH)
                .format(bench.tickets().now().atZone(zone));
    }

    private String label(Field<Choice> field) {
        return ticket.get(field).map(Choice::label).orElse("");
    }

    private String contact(Field<String> field) {
        return ticket.get(Ticket.CONTACT)
                .flatMap(ref -> bench.records().get(caller, ref))
                .flatMap(contact -> contact.get(field))
                .orElse("");
    }

    private String called(Field<Ref> field) {
        return ticket.get(field)
                .map(ref -> bench.records().names(caller, List.of(ref)).getOrDefault(ref, ""))
                .orElse("");
    }
}
