package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Records;
import io.mortise.model.Entity;
import io.mortise.model.Field;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is called how that tickets refer to, asked once for a whole page. */
final class Names {
    private static final List<Field<Ref>> ONE =
            List.of(Ticket.ORGANIZATION, Ticket.CONTACT, Ticket.ASSIGNEE, Ticket.CONFIGURATION, Ticket.LOCATION);
    private static final List<Field<Set<Ref>>> SEVERAL = List.of(Ticket.SECONDARY_ASSIGNEES, Ticket.AFFECTED_ASSETS);

    private final Map<Ref, String> names;

    private Names(Map<Ref, String> names) {
        this.names = names;
    }

    static Names of(Records records, Caller caller, Collection<Entity> tickets) {
        List<Ref> refs = new ArrayList<>();
        tickets.forEach(ticket -> refs.addAll(refs(ticket)));
        return new Names(records.names(caller, refs));
    }

    private static List<Ref> refs(Entity ticket) {
        List<Ref> refs = new ArrayList<>();
        ONE.forEach(field -> ticket.get(field).ifPresent(refs::add));
        SEVERAL.forEach(field -> refs.addAll(ticket.get(field).orElse(Set.of())));
        return refs;
    }

    /** By record id. */
    Map<String, String> of(Entity ticket) {
        Map<String, String> mine = new TreeMap<>();
        for (Ref ref : refs(ticket)) if (names.containsKey(ref)) mine.put(ref.id(), names.get(ref));
        return mine;
    }
}
