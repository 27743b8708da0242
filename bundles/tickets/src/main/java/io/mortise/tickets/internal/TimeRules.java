package io.mortise.tickets.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What work time can't be. Pure.
 *
 * @param committed what counts of it; breaks make it less than from start to end
 */
record TimeRules(LocalDate date, LocalTime start, LocalTime end, Duration committed) {
    private static final Duration DAY = Duration.ofHours(24);

    /** Another log of the same person on that day. @param where for people: its ticket */
    record Other(LocalTime start, LocalTime end, String where) {}

    /**
     * @param committed all of it if not said
     * @param latest what the clocks show where it is latest: beyond is the future for everybody
     * @param overlap the person has said that two logs lie over each other
     * @return by name of the field, why not and what to do
     */
    static Map<String, String> wrong(
            LocalDate date,
            LocalTime start,
            LocalTime end,
            Optional<Duration> committed,
            List<Other> others,
            LocalDateTime latest,
            boolean overlap) {
        Duration span = Duration.between(start, end);
        TimeRules log = new TimeRules(date, start, end, committed.orElse(span));
        Map<String, String> wrong = new TreeMap<>();
        if (span.isNegative())
            wrong.put("end", "lies before the start; work over midnight is two logs, one for each day");
        else if (log.committed.isNegative()) wrong.put("committed", "can't be less than nothing");
        else if (log.committed.isZero()) wrong.put("committed", "is nothing: say how long it took");
        else if (log.committed.compareTo(DAY) > 0) wrong.put("committed", "is more than a day has");
        else if (log.committed.compareTo(span) > 0)
            wrong.put("committed", "is longer than from start to end; make the end later or the time shorter");
        if (date.atTime(end).isAfter(latest)) wrong.put("date", "lies in the future: log time when the work is done");
        if (wrong.isEmpty() && !overlap)
            others.stream()
                    .filter(log::overlaps)
                    .findFirst()
                    .ifPresent(other -> wrong.put("start", log.overlapping(other)));
        return wrong;
    }

    private boolean overlaps(Other other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    private String overlapping(Other other) {
        return "lies over your time from " + other.start + " to " + other.end + " on " + other.where
                + "; change one of them, or send \"overlap\": true if both are right";
    }
}
