package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Records;
import io.mortise.api.Slice;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that hangs on one ticket, of one type; nothing where the caller may not read it. */
final class Below {
    private static final int PART = 500;
    /** A ticket with more of one sort has its newest shown. */
    private static final int MOST = 5_000;

    private Below() {}

    static List<Entity> of(Records records, Caller caller, EntityType type, Field<Ref> parent, Ref ticket) {
        if (!caller.may(Right.read(type))) return List.of();
        List<Entity> all = new ArrayList<>();
        Optional<String> place = Optional.empty();
        do {
            Find find = Find.all(type).of(parent, ticket).down(EntityType.CHANGED_AT);
            Slice<Entity> part = records.list(caller, find.page(place, PART));
            all.addAll(part.items());
            place = part.next();
        } while (place.isPresent() && all.size() < MOST);
        return all;
    }
}
