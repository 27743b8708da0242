package io.mortise.store.sql.internal;

import io.mortise.model.Ref;
import io.mortise.store.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the table of lists to what the types say now, before anybody asks: a field that has become indexed is read from
 * all rows once. Goes on where it was interrupted.
 */
final class Filling {
    private static final Logger LOG = LoggerFactory.getLogger(Filling.class);
    private static final int STEP = 1000;
    private static final long DONE = Long.MAX_VALUE;

    private final Database database;
    private final Columns columns;

    private record State(String type, String paths, long filledTo) {}

    Filling(Database database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    void run() {
        Map<String, State> known = new HashMap<>();
        for (State state : states()) known.put(state.type(), state);
        for (String type : known.keySet()) if (!columns.has(type)) forget(type);
        for (String type : columns.byType().keySet()) bring(type, Optional.ofNullable(known.get(type)));
    }

    private List<State> states() {
        return database.read(sql -> sql.list(
                "SELECT type, paths, filled_to FROM listing",
                cells -> new State(cells.text(), cells.text(), cells.number())));
    }

    private void forget(String type) {
        database.write(sql -> {
            sql.change("DELETE FROM listed WHERE type = ?", type);
            return sql.change("DELETE FROM listing WHERE type = ?", type);
        });
    }

    private void bring(String type, Optional<State> known) {
        long from = known.filter(state -> state.paths().equals(columns.signature(type)))
                .map(State::filledTo)
                .orElse(0L);
        if (from == DONE) return;
        from = step(type, from);
        if (from != DONE)
            LOG.info("Lists of \"{}\" are made ready; that takes some minutes for a million of them", type);
        while (from != DONE) from = step(type, from);
    }

    private long step(String type, long from) {
        return database.write(sql -> {
            List<Row> rows = sql.list(
                    Entities.SELECT + " WHERE id > ? AND type || '' = ? ORDER BY id LIMIT ?",
                    Entities::row,
                    from,
                    type,
                    STEP);
            new Listed(sql, columns).put(rows);
            long to = rows.size() < STEP ? DONE : last(rows);
            sql.change(
                    "INSERT INTO listing (type, paths, filled_to) VALUES (?, ?, ?) ON CONFLICT (type) DO UPDATE SET"
                            + " paths = excluded.paths, filled_to = excluded.filled_to",
                    type,
                    columns.signature(type),
                    to);
            return to;
        });
    }

    private static long last(List<Row> rows) {
        Ref last = rows.get(rows.size() - 1).ref();
        return Ids.required(last.id());
    }
}
