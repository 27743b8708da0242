package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Records;
import io.mortise.api.Records.Option;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ticket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What fields of the desk can be: the PSA's own lists; where there is none, built-in ones. Thread-safe. */
final class Lists {
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

    /** The same and what can't be chosen any more. */
    private List<Option> words(Caller caller, Field<Choice> field) {
        List<Option> known = records.words(caller, Ticket.TYPE, field);
        return desk.standing().isHere() ? joined(BuiltIn.of(field), known) : known;
    }

    private static List<Option> joined(List<Option> builtIn, List<Option> known) {
        Map<Choice, Option> all = new LinkedHashMap<>();
        builtIn.forEach(option -> all.put(option.choice(), option));
        known.forEach(option -> all.putIfAbsent(option.choice(), option));
        return List.copyOf(all.values());
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

    /** The one that its list says is usual; else, if asked, the first that closes nothing. */
    Optional<Choice> usual(Caller caller, EntityType type, Field<Choice> field, boolean orFirst) {
        List<Option> all = options(caller, type, field, Fields.NONE);
        return all.stream()
                .filter(Option::isDefault)
                .findFirst()
                .or(() -> all.stream()
                        .filter(option -> orFirst && !option.closed())
                        .findFirst())
                .map(Option::choice);
    }
}
