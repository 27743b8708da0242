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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Several records at once, as far as a caller may know of them. */
final class Naming {
    private final Store store;
    private final Bounds bounds;

    Naming(Store store, Bounds bounds) {
        this.store = store;
        this.bounds = bounds;
    }

    Map<Ref, String> titles(Caller caller, Collection<Ref> refs) {
        List<Ref> known = known(caller, refs);
        return known.isEmpty() ? Map.of() : store.read(s -> s.titles(known));
    }

    Map<Ref, Row> rows(Caller caller, Collection<Ref> refs) {
        List<Ref> known = known(caller, refs);
        return known.isEmpty() ? Map.of() : store.read(s -> s.rows(known));
    }

    private List<Ref> known(Caller caller, Collection<Ref> refs) {
        List<Ref> readable = refs.stream().distinct().filter(mayRead(caller)).toList();
        Set<Ref> hidden = bounds.hidden(caller, readable);
        return readable.stream().filter(ref -> !hidden.contains(ref)).toList();
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
