package io.mortise.tickets.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of what happened to a ticket.
 *
 * @param type note, time, status, change, email, attachment or system
 * @param source the connection that it came from; "mortise" for this one
 * @param title one line for people
 * @param html formatted text, clean
 * @param text plain text
 * @param before of a change, by field name, what was there, in words; {@code after} what came
 * @param record id of the note, time log or file that it is about
 * @param waits where it hasn't arrived yet and why, in a sentence; empty if it has
 * @param mine the caller may correct it
 * @param edited of a note, when it was changed last since it was written
 */
public record Activity(
        String id,
        Instant at,
        String type,
        String by,
        String source,
        boolean internal,
        String title,
        Optional<String> html,
        Optional<String> text,
        Map<String, String> before,
        Map<String, String> after,
        Optional<Duration> duration,
        Optional<String> record,
        Optional<String> waits,
        boolean mine,
        Optional<NoteShown.Edited> edited) {

    Activity waiting(Optional<String> why) {
        return new Activity(
                id, at, type, by, source, internal, title, html, text, before, after, duration, record, why, mine,
                edited);
    }

    /** Whether all words are in it, in any order. @param words in lower case */
    boolean says(Stream<String> words) {
        String all = String.join(
                        " ",
                        title,
                        by,
                        html.map(Html::text).orElse(""),
                        text.orElse(""),
                        String.join(" ", before.values()),
                        String.join(" ", after.values()))
                .toLowerCase(Locale.ROOT);
        return words.allMatch(all::contains);
    }
}
