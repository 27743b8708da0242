package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Records.Option;
import io.mortise.api.Refusal;
import io.mortise.api.Slice;
import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which statuses tickets can be given as they stand: the one place that pickers ask. Thread-safe. */
final class Statuses {
    /** So many tickets are asked about at once. */
    private static final int MOST = 200;

    private final Lists lists;
    private final Tickets tickets;

    Statuses(Lists lists, Tickets tickets) {
        this.lists = lists;
        this.tickets = tickets;
    }

    /** In the list's order, with of how many of the tickets a status is a legal one; those of none are left out. */
    List<OptionShown> of(Caller caller, List<Ref> refs) {
        List<Option> all = lists.options(caller, Ticket.TYPE, Ticket.STATUS, Fields.NONE);
        Moves moves = tickets.moves(caller);
        List<Set<Choice>> legal =
                refs.stream().map(ref -> words(legal(caller, moves, ref, all))).toList();
        return all.stream()
                .map(option -> OptionShown.of(option, (int) legal.stream()
                        .filter(words -> words.contains(option.choice()))
                        .count()))
                .filter(shown -> shown.fits().orElse(0) > 0)
                .toList();
    }

    /** None of a ticket that the caller mustn't change, or mustn't know of. */
    private List<Option> legal(Caller caller, Moves moves, Ref ref, List<Option> all) {
        if (!caller.may(Right.edit(Ticket.TYPE))) return List.of();
        return find(caller, ref)
                .map(ticket -> moves.legal(ticket.fields(), ticket.isActive(), all))
                .orElse(List.of());
    }

    private Optional<Entity> find(Caller caller, Ref ref) {
        try {
            return Optional.of(tickets.get(caller, ref));
        } catch (Refusal gone) {
            if (gone.reason() == Refusal.Reason.NOT_FOUND) return Optional.empty();
            throw gone;
        }
    }

    private static Set<Choice> words(List<Option> options) {
        Set<Choice> words = new HashSet<>();
        options.forEach(option -> words.add(option.choice()));
        return words;
    }

    /** @param ids with commas */
    static List<Ref> refs(String ids) {
        List<String> all = Stream.of(ids.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        if (all.size() > MOST) throw Filter.wrong("tickets", "names more than " + MOST + " tickets");
        if (!all.stream().allMatch(Slice::isId))
            throw Filter.wrong("tickets", "must be ids of Mortise, with commas between them");
        return all.stream().map(id -> Ref.to(Ticket.TYPE, id)).toList();
    }
}
