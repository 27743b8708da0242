package io.mortise.tickets.internal;

import io.mortise.model.Fields;
import io.mortise.model.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a ticket stands with what was promised for it, by the PSA's own times.
 *
 * @param state none, running, due soon, overdue, paused, met or missed
 * @param kind response or resolution: what is due next, or what was judged; none without a promise
 */
public record Sla(String state, Optional<String> kind, Optional<Instant> dueAt) {
    static final Duration SOON = Duration.ofHours(1);
    private static final String RESPONSE = "response";
    private static final String RESOLUTION = "resolution";

    /** @param done the ticket's status closes it */
    static Sla of(Fields ticket, boolean done, Instant now) {
        Optional<Instant> response = ticket.get(Ticket.RESPONSE_DUE);
        Optional<Instant> resolution = ticket.get(Ticket.RESOLUTION_DUE);
        if (response.isEmpty() && resolution.isEmpty()) return new Sla("none", Optional.empty(), Optional.empty());
        Optional<Instant> resolved = ticket.get(Ticket.RESOLVED_AT);
        if (done || resolved.isPresent() && resolution.isPresent()) return judged(ticket, response, resolution);
        boolean answered = response.isEmpty() || ticket.get(Ticket.RESPONDED_AT).isPresent();
        if (answered && resolution.isEmpty()) return judged(ticket, response, resolution);
        String kind = answered ? RESOLUTION : RESPONSE;
        Optional<Instant> due = answered ? resolution : response;
        return new Sla(state(ticket, due.orElseThrow(), now), Optional.of(kind), due);
    }

    private static String state(Fields ticket, Instant due, Instant now) {
        if (ticket.get(Ticket.SLA_PAUSED).orElse(false)) return "paused";
        if (!due.isAfter(now)) return "overdue";
        return due.minus(SOON).isAfter(now) ? "running" : "due soon";
    }

    /** The PSA's own word first; else by the times. What ended without a time of its end isn't judged. */
    private static Sla judged(Fields ticket, Optional<Instant> response, Optional<Instant> resolution) {
        boolean whole = resolution.isPresent();
        Optional<Instant> due = whole ? resolution : response;
        Optional<Instant> at = whole
                ? ticket.get(Ticket.RESOLVED_AT).or(() -> ticket.get(Ticket.COMPLETED_AT))
                : ticket.get(Ticket.RESPONDED_AT);
        Optional<Boolean> met = ticket.get(Ticket.SLA_MET).or(() -> at.map(time -> !time.isAfter(due.orElseThrow())));
        String state = met.map(yes -> yes ? "met" : "missed").orElse("none");
        return new Sla(state, Optional.of(whole ? RESOLUTION : RESPONSE), due);
    }
}
