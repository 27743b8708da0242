package io.mortise.store.sql.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database on a server. One transaction writes at a time, in this process in turns that are fair and take no
 * connection, among several processes behind a lock of the server: so what a change has read is still so when it is
 * committed. A look is one snapshot, beside the writer.
 */
final class PostgresDatabase implements Database {
    /** Any two numbers, as long as every node takes the same. */
    private static final long MIGRATION_LOCK = 0x6d6f7274697365L;

    private static final long WRITE_LOCK = MIGRATION_LOCK + 1;
    /** The server ends a node that has the turn and says nothing any more, so that the others don't wait for it for ever. */
    private static final String TURN =
            "SELECT set_config('idle_in_transaction_session_timeout', '60s', true), pg_advisory_xact_lock(?)";

    private final HikariDataSource pool;
    private final Dialect dialect = new PostgresDialect();
    private final Together together = new Together((durably, work) -> shared(work));

    PostgresDatabase(PostgresAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setReWriteBatchedInserts(true);
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(10);
        source.setApplicationName("Mortise");
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("mortise");
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setMaximumPoolSize(10);
        config.setConnectionTimeout(10_000);
        pool = opened(config, address);
    }

    private static HikariDataSource opened(HikariConfig config, PostgresAddress address) {
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw new DatabaseFailure("The database " + address + " can't be reached: " + why.getMessage(), why);
        }
    }

    @Override
    public <R> R read(Function<Sql, R> look) {
        return once(sql -> {
            sql.change("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            return look.apply(sql);
        });
    }

    @Override
    public <R> R write(Function<Sql, R> work) {
        return together.write(false, work);
    }

    /** The server syncs its log at every commit. */
    @Override
    public <R> R writeDurably(Function<Sql, R> work) {
        return together.write(true, work);
    }

    private void shared(Consumer<Sql> work) {
        once(sql -> {
            sql.one(TURN, Cells::text, WRITE_LOCK);
            work.accept(sql);
            return "";
        });
    }

    private <R> R once(Function<Sql, R> work) {
        try (Connection connection = pool.getConnection()) {
            return transaction(connection, work);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** A connection that is given back without a commit is rolled back by the pool. */
    private <R> R transaction(Connection connection, Function<Sql, R> work) throws SQLException {
        R result = work.apply(new Sql(Statements.passing(connection), dialect));
        connection.commit();
        return result;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Backup backup() {
        return new PostgresBackup(this);
    }

    /** The lock lives as long as its transaction, which does nothing else. */
    @Override
    public void alone(Runnable work) {
        once(sql -> {
            sql.one("SELECT 1 FROM pg_advisory_xact_lock(?)", Cells::number, MIGRATION_LOCK);
            work.run();
            return "";
        });
    }

    String encoding() {
        return read(sql -> sql.one("SHOW server_encoding", Cells::text).orElseThrow());
    }

    @Override
    public void close() {
        pool.close();
    }
}
