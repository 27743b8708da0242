package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Records;
import io.mortise.api.Records.Option;
import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ticket;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What fields of the desk can be: the PSA's own lists; where there is none, built-in ones. Thread-safe. */
final class Lists {
    private static final int LATELY = 50;
    private final Records records;
    private final Desk desk;

    Lists(Records records, Desk desk) {
        this.records = records;
        this.desk = desk;
    }

    List<Option> options(Caller caller, EntityType type, Field<Choice> field, Fields given) {
        List<Option> known = records.options(caller, type, field, given);
        return desk.standing().isHere() ? joined(BuiltIn.of(field), known) : known;
    }

    /** The same and what can't be chosen any more; tickets of the time before a PSA came have built-in words. */
    private List<Option> words(Caller caller, Field<Choice> field) {
        List<Option> known = records.words(caller, Ticket.TYPE, field);
        List<Option> builtIn = BuiltIn.of(field);
        return desk.standing().isHere() ? joined(builtIn, known) : joined(known, builtIn);
    }

    /** @param first whose options count where both have a word */
    private static List<Option> joined(List<Option> first, List<Option> more) {
        Map<Choice, Option> all = new LinkedHashMap<>();
        first.forEach(option -> all.put(option.choice(), option));
        more.forEach(option -> all.putIfAbsent(option.choice(), option));
        return List.copyOf(all.values());
    }

    /** In the list's order, and behind them those that can't be chosen any more: a ticket may have one. */
    Set<Choice> inOrder(Caller caller, Field<Choice> field) {
        Set<Choice> all = new LinkedHashSet<>();
        options(caller, Ticket.TYPE, field, Fields.NONE).forEach(option -> all.add(option.choice()));
        words(caller, field).forEach(option -> all.add(option.choice()));
        return all;
    }

    /** Statuses of tickets that are done with. */
    Set<Choice> closed(Caller caller) {
        return words(caller, Ticket.STATUS).stream()
                .filter(Option::closed)
                .map(Option::choice)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All others, also those that can't be chosen any more: a ticket may have one. */
    Set<Choice> open(Caller caller) {
        return words(caller, Ticket.STATUS).stream()
                .filter(option -> !option.closed())
                .map(Option::choice)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The one that its list says is usual; none where it doesn't say. */
    Optional<Choice> usual(Caller caller, Field<Choice> field) {
        return options(caller, Ticket.TYPE, field, Fields.NONE).stream()
                .filter(Option::isDefault)
                .findFirst()
                .map(Option::choice);
    }

    /** The first that closes nothing. */
    Optional<Choice> first(Caller caller) {
        return options(caller, Ticket.TYPE, Ticket.STATUS, Fields.NONE).stream()
                .filter(option -> !option.closed())
                .findFirst()
                .map(Option::choice);
    }

    /** People's tickets of late, read when they are asked for first. */
    final class Lately {
        private final Caller caller;
        private Optional<List<Entity>> tickets = Optional.empty();

        Lately(Caller caller) {
            this.caller = caller;
        }

        /** What they had most of and may still be chosen. */
        Optional<Choice> of(Field<Choice> field) {
            Set<Choice> known = options(caller, Ticket.TYPE, field, Fields.NONE).stream()
                    .map(Option::choice)
                    .collect(Collectors.toSet());
            if (tickets.isEmpty()) tickets = Optional.of(read());
            Map<Choice, Long> counted = tickets.get().stream()
                    .flatMap(ticket -> ticket.get(field).stream())
                    .filter(known::contains)
                    .collect(Collectors.groupingBy(word -> word, LinkedHashMap::new, Collectors.counting()));
            return counted.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        }

        private List<Entity> read() {
            Find last = Find.all(Ticket.TYPE)
                    .missing(Ticket.RMM_TYPE)
                    .down(EntityType.CHANGED_AT)
                    .without(Ticket.DESCRIPTION)
                    .page(Optional.empty(), LATELY);
            return records.list(caller, last).items();
        }
    }
}
