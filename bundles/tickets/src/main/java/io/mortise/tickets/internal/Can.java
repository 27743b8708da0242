package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.model.Attachment;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import io.mortise.model.TimeLog;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the caller may do with a ticket as it stands.
 *
 * @param reasons why not, in a sentence, by what isn't possible: edit, note, time, attach
 */
public record Can(boolean edit, boolean note, boolean time, boolean attach, Map<String, String> reasons) {
    static final String READ_ONLY = "The PSA has locked this ticket: it can only be read.";
    static final String CLOSED = "This ticket is closed. Reopen it first: give it a status that isn't a closed one.";
    static final String GONE = "This ticket is no longer in the PSA: it is kept here to be read.";

    static Can of(Caller caller, Fields ticket, boolean active, boolean closed) {
        Map<String, String> reasons = new TreeMap<>();
        right(caller, "edit", Ticket.TYPE, reasons);
        right(caller, "note", TicketNote.TYPE, reasons);
        right(caller, "time", TimeLog.TYPE, reasons);
        right(caller, "attach", Attachment.TYPE, reasons);
        if (closed) reasons.putIfAbsent("time", CLOSED);
        if (ticket.get(Ticket.READ_ONLY).orElse(false)) all(reasons, READ_ONLY);
        if (!active) all(reasons, GONE);
        return new Can(
                !reasons.containsKey("edit"),
                !reasons.containsKey("note"),
                !reasons.containsKey("time"),
                !reasons.containsKey("attach"),
                reasons);
    }

    private static void right(Caller caller, String what, EntityType type, Map<String, String> reasons) {
        Right right = Right.edit(type);
        if (!caller.may(right))
            reasons.put(what, "Your role doesn't include the right " + right.name() + ". Ask an administrator for it.");
    }

    private static void all(Map<String, String> reasons, String why) {
        for (String what : new String[] {"edit", "note", "time", "attach"}) reasons.putIfAbsent(what, why);
    }
}
