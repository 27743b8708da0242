package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Journal;
import io.mortise.api.Records;
import io.mortise.api.Records.Option;
import io.mortise.api.Records.Saved;
import io.mortise.api.Refusal;
import io.mortise.api.Shown.SavedAt;
import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The status that a note or a time log gives its ticket. */
final class StatusSet {
    private static final int TRIES = 4;
    private static final int LATELY = 100;
    private final Records records;
    private final Journal journal;
    private final Lists lists;
    private final Tickets tickets;

    StatusSet(Workbench bench) {
        this.records = bench.records();
        this.journal = bench.journal();
        this.lists = bench.lists();
        this.tickets = bench.tickets();
    }

    /**
     * What became of it.
     *
     * @param kept false when the PSA refused; what it came with stays
     * @param version the ticket's now
     */
    public record Set(Choice status, boolean kept, long version, List<SavedAt> systems) {}

    /** Before anything is made: a status that can't be given is told then. */
    void check(Caller caller, Entity ticket, Optional<Choice> status) {
        if (status.isEmpty() || ticket.get(Ticket.STATUS).equals(status)) return;
        if (!caller.may(Right.edit(Ticket.TYPE)))
            throw new Refusal(
                    Refusal.Reason.DENIED,
                    "Your role doesn't let you give tickets a status. Leave the status as it is, or ask an administrator.");
        tickets.moves(caller).checked(ticket.fields(), ticket.isActive(), Fields.of(Ticket.STATUS, status.get()));
        List<Option> all = lists.options(caller, Ticket.TYPE, Ticket.STATUS, Fields.NONE);
        if (all.isEmpty() || all.stream().anyMatch(option -> option.choice().equals(status.get()))) return;
        Moves.refuse(Map.of(
                "status",
                "can't be chosen; it can be: "
                        + String.join(
                                ", ",
                                all.stream()
                                        .map(option -> option.choice().label())
                                        .toList())));
    }

    /** Why a ticket can't be given a status as it stands, in a sentence; empty if it can. */
    Optional<String> whyNot(Caller caller, Entity ticket, Choice status) {
        try {
            check(caller, ticket, Optional.of(status));
            return Optional.empty();
        } catch (Refusal no) {
            String why = no.fields().get("status");
            return Optional.of(why == null ? no.getMessage() : "The status " + status.label() + " " + why + ".");
        }
    }

    /**
     * @param since if it is asked for a second time, when that was made which brings it: then it doesn't undo what others
     *     did in between
     */
    Optional<Set> apply(Caller caller, Ref ticket, Optional<Choice> status, Optional<Instant> since) {
        if (status.isEmpty()) return Optional.empty();
        if (since.filter(at -> wasSetSince(caller, ticket, at)).isPresent()) return Optional.empty();
        Refusal last = null;
        for (int i = 0; i < TRIES; i++) {
            Entity now = tickets.get(caller, ticket);
            if (now.get(Ticket.STATUS).equals(status)) return Optional.empty();
            try {
                Saved saved = records.edit(caller, ticket, now.version(), Fields.of(Ticket.STATUS, status.get()));
                return Optional.of(
                        new Set(status.get(), saved.kept(), saved.now().version(), SavedAt.of(saved)));
            } catch (Refusal refusal) {
                if (refusal.reason() != Refusal.Reason.STALE) throw refusal;
                last = refusal;
            }
        }
        throw last;
    }

    private boolean wasSetSince(Caller caller, Ref ticket, Instant since) {
        return journal.of(caller, ticket, Optional.empty(), LATELY).items().stream()
                .anyMatch(entry -> entry.at().isAfter(since) && entry.after().mentions(Ticket.STATUS));
    }
}
