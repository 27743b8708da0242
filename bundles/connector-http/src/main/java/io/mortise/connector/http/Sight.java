package io.mortise.connector.http;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Observation;
import io.mortise.model.EntityType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads records out of a vendor's rows, each by itself: one that can't be read stops no other. In a list it becomes a
 * hint, so that it is known to be there and is fetched alone; without an id it is nothing that could be known again, and
 * is left out. Both are counted; the first of a session is logged, without its content. Only for lanes that fetch. One
 * for each type and session; one thread at a time.
 */
public final class Sight {
    private static final Logger LOG = System.getLogger(Sight.class.getName());
    private final EntityType type;
    private final Function<Json, Optional<String>> id;
    private final Function<Json, Observation> read;
    private long unreadable;

    /**
     * @param id the record's id; empty if the row has none
     * @param read may throw whatever the row's content makes it throw
     */
    public Sight(EntityType type, Function<Json, Optional<String>> id, Function<Json, Observation> read) {
        this.type = type;
        this.id = id;
        this.read = read;
    }

    /** What a list shows, in its order. */
    public List<Observation> list(List<Json> rows) {
        List<Observation> seen = new ArrayList<>();
        for (Json row : rows) seen(row).ifPresent(seen::add);
        return seen;
    }

    /** A record that was asked for alone. REPORT if it can't be read. */
    public Observation fetched(Json row) throws Fault {
        try {
            return read.apply(row);
        } catch (RuntimeException e) {
            count(e);
            throw Fault.of(Remedy.REPORT, "This " + type.name() + " comes in a form that can't be read");
        }
    }

    /** What was made of a save. It has been saved, so what can't be read is looked at later; REPORT if it has no id. */
    public Observation saved(Json row) throws Fault {
        return seen(row).orElseThrow(() -> Fault.of(Remedy.REPORT, "What was saved comes back without an id"));
    }

    /** Rows so far that couldn't be read. */
    public long unreadable() {
        return unreadable;
    }

    private Optional<Observation> seen(Json row) {
        try {
            return Optional.of(read.apply(row));
        } catch (RuntimeException e) {
            count(e);
            return id(row).map(known -> Observation.hint(type, known));
        }
    }

    private Optional<String> id(Json row) {
        try {
            return id.apply(row);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** What the exception says may be a person's data. */
    private void count(RuntimeException e) {
        unreadable++;
        if (unreadable > 1) return;
        LOG.log(
                Level.WARNING,
                "A record of type {0} can''t be read ({1}); those that follow aren''t mentioned",
                type.name(),
                e.getClass().getSimpleName());
    }
}
