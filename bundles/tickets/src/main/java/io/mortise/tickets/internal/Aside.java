package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Journal;
import io.mortise.api.Records;
import io.mortise.api.Records.Saved;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import java.util.List;
import java.util.Optional;

/**
 * Edits beside changes of other fields: a PSA moves its own clocks and counts in a record all the time, and that is no
 * conflict with what a person changes. Where a field was changed that the person changes, it is one, and told.
 */
final class Aside {
    private static final int TRIES = 3;
    /** So far back it is looked what has changed; who has an older page reads it again. */
    private static final int MOST = 100;
    /** Entries that tell something else than a change come between. */
    private static final int BESIDES = 10;

    private final Records records;
    private final Journal journal;
    private final EntityType type;

    /** @param type of what is edited */
    Aside(Records records, Journal journal, EntityType type) {
        this.records = records;
        this.journal = journal;
        this.type = type;
    }

    /** @param seen the version that the person saw */
    Saved edit(Caller caller, Entity record, long seen, Fields changes) {
        long version = seen;
        for (int i = 1; ; i++)
            try {
                return records.edit(caller, record.ref(), version, changes);
            } catch (Refusal refusal) {
                if (refusal.reason() != Reason.STALE || i == TRIES) throw refusal;
                Entity now = records.get(caller, record.ref()).orElseThrow(() -> refusal);
                if (touched(caller, now, seen, changes)) throw refusal;
                version = now.version();
            }
    }

    /** Each version but the first has one entry that says what it changed. */
    private boolean touched(Caller caller, Entity now, long seen, Fields changes) {
        long since = now.version() - seen;
        if (since < 0 || since > MOST) return true;
        int looked = (int) since * 2 + BESIDES;
        List<Journal.Entry> entries = journal.of(caller, now.ref(), Optional.empty(), looked).items().stream()
                .filter(entry -> !entry.after().names().isEmpty())
                .limit(since)
                .toList();
        return entries.size() < since
                || entries.stream()
                        .anyMatch(entry ->
                                type.fields().stream().anyMatch(field -> isTouched(field, entry, now, changes)));
    }

    /** What came out the same on both sides is no conflict. */
    private static boolean isTouched(Field<?> field, Journal.Entry entry, Entity now, Fields changes) {
        boolean both = changes.mentions(field) && entry.after().mentions(field);
        return both && !now.get(field).equals(changes.get(field));
    }
}
