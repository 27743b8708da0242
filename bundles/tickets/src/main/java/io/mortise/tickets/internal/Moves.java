package io.mortise.tickets.internal;

import io.mortise.api.Records.Option;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.model.Choice;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What may become of a ticket. Which statuses follow on which no PSA publishes, so that each active one of its list may;
 * but what is closed stays as it is until it is given an open one. Pure.
 */
final class Moves {
    /** What belongs to one customer, and goes when the ticket goes to another. */
    private static final List<Field<?>> OF_CUSTOMER =
            List.of(Ticket.LOCATION, Ticket.CONTACT, Ticket.CONFIGURATION, Ticket.CONTRACT);

    private final Set<Choice> closed;

    /** @param closed statuses that close a ticket */
    Moves(Set<Choice> closed) {
        this.closed = closed;
    }

    boolean isClosed(Fields ticket) {
        return ticket.get(Ticket.STATUS).filter(closed::contains).isPresent();
    }

    /**
     * @param active false when the PSA has it no more
     * @return the changes, with what has to go along
     */
    Fields checked(Fields before, boolean active, Fields changes) {
        if (!active) throw new Refusal(Reason.VIEW_ONLY, Can.GONE);
        if (before.get(Ticket.READ_ONLY).orElse(false)) throw new Refusal(Reason.VIEW_ONLY, Can.READ_ONLY);
        boolean reopens = changes.get(Ticket.STATUS)
                .filter(status -> !closed.contains(status))
                .isPresent();
        boolean onlyStatus = changes.names().equals(Set.of(Ticket.STATUS.name()));
        if (isClosed(before) && !reopens && !onlyStatus) throw new Refusal(Reason.VIEW_ONLY, Can.CLOSED);
        if (before.get(Ticket.OPEN_DATE_LOCKED).orElse(false) && isOther(before, changes, Ticket.OPEN_DATE))
            throw new Refusal(Reason.VIEW_ONLY, "The PSA has locked the open date of this ticket.");
        Fields all = along(before, changes);
        refuse(wrong(before.overlaid(all), all));
        return all;
    }

    /**
     * The statuses that a ticket can be given as it stands: what {@link #checked} lets through.
     *
     * @param all the list's own, active ones
     */
    List<Option> legal(Fields before, boolean active, List<Option> all) {
        return all.stream()
                .filter(option -> mayBecome(before, active, option.choice()))
                .toList();
    }

    private boolean mayBecome(Fields before, boolean active, Choice status) {
        try {
            checked(before, active, Fields.of(Ticket.STATUS, status));
            return true;
        } catch (Refusal no) {
            return false;
        }
    }

    /** What {@link #checked} asks, for a new one. */
    Fields checkedNew(Fields fields) {
        refuse(wrong(fields, fields));
        return fields;
    }

    private static Map<String, String> wrong(Fields after, Fields changes) {
        Map<String, String> wrong = new TreeMap<>();
        Optional<Instant> opened = after.get(Ticket.OPEN_DATE);
        Optional<Instant> due = after.get(Ticket.DUE_DATE);
        boolean dated = changes.mentions(Ticket.OPEN_DATE) || changes.mentions(Ticket.DUE_DATE);
        if (dated && opened.isPresent() && due.isPresent() && due.get().isBefore(opened.get()))
            wrong.put(Ticket.DUE_DATE.name(), "lies before the open date: take a later one, or clear it");
        if (changes.mentions(Ticket.STATUS) && changes.get(Ticket.STATUS).isEmpty())
            wrong.put(Ticket.STATUS.name(), "can't be empty: a ticket always has a status");
        if (changes.get(Ticket.SUB_ISSUE_TYPE).isPresent()
                && after.get(Ticket.ISSUE_TYPE).isEmpty())
            wrong.put(Ticket.SUB_ISSUE_TYPE.name(), "hangs below an issue type: choose that first");
        return wrong;
    }

    /** What a change takes with it: another customer's place and people, a sub-issue type below another issue type. */
    private static Fields along(Fields before, Fields changes) {
        Fields.Builder all = changes.but();
        if (isOther(before, changes, Ticket.ISSUE_TYPE) && !changes.mentions(Ticket.SUB_ISSUE_TYPE))
            all.clear(Ticket.SUB_ISSUE_TYPE);
        if (isOther(before, changes, Ticket.ORGANIZATION))
            for (Field<?> field : OF_CUSTOMER)
                if (!changes.mentions(field) && before.get(field).isPresent()) all.clear(field);
        return all.build();
    }

    private static boolean isOther(Fields before, Fields changes, Field<?> field) {
        return changes.mentions(field) && !changes.get(field).equals(before.get(field));
    }

    static void refuse(Map<String, String> wrong) {
        if (!wrong.isEmpty()) throw Refusal.invalid("Please correct what is named, then save again.", wrong);
    }
}
