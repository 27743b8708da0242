package io.mortise.store.sql.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMigrationTest extends MigrationRules {
    @TempDir
    Path data;

    @Override
    Database fresh() {
        return new SqliteDatabase(data.resolve("mortise.db"));
    }

    @Override
    List<String> backups() {
        File[] files =
                Optional.ofNullable(data.resolve("backup").toFile().listFiles()).orElse(new File[0]);
        return Arrays.stream(files)
                .map(File::toString)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    @Override
    long numberIn(String backup) {
        try (Database copy = new SqliteDatabase(Path.of(backup))) {
            return copy.read(sql -> sql.one("SELECT x FROM a", Cells::number)).orElseThrow();
        }
    }

    @Test
    void withoutRoomForABackupNothingIsChanged() throws IOException {
        runFirst();
        Files.writeString(data.resolve("backup"), "a file where the folder should be");
        assertThatThrownBy(this::runBoth).hasMessageContaining("nothing was changed");
        List<Long> versions = database().read(sql -> sql.list("SELECT version FROM migration", Cells::number));
        assertThat(versions).containsExactly(1L);
    }

    private void runFirst() {
        new Migrations(database(), List.of(FIRST), java.time.Clock.systemUTC()).run();
    }

    private void runBoth() {
        new Migrations(database(), List.of(FIRST, SECOND), java.time.Clock.systemUTC()).run();
    }
}
