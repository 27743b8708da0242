package io.mortise.store.sql.internal;

import io.mortise.store.Reading;
import io.mortise.store.Store;
import io.mortise.store.Writing;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/** A store in a database. */
public final class SqlStore implements Store, AutoCloseable {
    private final Database database;
    private final Columns columns;
    private final Clock clock;
    private final Ids ids;
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    /** @param clock tells when documents have expired for writers */
    SqlStore(Database database, Columns columns, Clock clock, Ids ids) {
        this.database = database;
        this.columns = columns;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public <R> R read(Function<? super Reading, ? extends R> look) {
        return alone(() -> database.read(sql -> look.apply(new SqlReading(sql, columns))));
    }

    @Override
    public <R> R write(Function<? super Writing, ? extends R> work) {
        return alone(() -> database.write(sql -> done(sql, work)));
    }

    @Override
    public <R> R writeDurably(Function<? super Writing, ? extends R> work) {
        return alone(() -> database.writeDurably(sql -> done(sql, work)));
    }

    private <R> R done(Sql sql, Function<? super Writing, ? extends R> work) {
        R result = work.apply(new SqlWriting(sql, columns, clock.instant(), ids));
        sql.requireSound();
        return result;
    }

    @Override
    public String newId() {
        return Long.toString(ids.next());
    }

    @Override
    public void close() {
        database.close();
    }

    private <R> R alone(Supplier<R> transaction) {
        if (inside.get()) throw new IllegalStateException("a transaction must not be opened inside another");
        inside.set(true);
        try {
            return transaction.get();
        } finally {
            inside.remove();
        }
    }
}
