package io.mortise.records.internal;

import io.mortise.api.Caller;
import io.mortise.api.Slice;
import io.mortise.model.Declared;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.store.Row;
import io.mortise.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Several records at once, as far as a caller may know of them. */
final class Naming {
    private final Store store;

    Naming(Store store) {
        this.store = store;
    }

    Map<Ref, Row> rows(Caller caller, Collection<Ref> refs) {
        List<Ref> known = refs.stream().distinct().filter(mayRead(caller)).toList();
        return known.isEmpty() ? Map.of() : store.read(s -> s.rows(known));
    }

    private static Predicate<Ref> mayRead(Caller caller) {
        Map<String, Boolean> types = new TreeMap<>();
        return ref -> Slice.isId(ref.id())
                && types.computeIfAbsent(
                        ref.type(),
                        name -> Declared.type(name)
                                .filter((EntityType type) -> caller.may(Right.read(type)))
                                .isPresent());
    }
}
