package io.mortise.sync.internal.service;

import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.store.Json;
import io.mortise.store.Query;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import io.mortise.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which words the hub's records have, and how many of them. Reads all active records of a type. */
final class Used {
    private static final int STEP = 1000;
    private final Store store;
    private final Rows rows = new Rows(new Json());

    Used(Store store) {
        this.store = store;
    }

    Map<Field<Choice>, Map<Choice, Long>> of(EntityType type, List<Field<Choice>> fields) {
        Map<Field<Choice>, Map<Choice, Long>> counts = new HashMap<>();
        for (Field<Choice> field : fields) counts.put(field, new HashMap<>());
        Optional<Query.Position> after = Optional.empty();
        List<Row> part;
        do {
            Query query = Query.all(type.name(), STEP).after(after);
            part = store.read(reading -> reading.rows(query));
            for (Row row : part) count(rows.fields(type, row), counts);
            if (!part.isEmpty()) {
                Row last = part.get(part.size() - 1);
                after = Optional.of(new Query.Position(last.title(), last.ref().id()));
            }
        } while (part.size() == STEP);
        return counts;
    }

    private static void count(Fields fields, Map<Field<Choice>, Map<Choice, Long>> counts) {
        counts.forEach((field, words) -> fields.get(field).ifPresent(word -> words.merge(word, 1L, Long::sum)));
    }
}
