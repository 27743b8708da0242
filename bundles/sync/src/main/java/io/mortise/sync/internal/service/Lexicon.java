package io.mortise.sync.internal.service;

import io.mortise.api.Vocabulary;
import io.mortise.model.Declared;
import io.mortise.model.EntityType;
import io.mortise.sync.internal.engine.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The types that the model declares, with what installed bundles add to them. Thread-safe. */
final class Lexicon implements Types {
    private final List<Vocabulary> added = new CopyOnWriteArrayList<>();

    void add(Vocabulary vocabulary) {
        added.add(vocabulary);
    }

    void remove(Vocabulary vocabulary) {
        added.remove(vocabulary);
    }

    @Override
    public List<EntityType> all() {
        if (added.isEmpty()) return Declared.TYPES;
        Map<String, EntityType> types = new LinkedHashMap<>();
        Declared.TYPES.forEach(type -> types.put(type.name(), type));
        for (Vocabulary vocabulary : added)
            for (EntityType type : vocabulary.types())
                types.merge(
                        type.name(),
                        type,
                        (known, more) -> known.fields(more.fields().toArray(new io.mortise.model.Field<?>[0])));
        return List.copyOf(types.values());
    }
}
