package io.mortise.records.internal;

import io.mortise.api.Records.Option;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Lookup;
import io.mortise.store.Query;
import io.mortise.store.Query.Condition;
import io.mortise.store.Query.Test;
import io.mortise.store.Rows;
import io.mortise.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One list of the hub, by word. A word can be several entries, below different ones of another list. */
final class Entries {
    static final Entries NONE = new Entries(Map.of());
    private static final int MOST = 50_000;
    private final Map<String, List<Fields>> byWord;

    private Entries(Map<String, List<Fields>> byWord) {
        this.byWord = byWord;
    }

    static Entries of(Store store, Rows rows, String list) {
        Condition ofList = new Condition(Lookup.LIST.name(), Test.IS, List.of(list));
        Query query = Query.all(Lookup.TYPE.name(), MOST).alsoInactive().where(List.of(ofList));
        Map<String, List<Fields>> byWord = new TreeMap<>();
        store.read(s -> s.rows(query)).forEach(row -> {
            Fields entry = rows.fields(Lookup.TYPE, row);
            entry.get(Lookup.WORD)
                    .ifPresent(word ->
                            byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(entry));
        });
        return new Entries(byWord);
    }

    boolean isEmpty() {
        return byWord.isEmpty();
    }

    List<Choice> words() {
        return byWord.values().stream()
                .map(entries -> Choice.named(entries.get(0).get(Lookup.LABEL).orElse("")))
                .toList();
    }

    /** One that has no entry may: its list isn't published, or it is the hub's own word. But below another it must have one. */
    boolean mayBeChosen(Choice word, Optional<Choice> above) {
        boolean unlisted = !byWord.containsKey(word.key());
        return unlisted ? isEmpty() || above.isEmpty() : entry(word, above).isPresent();
    }

    boolean isActive(Choice word) {
        List<Fields> entries = byWord.getOrDefault(word.key(), List.of());
        return entries.isEmpty() || entries.stream().anyMatch(Entries::isActive);
    }

    long place(Choice word, Optional<Choice> above) {
        return entry(word, above).flatMap(entry -> entry.get(Lookup.ORDER)).orElse(Long.MAX_VALUE);
    }

    Option option(Choice word, Optional<Choice> above) {
        Fields entry = entry(word, above).orElse(Fields.NONE);
        return new Option(
                word,
                entry.get(Lookup.COLOR).orElse(""),
                entry.get(Lookup.FORE_COLOR).orElse(""),
                entry.get(Lookup.DEFAULT).orElse(false),
                entry.get(Lookup.CLOSED).orElse(false));
    }

    private Optional<Fields> entry(Choice word, Optional<Choice> above) {
        return byWord.getOrDefault(word.key(), List.of()).stream()
                .filter(Entries::isActive)
                .filter(entry -> above.isEmpty() || entry.get(Lookup.PARENT).equals(above))
                .findFirst();
    }

    private static boolean isActive(Fields entry) {
        return entry.get(EntityType.ACTIVE).orElse(true);
    }
}
