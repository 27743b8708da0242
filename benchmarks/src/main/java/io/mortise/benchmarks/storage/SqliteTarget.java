package io.mortise.benchmarks.storage;

import io.mortise.store.Store;
import io.mortise.store.sql.internal.Opening;
import io.mortise.store.sql.internal.SqlStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

final class SqliteTarget implements Target {
    private final Path folder = Files.createTempDirectory("mortise-bench");
    private final SqlStore store = Opening.store("sqlite", folder);
    /** To see from outside whether anything is written. */
    private final Connection watching = connection(folder.resolve("mortise.db"));

    SqliteTarget() throws IOException, SQLException {}

    /** Set up as the store does it. */
    private static Connection connection(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setGetGeneratedKeys(false);
        config.setCacheSize(-65_536);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "1073741824");
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "32768");
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source.getConnection();
    }

    @Override
    public void bareInsert(Records records) throws SQLException {
        try (Connection connection = connection(folder.resolve("bare.db"))) {
            Bare bare = new Bare(connection);
            bare.create("INTEGER", "TEXT");
            bare.insert(records, "BEGIN IMMEDIATE");
        }
    }

    @Override
    public Store store() {
        return store;
    }

    /** Changes with each commit of another connection that wrote. */
    @Override
    public String mark() throws SQLException {
        try (var statement = watching.createStatement();
                var answer = statement.executeQuery("PRAGMA data_version")) {
            return answer.getString(1);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        watching.close();
        store.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
