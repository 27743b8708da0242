package io.mortise.benchmarks.desk;

import io.mortise.model.Choice;
import io.mortise.model.Contact;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.RichText;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import io.mortise.model.User;
import java.time.Duration;
import java.util.List;

/**
 * The cases as Mortise has them.
 *
 * @param organizations by their numbers
 * @param contacts by their numbers
 * @param staff by their numbers
 */
record OurCases(List<Ref> organizations, List<Ref> contacts, List<Ref> staff) {
    private static final Duration TIME_TO_SOLVE = Duration.ofDays(2);

    static Fields organization(int number) {
        return Fields.with()
                .set(Organization.NAME, Cases.organization(number))
                .set(Organization.STATUS, Choice.named("Active"))
                .set(Organization.KIND, Choice.named("Customer"))
                .build();
    }

    static Fields staff(int number) {
        Person person = Cases.staff(number);
        return Fields.with()
                .set(User.FIRST_NAME, person.first())
                .set(User.LAST_NAME, person.last())
                .set(User.EMAIL, person.mail())
                .build();
    }

    static Fields contact(int number, List<Ref> organizations) {
        Person person = Cases.contact(number);
        return Fields.with()
                .set(Contact.FIRST_NAME, person.first())
                .set(Contact.LAST_NAME, person.last())
                .set(Contact.PRIMARY_EMAIL, person.mail())
                .set(Contact.ORGANIZATION, organizations.get(Cases.employer(number)))
                .build();
    }

    /** One that has its number and its dates. */
    Fields kept(Case one) {
        Fields.Builder fields = fields(one)
                .but()
                .set(Ticket.NUMBER, "T-" + (one.number() + 1))
                .set(Ticket.OPEN_DATE, one.opened())
                .set(Ticket.KIND, Choice.named("Incident"))
                .set(Ticket.SOURCE, Choice.named("Phone"));
        if (!one.isOpen()) fields.set(Ticket.COMPLETED_AT, one.opened().plus(TIME_TO_SOLVE));
        return fields.build();
    }

    /** What a person fills in. */
    Fields fields(Case one) {
        return Fields.with()
                .set(Ticket.TITLE, one.title())
                .set(Ticket.DESCRIPTION, html(one.text()))
                .set(Ticket.ORGANIZATION, organizations.get(Cases.employer(one.contact())))
                .set(Ticket.CONTACT, contacts.get(one.contact()))
                .set(Ticket.ASSIGNEE, staff.get(one.assignee()))
                .set(Ticket.QUEUE, Choice.named(one.queue()))
                .set(Ticket.STATUS, Choice.named(one.stage().here()))
                .set(Ticket.PRIORITY, Choice.named(Cases.PRIORITIES.get(one.priority())))
                .set(Ticket.DUE_DATE, one.opened().plus(TIME_TO_SOLVE))
                .build();
    }

    static Fields note(Ref ticket, Case of, int place) {
        return Fields.with()
                .set(TicketNote.TICKET, ticket)
                .set(TicketNote.DETAILS, html(of.notes().get(place)))
                .set(TicketNote.INTERNAL, false)
                .set(TicketNote.KIND, Choice.named("Work Note"))
                .set(TicketNote.NOTE_DATE, of.opened().plus(Duration.ofHours(place + 1)))
                .build();
    }

    private static RichText html(String text) {
        return new RichText("<p>" + text + "</p>");
    }
}
