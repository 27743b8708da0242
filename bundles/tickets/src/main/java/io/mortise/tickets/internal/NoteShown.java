package io.mortise.tickets.internal;

import io.mortise.api.Records.Origin;
import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.RichText;
import io.mortise.model.TicketNote;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A note.
 *
 * @param by who wrote it
 * @param html formatted text, clean
 */
public record NoteShown(
        String id, long version, Instant at, String by, boolean internal, Optional<Choice> type, String html) {
    private static final String HERE = "mortise";

    static NoteShown of(Entity note, Map<String, Origin> origins) {
        Optional<Origin> origin = Optional.ofNullable(origins.get(TicketNote.DETAILS.name()));
        String author = note.get(TicketNote.AUTHOR).orElse("");
        String by = origin.filter(o -> o.source().equals(HERE) && !o.by().isEmpty())
                .map(Origin::by)
                .orElse(author);
        return new NoteShown(
                note.id(),
                note.version(),
                note.get(TicketNote.NOTE_DATE)
                        .or(() -> note.get(TicketNote.WRITTEN_AT))
                        .or(() -> note.get(EntityType.CHANGED_AT))
                        .orElse(Instant.EPOCH),
                by,
                note.get(TicketNote.INTERNAL).orElse(true), // what isn't known to be public isn't
                note.get(TicketNote.KIND),
                note.get(TicketNote.DETAILS).map(RichText::html).orElse(""));
    }

    boolean isMail() {
        return type.filter(kind -> kind.label().toLowerCase(Locale.ROOT).matches(".*\\be-?mail\\b.*"))
                .isPresent();
    }
}
