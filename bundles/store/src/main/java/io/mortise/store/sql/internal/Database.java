package io.mortise.store.sql.internal;

import java.util.function.Function;

/** How one kind of database makes a transaction. Thread-safe. */
interface Database extends AutoCloseable {
    /** One consistent look, side by side with a writer. */
    <R> R read(Function<Sql, R> look);

    /** All or nothing, and as if nobody else wrote. */
    <R> R write(Function<Sql, R> work);

    /** The same; once this returns, no power failure undoes it. */
    <R> R writeDurably(Function<Sql, R> work);

    Dialect dialect();

    /** Everything that is there, kept beside the database before it is changed; old ones go. */
    Backup backup();

    /** Holds off other nodes while the tables are made or changed. */
    void alone(Runnable work);

    @Override
    void close();
}
