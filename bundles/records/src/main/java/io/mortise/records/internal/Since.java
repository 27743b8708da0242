package io.mortise.records.internal;

import io.mortise.api.Find;
import io.mortise.api.Refusal;
import io.mortise.model.EntityType;
import io.mortise.store.Query.Position;
import io.mortise.store.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * "Changed since", which no field says: such a list is in the order of changes, and begins or ends at that moment.
 */
final class Since {
    private static final String LAST_ID = Long.toString(Long.MAX_VALUE);

    private Since() {}

    static boolean is(Find.Condition condition) {
        return condition.field().equals(EntityType.CHANGED_AT);
    }

    static Optional<Instant> of(Find find) {
        Optional<Find.Condition> asked = find.where().stream().filter(Since::is).findFirst();
        asked.ifPresent(condition -> require(find, condition));
        return asked.flatMap(condition -> condition.values().get(0).get(EntityType.CHANGED_AT));
    }

    private static void require(Find find, Find.Condition condition) {
        boolean inOrder = find.sort().filter(EntityType.CHANGED_AT::equals).isPresent();
        if (condition.test() != Find.Test.FROM || !inOrder)
            throw Refusal.invalid(
                    "What has changed since a moment is listed in the order of changes: sort by updated.",
                    Map.of("sort", "must be updated or -updated"));
    }

    /** From the oldest on: where it begins. */
    static Optional<Position> start(Find find) {
        return of(find).filter(since -> !find.isDown())
                .map(since -> new Position(Long.toString(since.toEpochMilli() - 1), LAST_ID));
    }

    /** From the newest on: what is left of a page. */
    static List<Row> kept(Find find, List<Row> page) {
        return of(find).map(since -> page.stream()
                        .takeWhile(row -> !row.changedAt().isBefore(since))
                        .toList())
                .orElse(page);
    }
}
