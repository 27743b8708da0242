package io.mortise.connector.http;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Observation;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads records out of a vendor's rows, each by itself: one that can't be read stops no other, and a field that can't be
 * read takes nothing else with it. A row whose record can't be made at all becomes a hint in a list, so that it is known
 * to be there and is fetched alone; without an id it is nothing that could be known again, and is left out. What can't
 * be read is counted; the first of a session is logged, without its content. Only for lanes that fetch. One for each
 * type and session; one thread at a time.
 */
public final class Sight {
    private static final Logger LOG = System.getLogger(Sight.class.getName());

    /** A record as its row shows it; may throw whatever the row's content makes it throw. */
    @FunctionalInterface
    public interface Reads {
        /** @param unread for the mapping */
        Observation of(Json row, Consumer<Field<?>> unread);
    }

    private final EntityType type;
    private final Function<Json, Optional<String>> id;
    private final Function<Json, Optional<Instant>> changedAt;
    private final Reads read;
    private long unreadable;

    /**
     * @param id the record's id; empty if the row has none
     * @param changedAt when it was changed, even if nothing else can be read
     */
    public Sight(
            EntityType type,
            Function<Json, Optional<String>> id,
            Function<Json, Optional<Instant>> changedAt,
            Reads read) {
        this.type = type;
        this.id = id;
        this.changedAt = changedAt;
        this.read = read;
    }

    /** Of rows that don't tell when they were changed. */
    public Sight(EntityType type, Function<Json, Optional<String>> id, Reads read) {
        this(type, id, row -> Optional.empty(), read);
    }

    /** What a list shows, in its order. */
    public List<Observation> list(List<Json> rows) {
        List<Observation> seen = new ArrayList<>();
        for (Json row : rows) seen(row).ifPresent(seen::add);
        return seen;
    }

    /** A record that was asked for alone, read as in a list. REPORT if it can't be read. */
    public Observation fetched(Json row) throws Fault {
        try {
            return read.of(row, this::unread);
        } catch (RuntimeException e) {
            count(e.getClass().getSimpleName());
            throw Fault.of(Remedy.REPORT, "This " + type.name() + " comes in a form that can't be read");
        }
    }

    /** What was made of a save. It has been saved, so what can't be read is looked at later; REPORT if it has no id. */
    public Observation saved(Json row) throws Fault {
        return seen(row).orElseThrow(() -> Fault.of(Remedy.REPORT, "What was saved comes back without an id"));
    }

    /** Rows and fields so far that couldn't be read. */
    public long unreadable() {
        return unreadable;
    }

    private Optional<Observation> seen(Json row) {
        try {
            return Optional.of(read.of(row, this::unread));
        } catch (RuntimeException e) {
            count(e.getClass().getSimpleName());
            return part(row, id).map(known -> hint(row, known));
        }
    }

    private Observation hint(Json row, String known) {
        Observation hint = Observation.hint(type, known);
        return part(row, changedAt).map(hint::changedAt).orElse(hint);
    }

    private static <T> Optional<T> part(Json row, Function<Json, Optional<T>> get) {
        try {
            return get.apply(row);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private void unread(Field<?> field) {
        count(field.name());
    }

    /** @param what never what it says: that may be a person's data */
    private void count(String what) {
        unreadable++;
        if (unreadable > 1) return;
        LOG.log(
                Level.WARNING,
                "Something of type {0} can''t be read ({1}) and stays unknown; what follows isn''t told again",
                type.name(),
                what);
    }
}
