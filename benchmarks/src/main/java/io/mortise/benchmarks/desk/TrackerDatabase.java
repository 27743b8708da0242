package io.mortise.benchmarks.desk;

import io.mortise.store.sql.internal.Cluster;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own for Request Tracker, on a server of this machine; its own programs fill it. */
final class TrackerDatabase implements AutoCloseable {
    private final PGSimpleDataSource server = new PGSimpleDataSource();
    private final String name = "mortise_bench_" + UUID.randomUUID().toString().replace("-", "");
    private final Cluster cluster;

    private TrackerDatabase(Cluster cluster) {
        this.cluster = cluster;
        server.setURL(cluster.jdbcUrl());
    }

    /** Empty if there is no PostgreSQL on this machine. */
    static Optional<TrackerDatabase> find() {
        return Cluster.find("fsync=on").map(TrackerDatabase::new);
    }

    String name() {
        return name;
    }

    String host() {
        return server.getServerNames()[0];
    }

    int port() {
        return server.getPortNumbers()[0];
    }

    String user() {
        return server.getUser();
    }

    String password() {
        return Optional.ofNullable(server.getPassword()).orElse("");
    }

    /** The process that all its others hang from. */
    ProcessHandle process() throws SQLException {
        try (Connection connection = server.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")) {
            answer.next();
            return ProcessHandle.of(Long.parseLong(answer.getString(1).strip()))
                    .orElseThrow(() -> new IllegalStateException("PostgreSQL must run on this machine"));
        }
    }

    /** What the planner should know of what was filled in. */
    void analyze() throws SQLException {
        PGSimpleDataSource own = new PGSimpleDataSource();
        own.setURL(cluster.jdbcUrl());
        own.setDatabaseName(name);
        try (Connection connection = own.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    @Override
    public void close() throws IOException {
        try (cluster;
                Connection connection = server.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
