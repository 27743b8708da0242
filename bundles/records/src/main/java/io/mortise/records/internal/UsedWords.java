package io.mortise.records.internal;

import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import io.mortise.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words that records have in their fields already. The records that were changed last are read once for all fields
 * of their type, then only what changes, at most once a second: a save asks several times, and each look shows what was
 * written in the last seconds once more. What is saved here is known at once. A word that no record has any more is
 * forgotten within an hour. Thread-safe.
 */
final class UsedWords {
    private static final int MOST = 5_000;
    private static final Duration GOOD = Duration.ofHours(1);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private final Store store;
    private final Rows rows;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    UsedWords(Store store, Rows rows, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.clock = clock;
    }

    /** By their keys. */
    List<Choice> of(EntityType type, Field<Choice> field) {
        Instant now = clock.instant();
        return known.compute(
                        type.name(),
                        (name, before) ->
                                before != null && before.since.plus(GOOD).isAfter(now) ? before : new Known(type, now))
                .words(field);
    }

    /** Somebody has saved these values of a record. */
    void saved(EntityType type, Fields fields) {
        Known asked = known.get(type.name());
        if (asked != null) asked.add(fields);
    }

    private final class Known {
        private final EntityType type;
        private final Instant since;
        private final Changes changes;
        private final Map<String, Map<String, Choice>> words = new HashMap<>();
        /** By id, the versions that the last look showed: most of them are shown once more. */
        private Map<String, Long> lately = Map.of();

        private Instant looked = Instant.EPOCH;

        Known(EntityType type, Instant since) {
            this.type = type;
            this.since = since;
            this.changes = new Changes(store, clock, type.name(), MOST);
        }

        synchronized List<Choice> words(Field<Choice> field) {
            Instant now = clock.instant();
            if (looked.plus(FRESH).isBefore(now)) {
                look(looked.equals(Instant.EPOCH) ? changes.newest() : changes.next());
                looked = now;
            }
            return new ArrayList<>(words.getOrDefault(field.name(), Map.of()).values());
        }

        private void look(List<Row> shown) {
            Map<String, Long> now = new HashMap<>();
            for (Row row : shown) {
                now.put(row.ref().id(), row.version());
                if (!Objects.equals(lately.get(row.ref().id()), row.version())) add(rows.fields(type, row));
            }
            lately = now;
        }

        synchronized void add(Fields fields) {
            for (Field<Choice> field : Worded.choices(type))
                fields.get(field)
                        .ifPresent(word -> words.computeIfAbsent(field.name(), f -> new TreeMap<>())
                                .putIfAbsent(word.key(), word));
        }
    }
}
