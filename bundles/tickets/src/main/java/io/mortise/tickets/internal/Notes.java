package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Records;
import io.mortise.api.Records.Origin;
import io.mortise.model.Entity;
import io.mortise.model.Ref;
import java.util.List;
import java.util.Map;

/** Notes as people see them. */
record Notes(Records records) {
    /** @param ours a technician's words */
    record Written(NoteShown note, boolean ours) {}

    List<NoteShown> shown(Caller caller, List<Entity> notes) {
        Map<Ref, Map<String, Origin>> origins = origins(caller, notes);
        return notes.stream().map(note -> shown(note, origins)).toList();
    }

    List<Written> written(Caller caller, List<Entity> notes) {
        Map<Ref, Map<String, Origin>> origins = origins(caller, notes);
        Authors authors = new Authors(records, caller);
        return notes.stream()
                .map(note -> new Written(
                        shown(note, origins), authors.areOurs(note, origins.getOrDefault(note.ref(), Map.of()))))
                .toList();
    }

    private Map<Ref, Map<String, Origin>> origins(Caller caller, List<Entity> notes) {
        return records.origins(caller, notes.stream().map(Entity::ref).toList());
    }

    private static NoteShown shown(Entity note, Map<Ref, Map<String, Origin>> origins) {
        return NoteShown.of(note, origins.getOrDefault(note.ref(), Map.of()));
    }
}
