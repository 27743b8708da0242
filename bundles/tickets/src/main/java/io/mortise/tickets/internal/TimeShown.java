package io.mortise.tickets.internal;

import io.mortise.model.Choice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Committed work time.
 *
 * @param at where it stands among other things of its ticket
 * @param committed what counts of it
 * @param locked approved, billed or posted: nothing of it may be changed
 * @param by whose time it is
 * @param mine the caller may correct it
 */
public record TimeShown(
        String id,
        long version,
        String ticket,
        Instant at,
        Optional<LocalDate> date,
        Optional<LocalTime> start,
        Optional<LocalTime> end,
        Optional<Duration> committed,
        Optional<Choice> workType,
        Optional<Choice> role,
        String notes,
        String internalNotes,
        Optional<Boolean> billable,
        boolean locked,
        String by,
        Optional<String> user,
        boolean mine) {}
