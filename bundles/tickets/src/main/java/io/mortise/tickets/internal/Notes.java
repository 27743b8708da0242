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
    List<NoteShown> shown(Caller caller, List<Entity> notes) {
        Map<Ref, Map<String, Origin>> origins =
                records.origins(caller, notes.stream().map(Entity::ref).toList());
        return notes.stream()
                .map(note -> NoteShown.of(note, origins.getOrDefault(note.ref(), Map.of())))
                .toList();
    }
}
