package io.mortise.store.sql.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Copies of the file in a folder beside it. */
final class SqliteBackup implements Backup {
    private final Path folder;
    private final Consumer<Path> copy;

    /** @param copy writes the whole database into a file that doesn't exist */
    SqliteBackup(Path folder, Consumer<Path> copy) {
        this.folder = folder;
        this.copy = copy;
    }

    @Override
    public void take(int version) {
        String time = LocalDateTime.now(Clock.systemUTC()).format(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS"));
        try {
            Files.createDirectories(folder);
            copy.accept(folder.resolve("mortise-" + version + "-" + time + ".db"));
            List<Path> all = newestFirst();
            for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) Files.delete(old);
        } catch (IOException e) {
            throw new UncheckedIOException("No backup can be written to " + folder + "; nothing was changed", e);
        }
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches("mortise-\\d+-\\d{8}T\\d{9}\\.db"))
                    .sorted(Comparator.comparing(SqliteBackup::time).reversed())
                    .toList();
        }
    }

    private static String time(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('-'));
    }
}
