package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Reach;
import io.mortise.api.Records;
import io.mortise.api.Records.Option;
import io.mortise.api.Slice;
import io.mortise.model.Choice;
import io.mortise.model.Declared;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import io.mortise.model.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a view's filters say in words, as far as who reads them may know of what they name. Thread-safe. */
final class FilterWords {
    private static final Map<String, String> SOMEBODY = Map.of("me", "Me", "none", "Nobody");
    private static final Map<String, String> UNSEEN = Map.of(
            "organization", "a customer you can't see",
            "contact", "a contact you can't see",
            "configuration", "a machine you can't see",
            "location", "a location you can't see",
            "assignee", "somebody you can't see");

    private final Records records;
    private final Reach reach;

    FilterWords(Records records, Reach reach) {
        this.records = records;
        this.reach = reach;
    }

    Map<String, String> of(Caller caller, Map<String, String> filters) {
        Map<String, String> words = new TreeMap<>();
        filters.forEach((name, value) -> {
            String said = Stream.of(value.split(","))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .map(one -> word(caller, name, one))
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (!said.isEmpty()) words.put(name, said);
        });
        return words;
    }

    private String word(Caller caller, String name, String value) {
        if (UNSEEN.containsKey(name)) return SOMEBODY.getOrDefault(value, called(caller, name, value));
        return Ticket.TYPE
                .field(name)
                .flatMap(Field::ofChoices)
                .flatMap(field -> label(caller, field, value))
                .orElse(value);
    }

    private Optional<String> label(Caller caller, Field<Choice> field, String value) {
        String key = Choice.named(value).key();
        return records.words(caller, Ticket.TYPE, field).stream()
                .map(Option::choice)
                .filter(choice -> choice.key().equals(key))
                .map(Choice::label)
                .findFirst();
    }

    private String called(Caller caller, String name, String id) {
        Ref ref = new Ref(name.equals("assignee") ? User.TYPE.name() : name, id);
        return Optional.of(ref)
                .filter(one -> Slice.isId(id) && maySee(caller, one))
                .map(one -> records.names(caller, List.of(one)).get(one))
                .orElse(UNSEEN.get(name));
    }

    /** A customer whose tickets the caller may know of, or somebody or something of one. */
    private boolean maySee(Caller caller, Ref ref) {
        if (ref.type().equals(Organization.TYPE.name())) return reach.of(caller).have(ref.id());
        Optional<Field<Ref>> within = Declared.type(ref.type()).flatMap(EntityType::within);
        Optional<Entity> record = records.get(caller, ref);
        return record.isPresent()
                && within.flatMap(record.get()::get)
                        .map(customer -> reach.of(caller).have(customer.id()))
                        .orElse(true);
    }
}
