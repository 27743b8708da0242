package io.mortise.store.sql.internal;

import io.mortise.store.Row;
import java.util.List;

/**
 * What is told to an index of words that is kept apart from the rows. It is told of many rows together; until then they
 * wait, and searches read them.
 */
final class Reworded {
    /** So many wait at most. */
    private static final int MOST = 200;

    private static final String WAIT = "INSERT INTO reworded (id) VALUES (?)";
    private static final String WAIT_IF_OTHER = "INSERT INTO reworded (id) SELECT id FROM entity"
            + " WHERE id = ? AND words <> ? ON CONFLICT (id) DO NOTHING";
    private static final List<String> CATCH_UP = List.of(
            "DELETE FROM found WHERE rowid IN (SELECT id FROM reworded)",
            "INSERT INTO found (rowid, words) SELECT e.id, ';' || e.type || ' ' || e.words"
                    + " FROM reworded r CROSS JOIN entity e WHERE e.id = r.id",
            "DELETE FROM reworded");

    private final Sql sql;

    Reworded(Sql sql) {
        this.sql = sql;
    }

    void added(List<Row> rows) {
        if (!sql.dialect().keepsWordsApart()) return;
        sql.changes(WAIT, rows.stream().map(row -> new Object[] {id(row)}).toList());
        catchUp();
    }

    /** @param change from the words that are kept now to those of the rows */
    void changed(List<Row> rows, Runnable change) {
        boolean apart = sql.dialect().keepsWordsApart();
        if (apart)
            sql.changes(
                    WAIT_IF_OTHER,
                    rows.stream()
                            .map(row -> new Object[] {id(row), row.words()})
                            .toList());
        change.run();
        if (apart) catchUp();
    }

    private void catchUp() {
        long waiting = sql.one("SELECT count(*) FROM reworded", Cells::number).orElseThrow();
        if (waiting > MOST) CATCH_UP.forEach(sql::change);
    }

    private static long id(Row row) {
        return Ids.required(row.ref().id());
    }
}
