package io.mortise.store.sql.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.model.Outage;
import io.mortise.store.Document;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the database can't do is an outage; what it was asked wrongly is a mistake of ours. */
class SqliteOutageTest {
    @TempDir
    Path data;

    @Test
    void aFullDatabaseIsAnOutageAndWorksAgainWithRoom() {
        try (SqliteDatabase database = new SqliteDatabase(data.resolve("full.db"))) {
            database.write(sql -> sql.change("CREATE TABLE a (x TEXT)"));
            database.write(sql -> sql.one("PRAGMA max_page_count = 3", Cells::number));
            assertThatThrownBy(() -> database.write(sql -> sql.change("INSERT INTO a VALUES (?)", "x".repeat(20_000))))
                    .isInstanceOf(Outage.class);
            database.write(sql -> sql.one("PRAGMA max_page_count = 1000", Cells::number));
            assertThat(database.<Integer>write(sql -> sql.change("INSERT INTO a VALUES (?)", "x".repeat(20_000))))
                    .isOne();
        }
    }

    @Test
    void aStoreThatIsClosedIsAnOutage() {
        SqlStore store = Opening.store("sqlite", data);
        store.close();
        assertThatThrownBy(() -> store.read(s -> s.dirtyCount())).isInstanceOf(Outage.class);
        assertThatThrownBy(() -> store.write(s -> {
                    s.put(Document.of("a", "", "b", "{}"));
                    return "";
                }))
                .isInstanceOf(Outage.class);
    }

    @Test
    void nonsenseIsAMistakeOfOurs() {
        try (SqliteDatabase database = new SqliteDatabase(data.resolve("other.db"))) {
            assertThatThrownBy(() -> database.read(sql -> sql.list("SELECT nothing FROM nowhere", Cells::text)))
                    .isInstanceOf(IllegalStateException.class)
                    .isNotInstanceOf(Outage.class);
        }
    }
}
