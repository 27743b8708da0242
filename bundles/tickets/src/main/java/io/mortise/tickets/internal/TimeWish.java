package io.mortise.tickets.internal;

import io.mortise.model.Fields;
import io.mortise.model.TimeLog;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What somebody said of work time, as fields of a log. */
record TimeWish(TimeRoutes.Wish said) {
    /** Of a new one, which needs its day, start and end. */
    Fields.Builder fields() {
        Map<String, String> wrong = new TreeMap<>();
        if (said.date().isEmpty()) wrong.put("date", "is needed");
        if (said.start().isEmpty()) wrong.put("start", "is needed");
        if (said.end().isEmpty()) wrong.put("end", "is needed");
        Moves.refuse(wrong);
        Fields.Builder fields = spoken();
        Duration span = Duration.between(said.start().orElseThrow(), said.end().orElseThrow());
        return fields.set(TimeLog.DURATION, said.committed().orElse(span));
    }

    /** Of one that is there: what is to be different. With another start or end all of it counts, unless it is said. */
    Fields over(Fields log) {
        Fields.Builder fields = spoken();
        boolean moved = said.start().isPresent() || said.end().isPresent();
        Optional<LocalTime> start = said.start().or(() -> log.get(TimeLog.START_TIME));
        Optional<LocalTime> end = said.end().or(() -> log.get(TimeLog.END_TIME));
        if (moved && said.committed().isEmpty() && start.isPresent() && end.isPresent())
            fields.set(TimeLog.DURATION, Duration.between(start.get(), end.get()));
        return fields.build();
    }

    private Fields.Builder spoken() {
        Fields.Builder fields = Fields.with();
        said.date().ifPresent(day -> fields.set(TimeLog.DATE, day));
        said.start().ifPresent(time -> fields.set(TimeLog.START_TIME, time));
        said.end().ifPresent(time -> fields.set(TimeLog.END_TIME, time));
        said.committed().ifPresent(span -> fields.set(TimeLog.DURATION, span));
        said.notes().ifPresent(text -> fields.set(TimeLog.NOTES, text));
        said.internalNotes().ifPresent(text -> fields.set(TimeLog.INTERNAL_NOTES, text));
        said.billable().ifPresent(flag -> fields.set(TimeLog.BILLABLE, flag));
        Word.of(said.workType(), "workType").ifPresent(word -> fields.set(TimeLog.WORK_TYPE, word));
        Word.of(said.role(), "role").ifPresent(word -> fields.set(TimeLog.ROLE, word));
        return fields;
    }
}
