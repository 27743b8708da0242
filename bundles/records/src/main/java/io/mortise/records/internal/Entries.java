package io.mortise.records.internal;

import io.mortise.api.Records.Option;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Lookup;
import io.mortise.model.Ref;
import io.mortise.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One list of the hub, by word. A word can be several entries, below different ones of another list. */
final class Entries {
    static final Entries NONE = new Entries(Map.of());
    private final Map<String, List<Entry>> byWord;

    private record Entry(Ref ref, Fields fields) {
        boolean isActive() {
            return fields.get(EntityType.ACTIVE).orElse(true);
        }
    }

    private Entries(Map<String, List<Entry>> byWord) {
        this.byWord = byWord;
    }

    /** @param list the entries of one */
    static Entries of(Map<Ref, Fields> list) {
        Map<String, List<Entry>> byWord = new TreeMap<>();
        list.forEach((ref, entry) -> entry.get(Lookup.WORD)
                .ifPresent(word ->
                        byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(new Entry(ref, entry))));
        return new Entries(byWord);
    }

    boolean isEmpty() {
        return byWord.isEmpty();
    }

    /** Those that a system has which takes values, by its connection. */
    List<Choice> words(Store store, Predicate<String> takes) {
        List<Entry> all = byWord.values().stream().flatMap(List::stream).toList();
        Set<Ref> taken = new HashSet<>();
        store.read(s -> s.links(all.stream().map(Entry::ref).toList())).forEach((ref, links) -> {
            if (links.stream().anyMatch(link -> takes.test(link.connection()))) taken.add(ref);
        });
        return all.stream()
                .filter(entry -> taken.contains(entry.ref()))
                .map(entry -> Choice.named(entry.fields().get(Lookup.LABEL).orElse("")))
                .distinct()
                .toList();
    }

    /** One that has no entry may: its list isn't published, or it is the hub's own word. But below another it must have one. */
    boolean mayBeChosen(Choice word, Optional<Choice> above) {
        boolean unlisted = !byWord.containsKey(word.key());
        return unlisted ? isEmpty() || above.isEmpty() : entry(word, above).isPresent();
    }

    boolean isActive(Choice word) {
        List<Entry> entries = byWord.getOrDefault(word.key(), List.of());
        return entries.isEmpty() || entries.stream().anyMatch(Entry::isActive);
    }

    long place(Choice word, Optional<Choice> above) {
        return entry(word, above).flatMap(entry -> entry.get(Lookup.ORDER)).orElse(Long.MAX_VALUE);
    }

    Option option(Choice word, Optional<Choice> above) {
        return option(word, entry(word, above).orElse(Fields.NONE));
    }

    /** Every word, by its active entry if it has one. */
    List<Option> all() {
        return byWord.values().stream()
                .map(entries ->
                        entries.stream().filter(Entry::isActive).findFirst().orElse(entries.get(0)))
                .map(Entry::fields)
                .map(entry -> option(Choice.named(entry.get(Lookup.LABEL).orElse("")), entry))
                .toList();
    }

    private static Option option(Choice word, Fields entry) {
        return new Option(
                word,
                entry.get(Lookup.COLOR).orElse(""),
                entry.get(Lookup.FORE_COLOR).orElse(""),
                entry.get(Lookup.DEFAULT).orElse(false),
                entry.get(Lookup.CLOSED).orElse(false));
    }

    private Optional<Fields> entry(Choice word, Optional<Choice> above) {
        return byWord.getOrDefault(word.key(), List.of()).stream()
                .filter(Entry::isActive)
                .map(Entry::fields)
                .filter(entry -> above.isEmpty() || entry.get(Lookup.PARENT).equals(above))
                .findFirst();
    }
}
