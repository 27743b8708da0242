package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Records;
import io.mortise.api.Records.Origin;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.model.TimeLog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Time logs as people see them, and whose they are. */
final class Times {
    private static final String HERE = "mortise";
    private final Records records;
    private final Me me;

    Times(Records records, Me me) {
        this.records = records;
        this.me = me;
    }

    List<TimeShown> shown(Caller caller, List<Entity> logs) {
        Map<Ref, Map<String, Origin>> origins =
                records.origins(caller, logs.stream().map(Entity::ref).toList());
        Map<Ref, String> names = records.names(
                caller,
                logs.stream().flatMap(log -> log.get(TimeLog.USER).stream()).toList());
        List<Ref> mine = me.all(caller);
        return logs.stream()
                .map(log -> shown(caller, log, origins.getOrDefault(log.ref(), Map.of()), names, mine))
                .toList();
    }

    private static TimeShown shown(
            Caller caller, Entity log, Map<String, Origin> origins, Map<Ref, String> names, List<Ref> mine) {
        Optional<Origin> origin = here(origins);
        boolean locked = log.get(TimeLog.LOCKED).orElse(false);
        boolean isMine = isAuthor(caller, log, origin, mine);
        String by = log.get(TimeLog.USER)
                .map(names::get)
                .or(() -> log.get(TimeLog.WHO))
                .or(() -> origin.map(Origin::by))
                .orElse("");
        return new TimeShown(
                log.id(),
                log.version(),
                log.get(TimeLog.TICKET).map(Ref::id).orElse(""),
                at(log, origin),
                log.get(TimeLog.DATE),
                log.get(TimeLog.START_TIME),
                log.get(TimeLog.END_TIME),
                log.get(TimeLog.DURATION),
                log.get(TimeLog.WORK_TYPE),
                log.get(TimeLog.ROLE),
                log.get(TimeLog.NOTES).orElse(""),
                log.get(TimeLog.INTERNAL_NOTES).orElse(""),
                log.get(TimeLog.BILLABLE),
                locked,
                by,
                log.get(TimeLog.USER).map(Ref::id),
                isMine && !locked && caller.may(Right.edit(TimeLog.TYPE)));
    }

    /** When it was committed here; of others, when the work ended by the wall clock of who did it. */
    private static Instant at(Entity log, Optional<Origin> origin) {
        if (origin.isPresent()) return origin.get().at();
        LocalTime end = log.get(TimeLog.END_TIME).orElse(LocalTime.MIDNIGHT);
        return log.get(TimeLog.DATE)
                .map(day -> day.atTime(end).toInstant(ZoneOffset.UTC))
                .or(() -> log.get(EntityType.CHANGED_AT))
                .orElse(Instant.EPOCH);
    }

    boolean isAuthor(Caller caller, Entity log) {
        return isAuthor(caller, log, here(records.origins(caller, log.ref())), me.all(caller));
    }

    /** Where and by whom it was written down, if it was here. */
    private static Optional<Origin> here(Map<String, Origin> origins) {
        return Optional.ofNullable(origins)
                .map(all -> all.get(TimeLog.DATE.name()))
                .filter(origin -> origin.source().equals(HERE));
    }

    private static boolean isAuthor(Caller caller, Entity log, Optional<Origin> origin, List<Ref> mine) {
        Optional<Ref> user = log.get(TimeLog.USER);
        return user.isPresent()
                ? mine.contains(user.get())
                : origin.filter(o -> o.by().equals(caller.name())).isPresent();
    }

    /** The caller's other time of a day, on whatever ticket. @param but those that aren't others */
    List<TimeRules.Other> others(Caller caller, LocalDate day, Predicate<Entity> but) {
        List<Ref> mine = me.all(caller);
        Find that = Find.all(TimeLog.TYPE).is(TimeLog.DATE, day);
        Find find = mine.isEmpty() ? that.missing(TimeLog.USER) : that.is(TimeLog.USER, mine.toArray(Ref[]::new));
        List<Entity> found =
                records.list(caller, find.page(Optional.empty(), 200)).items();
        Map<Ref, Map<String, Origin>> origins = mine.isEmpty()
                ? records.origins(caller, found.stream().map(Entity::ref).toList())
                : Map.of();
        return found.stream()
                .filter(but.negate())
                .filter(log -> !mine.isEmpty() || isAuthor(caller, log, here(origins.get(log.ref())), mine))
                .filter(log -> log.get(TimeLog.START_TIME).isPresent()
                        && log.get(TimeLog.END_TIME).isPresent())
                .map(log -> other(caller, log))
                .toList();
    }

    private TimeRules.Other other(Caller caller, Entity log) {
        String where = log.get(TimeLog.TICKET)
                .flatMap(ticket -> Optional.ofNullable(
                        records.names(caller, List.of(ticket)).get(ticket)))
                .map(title -> "\"" + title + "\"")
                .orElse("another ticket");
        return new TimeRules.Other(
                log.get(TimeLog.START_TIME).orElseThrow(),
                log.get(TimeLog.END_TIME).orElseThrow(),
                where);
    }
}
