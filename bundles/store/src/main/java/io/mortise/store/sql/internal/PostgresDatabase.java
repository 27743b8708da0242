package io.mortise.store.sql.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database on a server. Changes run side by side at READ COMMITTED, guarded by versions and unique keys, and run again
 * after a conflict; a look is one snapshot.
 */
final class PostgresDatabase implements Database {
    private static final int TRIES = 5;
    /** Any number, as long as every node takes the same. */
    private static final long MIGRATION_LOCK = 0x6d6f7274697365L;

    private final HikariDataSource pool;
    private final Dialect dialect = new PostgresDialect();

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
        for (int tries = 1; ; tries++) {
            try {
                return once(work);
            } catch (DatabaseFailure e) {
                boolean again = e.getCause() instanceof SQLException why && dialect.isConflict(why);
                if (!again || tries == TRIES) throw e;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                        ThreadLocalRandom.current().nextInt(5 << tries)));
            }
        }
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
        R result = work.apply(new Sql(connection, dialect));
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
