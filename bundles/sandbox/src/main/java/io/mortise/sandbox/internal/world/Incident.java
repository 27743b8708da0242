package io.mortise.sandbox.internal.world;

import java.time.Instant;
import java.util.List;

/**
 * Something that happened at a company and became a ticket.
 *
 * @param company index in the world
 * @param person index of the company's person who asked for help, or -1
 * @param machine index of the company's machine that it is about, or -1
 * @param rmm the system whose alarm it was: vsa, continuum, or empty for no RMM
 * @param occurrences how often the alarm came
 * @param closed when it was solved, or null while it is open
 * @param dice a number that nothing has been decided with yet, for what each system adds
 * @param entries what was done about it, in its order
 */
public record Incident(
        int company,
        int person,
        int machine,
        String issue,
        String subIssue,
        String title,
        String details,
        String rmm,
        int occurrences,
        Instant opened,
        Instant closed,
        int dice,
        List<Entry> entries) {

    /**
     * A note or a piece of work.
     *
     * @param minutes of work, or 0 for a note
     * @param internal whether the customer may not see it
     */
    public record Entry(Instant at, String text, int minutes, boolean internal, int dice) {}
}
