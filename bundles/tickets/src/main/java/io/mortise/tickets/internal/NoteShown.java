package io.mortise.tickets.internal;

import io.mortise.api.Records.Origin;
import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.RichText;
import io.mortise.model.TicketNote;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A note.
 *
 * @param by who wrote it
 * @param html formatted text, clean
 * @param edited when it was changed last since it was written
 */
public record NoteShown(
        String id,
        long version,
        Instant at,
        String by,
        boolean internal,
        Optional<Choice> type,
        String html,
        Optional<Edited> edited) {
    /** What a person can change of a note. */
    static final List<Field<?>> SAID = List.of(TicketNote.DETAILS, TicketNote.INTERNAL, TicketNote.KIND);

    private static final String HERE = "mortise";

    /** @param system where; @param by who, "" if it doesn't tell */
    public record Edited(Instant at, String by, String system) {}

    static NoteShown of(Entity note, Map<String, Origin> origins) {
        Optional<Origin> made = Optional.ofNullable(origins.get(TicketNote.TICKET.name()));
        String author = note.get(TicketNote.AUTHOR).orElse("");
        return new NoteShown(
                note.id(),
                note.version(),
                note.get(TicketNote.NOTE_DATE)
                        .or(() -> note.get(TicketNote.WRITTEN_AT))
                        .or(() -> note.get(EntityType.CHANGED_AT))
                        .orElse(Instant.EPOCH),
                made.filter(NoteShown::isHere).map(Origin::by).orElse(author),
                note.get(TicketNote.INTERNAL).orElse(true), // what isn't known to be public isn't
                note.get(TicketNote.KIND),
                note.get(TicketNote.DETAILS).map(RichText::html).orElse(""),
                made.flatMap(first -> edited(first, origins)));
    }

    /** Written here, by somebody who signed in. */
    static boolean isHere(Origin made) {
        return made.source().equals(HERE) && !made.by().isEmpty();
    }

    private static Optional<Edited> edited(Origin made, Map<String, Origin> origins) {
        return SAID.stream()
                .flatMap(field -> Optional.ofNullable(origins.get(field.name())).stream())
                .filter(origin -> origin.at().isAfter(made.at()))
                .max(Comparator.comparing(Origin::at))
                .map(last -> new Edited(last.at(), last.by(), last.system()));
    }

    boolean isMail() {
        return type.filter(kind -> kind.label().toLowerCase(Locale.ROOT).matches(".*\\be-?mail\\b.*"))
                .isPresent();
    }
}
