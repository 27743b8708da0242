package io.mortise.store.sql.internal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** From settings to a store that is ready. */
public final class Opening {
    private Opening() {}

    /**
     * @param db {@code sqlite}, or {@code postgresql://user:password@host:port/name}
     * @param data the folder for the file of SQLite
     * @throws RuntimeException with a sentence for people if there can be no store
     */
    public static SqlStore store(String db, Path data) {
        return store(db, data, Columns.declared());
    }

    static SqlStore store(String db, Path data, Columns columns) {
        Database database = database(db, data);
        try {
            Clock clock = Clock.systemUTC();
            new Migrations(database, Migration.all(database.dialect()), clock).run();
            database.alone(new Filling(database, columns)::run);
            return new SqlStore(database, columns, clock, new Ids(clock, new SecureRandom().nextInt(Ids.NODES)));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Database database(String db, Path data) {
        if (db.equals("sqlite")) return new SqliteDatabase(data.resolve("mortise.db"));
        if (db.startsWith("postgresql://")) return postgres(PostgresAddress.of(db));
        throw new IllegalArgumentException(
                "mortise.db must be \"sqlite\" or begin with \"postgresql://\"; it is neither");
    }

    private static Database postgres(PostgresAddress address) {
        PostgresDatabase database = new PostgresDatabase(address);
        String encoding = database.encoding();
        if (encoding.equals("UTF8")) return database;
        database.close();
        throw new IllegalStateException("The database " + address + " keeps text as " + encoding
                + "; Mortise needs one that was created with ENCODING 'UTF8'");
    }
}
