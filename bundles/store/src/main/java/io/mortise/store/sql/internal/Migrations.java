package io.mortise.store.sql.internal;

import java.time.Clock;
import java.util.List;

/** Brings the tables of a database to the form that this program works with, or refuses. */
final class Migrations {
    private static final String TABLE = "CREATE TABLE IF NOT EXISTS migration (version INTEGER NOT NULL PRIMARY KEY,"
            + " name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)";

    private record Applied(int version, String checksum) {}

    private final Database database;
    private final List<Migration> steps;
    private final Clock clock;

    Migrations(Database database, List<Migration> steps, Clock clock) {
        this.database = database;
        this.steps = steps;
        this.clock = clock;
    }

    /** @throws IllegalStateException if the database isn't one that this program may change */
    void run() {
        database.alone(() -> {
            database.write(sql -> sql.change(TABLE));
            List<Applied> applied = database.read(sql -> sql.list(
                    "SELECT version, checksum FROM migration ORDER BY version",
                    c -> new Applied((int) c.number(), c.text())));
            applied.forEach(this::check);
            List<Migration> open = steps.subList(applied.size(), steps.size());
            if (!open.isEmpty() && !applied.isEmpty()) database.backup().take(applied.size());
            open.forEach(this::apply);
        });
    }

    private void check(Applied applied) {
        if (applied.version() > steps.size())
            throw new IllegalStateException("The database is newer than this program: it has gone through step "
                    + applied.version() + " and the program knows " + steps.size()
                    + ". Start the newer program, or restore a backup that was made before it.");
        Migration step = steps.get(applied.version() - 1);
        if (!step.checksum().equals(applied.checksum()))
            throw new IllegalStateException("Step " + step.version() + " (" + step.name()
                    + ") of the database was made by another program than this one: the checksums differ."
                    + " Start the program that made it, or restore a backup.");
    }

    private void apply(Migration step) {
        database.write(sql -> {
            sql.run(step.sql());
            return sql.change(
                    "INSERT INTO migration (version, name, checksum, applied_at) VALUES (?, ?, ?, ?)",
                    step.version(),
                    step.name(),
                    step.checksum(),
                    clock.instant());
        });
    }
}
