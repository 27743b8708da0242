package io.mortise.store.sql.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One file. A single connection writes, in turns that are fair, so that a person's save comes next after the one bulk
 * transaction under way; four others read beside it. Transactions are begun and ended by hand: with auto-commit off the
 * driver would keep the write lock between them.
 */
final class SqliteDatabase implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);
    private static final int READERS = 4;

    private final Path file;
    private final Dialect dialect = new SqliteDialect();
    private final Together together = new Together(this::shared);
    private final Semaphore reading = new Semaphore(READERS, true);
    private final Deque<Statements> readers = new ArrayDeque<>();
    private final Statements writer;
    /** Of the writer, at this moment: only it changes this, in its turn. */
    private boolean durable;

    /** Makes the file if there is none. */
    SqliteDatabase(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            writer = open();
            for (int i = 0; i < READERS; i++) readers.push(open());
        } catch (IOException | SQLException e) {
            throw new DatabaseFailure("The database file " + file + " can't be opened: " + e.getMessage(), e);
        }
    }

    private Statements open() throws SQLException {
        return Statements.kept(source().getConnection());
    }

    private SQLiteDataSource source() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setBusyTimeout(10_000);
        // Otherwise the driver asks for the last row id after each INSERT, with a statement of its own.
        config.setGetGeneratedKeys(false);
        config.setCacheSize(-65_536); // 64 MB
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "1073741824");
        // Checkpoints that come often write the same index pages again and again.
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "32768");
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    public <R> R read(Function<Sql, R> look) {
        reading.acquireUninterruptibly();
        Statements connection = taken();
        try {
            return transaction(connection, "BEGIN", look);
        } finally {
            synchronized (readers) {
                readers.push(connection);
            }
            reading.release();
        }
    }

    private Statements taken() {
        synchronized (readers) {
            return readers.pop();
        }
    }

    @Override
    public <R> R write(Function<Sql, R> work) {
        return together.write(false, work);
    }

    @Override
    public <R> R writeDurably(Function<Sql, R> work) {
        return together.write(true, work);
    }

    private void shared(boolean durably, Consumer<Sql> work) {
        sync(durably);
        transaction(writer, "BEGIN IMMEDIATE", sql -> {
            work.accept(sql);
            return sql;
        });
    }

    /** The setting is of the connection and can't be changed inside a transaction. It is made as its statement is read. */
    private void sync(boolean durably) {
        if (durably == durable) return;
        once(writer, "PRAGMA synchronous = " + (durably ? "FULL" : "NORMAL"));
        durable = durably;
    }

    private <R> R transaction(Statements connection, String begin, Function<Sql, R> work) {
        boolean done = false;
        run(connection, begin);
        try {
            R result = work.apply(new Sql(connection, dialect));
            run(connection, "COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) rollBack(connection);
        }
    }

    /** It may have been rolled back already, by SQLite itself after a failure; what went wrong is on its way up. */
    private static void rollBack(Statements statements) {
        try (var statement = statements.connection().createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            LOG.debug("nothing to roll back", e);
        }
    }

    private static void run(Statements statements, String sql) {
        try {
            statements.run(sql);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void once(Statements statements, String sql) {
        try (var statement = statements.connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Backup backup() {
        return new SqliteBackup(
                file.toAbsolutePath().resolveSibling("backup"),
                copy -> once(writer, "VACUUM INTO " + Dialect.quoted(copy.toString())));
    }

    @Override
    public void alone(Runnable work) {
        work.run();
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        together.pausing(this::closed);
    }

    private void closed() {
        reading.acquireUninterruptibly(READERS);
        try {
            for (Statements reader : readers) reader.close();
            writer.close();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } finally {
            reading.release(READERS);
        }
    }
}
