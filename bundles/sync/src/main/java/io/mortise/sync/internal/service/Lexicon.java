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
    private volatile Edition last = edition(List.of());

    void add(Vocabulary vocabulary) {
        added.add(vocabulary);
    }

    void remove(Vocabulary vocabulary) {
        added.remove(vocabulary);
    }

    /** @param from what was added, as it stood when it was put together */
    private record Edition(List<EntityType> from, List<EntityType> all, Map<String, EntityType> byName) {
        /** Compared by identity: a type that has more fields than it had is equal to what it was. */
        boolean isOf(List<EntityType> more) {
            boolean same = from.size() == more.size();
            for (int i = 0; same && i < more.size(); i++) same = from.get(i) == more.get(i);
            return same;
        }
    }

    @Override
    public List<EntityType> all() {
        return edition().all;
    }

    @Override
    public EntityType type(String name) {
        EntityType type = edition().byName.get(name);
        return type == null ? Types.super.type(name) : type;
    }

    /** Asked for with each link that is read: put together anew only when something has been added or has gone. */
    private Edition edition() {
        List<EntityType> more =
                added.stream().flatMap(each -> each.types().stream()).toList();
        Edition now = last;
        if (now.isOf(more)) return now;
        return last = edition(more);
    }

    private static Edition edition(List<EntityType> more) {
        Map<String, EntityType> types = new LinkedHashMap<>();
        Declared.TYPES.forEach(type -> types.put(type.name(), type));
        for (EntityType type : more)
            types.merge(
                    type.name(),
                    type,
                    (known, added) -> known.fields(added.fields().toArray(new io.mortise.model.Field<?>[0])));
        return new Edition(more, List.copyOf(types.values()), Map.copyOf(types));
    }
}
