package io.mortise.tickets.internal;

import io.mortise.model.Fields;
import io.mortise.model.TicketNote;
import java.util.Map;
import java.util.Optional;

/** Which notes are edited here, and what an edit may not do. Pure. */
final class NoteRules {
    private NoteRules() {}

    /** Why nobody here edits a note, in a sentence; empty if one may. @param ours a technician wrote it, here or at the PSA */
    static Optional<String> whyNot(Can can, NoteShown note, boolean ours) {
        if (!can.note()) return Optional.of(can.reasons().get("note"));
        if (note.isMail()) return Optional.of("An e-mail stays as it was sent. Write a note beside it.");
        return ours
                ? Optional.empty()
                : Optional.of(
                        "These are not words of a technician: they stay as they were written. Write a note beside them.");
    }

    /** Where nothing is let out to the customer by the way. @param publish whether that was said in so many words */
    static Map<String, String> wrong(Fields before, Fields changes, boolean publish) {
        boolean isInternal = before.get(TicketNote.INTERNAL).orElse(true);
        boolean opens =
                changes.get(TicketNote.INTERNAL).filter(internal -> !internal).isPresent();
        return isInternal && opens && !publish
                ? Map.of(
                        TicketNote.INTERNAL.name(),
                        "stays on: the customer could read the note. If that is meant, say so with \"publish\": true")
                : Map.of();
    }
}
