package io.mortise.records.internal;

import io.mortise.api.Records.Choices;
import io.mortise.api.Records.Option;
import io.mortise.api.Refusal;
import io.mortise.api.WriteThrough;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Part;
import io.mortise.store.Rows;
import io.mortise.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What fields can be chosen from. The systems' own lists offer words; the entries of the hub's list say which of them
 * are still active, and in which order and colour they stand. Words that only records have tell of these: whoever
 * doesn't see them all isn't offered such words.
 */
final class Pickers {
    private final Store store;
    private final Lists lists;
    private final UsedWords used;
    private final WriteThrough systems;
    private final Duration patience;

    Pickers(Store store, Rows rows, WriteThrough systems, Duration patience, Clock clock) {
        this.store = store;
        this.lists = new Lists(store, rows, clock);
        this.used = new UsedWords(store, rows, clock);
        this.systems = systems;
        this.patience = patience;
    }

    /** Somebody has saved these values of a record: their words are offered from then on. */
    void saved(EntityType type, Fields fields) {
        used.saved(type, fields);
    }

    /** @param all whether whoever asks sees every record of the type */
    Choices choices(EntityType type, Field<Choice> field, Fields given, boolean all) {
        Optional<List<Choice>> offered = systems.choices(type, field, given, patience);
        Entries entries = entries(field);
        List<Option> options = options(type, field, given, offered, entries, all);
        return new Choices(options.stream().map(Option::choice).toList(), offered.isEmpty() && entries.isEmpty());
    }

    List<Option> options(EntityType type, Field<Choice> field, Fields given, boolean all) {
        return options(type, field, given, systems.choices(type, field, given, patience), entries(field), all);
    }

    /** Those of the list, given up or not; asks no system where there is a list. */
    List<Option> words(EntityType type, Field<Choice> field, boolean all) {
        Entries entries = entries(field);
        return entries.isEmpty() ? options(type, field, Fields.NONE, all) : entries.all();
    }

    private List<Option> options(
            EntityType type,
            Field<Choice> field,
            Fields given,
            Optional<List<Choice>> offered,
            Entries entries,
            boolean all) {
        Map<String, Choice> words = new LinkedHashMap<>();
        offered.orElse(List.of()).forEach(word -> words.putIfAbsent(word.key(), word));
        if (words.isEmpty()) entries.words(store, this::takes).forEach(word -> words.putIfAbsent(word.key(), word));
        boolean ofEach = field.listedIn().isPresent(); // what another customer has is no choice here
        if (all && !ofEach) used.of(type, field).forEach(word -> words.putIfAbsent(word.key(), word));
        Optional<Choice> above = field.listedUnder().flatMap(given::get);
        return words.values().stream()
                .filter(word -> entries.mayBeChosen(word, above))
                .sorted(Comparator.<Choice>comparingLong(word -> entries.place(word, above))
                        .thenComparing(Choice::key))
                .map(word -> entries.option(word, above))
                .toList();
    }

    /** What the RMM alone calls something, no system would take. */
    private boolean takes(String connection) {
        return !systems.part(connection).equals(Optional.of(Part.RMM));
    }

    private Entries entries(Field<Choice> field) {
        return field.list().map(lists::entries).orElse(Entries.NONE);
    }

    /**
     * Refuses a word that no connected system knows, which would stay here alone, and one that its system has given up.
     * What a record has already it may keep.
     *
     * @param before the record as it is; NONE of a new one
     * @param all whether whoever wants it sees every record of the type
     */
    void check(EntityType type, Fields before, Fields wanted, boolean all) {
        Map<String, String> wrong = new TreeMap<>();
        for (Field<Choice> field : Worded.choices(type)) {
            Optional<Choice> word =
                    wanted.get(field).filter(w -> !before.get(field).equals(Optional.of(w)));
            word.flatMap(w -> whyNot(type, field, w, before, wanted, all))
                    .ifPresent(why -> wrong.put(field.name(), why));
        }
        if (!wrong.isEmpty()) throw Refusal.invalid("Please correct what is named, then save again.", wrong);
    }

    private Optional<String> whyNot(
            EntityType type, Field<Choice> field, Choice word, Fields before, Fields wanted, boolean all) {
        Fields.Builder given = Fields.with();
        Fields after = before.overlaid(wanted);
        field.listedUnder().ifPresent(above -> given.set(above, after.get(above)));
        field.listedIn().ifPresent(whose -> given.set(whose, after.get(whose)));
        Optional<Choice> above = field.listedUnder().flatMap(given.build()::get);
        Optional<List<Choice>> offered = systems.choices(type, field, given.build(), patience)
                .filter(list -> !list.isEmpty()); // a late one refuses nothing
        Entries entries = entries(field);
        boolean nobodys = offered.isEmpty() && entries.words(store, this::takes).isEmpty();
        if (nobodys) return Optional.empty(); // whoever kept this list is no longer connected
        boolean isActive = entries.mayBeChosen(word, above);
        if (isActive && offered.map(list -> list.contains(word)).orElse(entries.isEmpty())) return Optional.empty();
        List<Option> known = options(type, field, given.build(), offered, entries, all);
        if (known.isEmpty() || known.stream().anyMatch(option -> option.choice().equals(word))) return Optional.empty();
        String why = entries.isActive(word) ? "isn't in the list: " : "can't be chosen any more; it can be: ";
        return Optional.of(why
                + known.stream()
                        .map(option -> option.choice().label())
                        .limit(20)
                        .collect(Collectors.joining(", ")));
    }
}
