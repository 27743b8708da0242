package io.mortise.records.internal;

import io.mortise.store.Query;
import io.mortise.store.Query.Position;
import io.mortise.store.Row;
import io.mortise.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Rows of one type as they change, read by the index of changes: each look shows what is new since the last one, and
 * what was written in the last seconds once more, because one that was begun earlier may be there later. One thread at a
 * time.
 */
final class Changes {
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    /** No record has this id or one below it. */
    private static final String BEFORE_ALL = "1";

    private final Store store;
    private final Clock clock;
    private final Query query;
    private Optional<Position> seen = Optional.empty();

    /** @param most so many rows at a look */
    Changes(Store store, Clock clock, String type, int most) {
        this.store = store;
        this.clock = clock;
        this.query = Query.all(type, most).alsoInactive();
    }

    /** To begin with: those that were changed last. Older ones are left out for good. */
    List<Row> newest() {
        Instant now = clock.instant();
        List<Row> rows = store.read(s -> s.rows(query.sort(Query.CHANGED, true)));
        if (!rows.isEmpty()) seen = Optional.of(place(rows.get(0)));
        goBack(now);
        return rows;
    }

    /** The next ones, from the oldest on. */
    List<Row> next() {
        Instant now = clock.instant();
        List<Row> rows = store.read(s -> s.rows(query.sort(Query.CHANGED, false).after(seen)));
        if (!rows.isEmpty()) seen = Optional.of(place(rows.get(rows.size() - 1)));
        if (!isFull(rows)) goBack(now);
        return rows;
    }

    /** May there be more? */
    boolean isFull(List<Row> rows) {
        return rows.size() >= query.limit();
    }

    private void goBack(Instant now) {
        long settled = now.minus(OVERLAP).toEpochMilli();
        seen = seen.map(at -> Long.parseLong(at.value()) < settled ? at : new Position("" + settled, BEFORE_ALL));
    }

    private static Position place(Row row) {
        return new Position(
                String.valueOf(row.changedAt().toEpochMilli()), row.ref().id());
    }
}
