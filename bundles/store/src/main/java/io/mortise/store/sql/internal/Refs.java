package io.mortise.store.sql.internal;

import io.mortise.model.Ref;
import java.util.Collection;

final class Refs {
    private Refs() {}

    /** The numbers of those that can exist. */
    static Sql.Numbers ids(Collection<Ref> refs) {
        return numbers(refs.stream().map(Ref::id).toList());
    }

    static Sql.Numbers numbers(Collection<String> ids) {
        return new Sql.Numbers(
                ids.stream().map(Ids::number).filter(n -> n > 0).distinct().toList());
    }
}
