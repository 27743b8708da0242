package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Records;
import io.mortise.api.Records.Origin;
import io.mortise.model.Entity;
import io.mortise.model.Right;
import io.mortise.model.TicketNote;
import io.mortise.model.User;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whose words notes are: a technician's, here or at the PSA, or somebody else's. Asks once for each name. For one request. */
final class Authors {
    private final Records records;
    private final Caller caller;
    private final Map<String, Boolean> technicians = new HashMap<>();

    Authors(Records records, Caller caller) {
        this.records = records;
        this.caller = caller;
    }

    /** Written here, or by somebody whom the PSA has among its technicians: what a customer said is nobody's to change. */
    boolean areOurs(Entity note, Map<String, Origin> origins) {
        return Optional.ofNullable(origins.get(TicketNote.TICKET.name()))
                        .filter(NoteShown::isHere)
                        .isPresent()
                || note.get(TicketNote.AUTHOR).filter(this::isTechnician).isPresent();
    }

    private boolean isTechnician(String name) {
        return technicians.computeIfAbsent(name, this::ask);
    }

    private boolean ask(String name) {
        if (!caller.may(Right.read(User.TYPE))) return false;
        Find technician = Find.all(User.TYPE).is(User.NAME, name).alsoInactive();
        return records.count(caller, technician, 1) > 0;
    }
}
