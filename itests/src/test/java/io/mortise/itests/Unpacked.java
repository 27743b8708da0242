package io.mortise.itests;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The zip of the distribution, unpacked into a folder of its own, with the file modes that it carries. */
public final class Unpacked implements AutoCloseable {
    private final Path root;

    private Unpacked(Path root) {
        this.root = root;
    }

    static Unpacked zip() {
        try {
            Path root = Files.createTempDirectory("mortise-itests-");
            Path zip = Path.of(System.getProperty("mortise.zip"));
            try (FileSystem inside = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true))) {
                for (Path entry : tree(inside.getPath("/"))) {
                    unpack(entry, root.resolve(entry.toString().substring(1)));
                }
            }
            return new Unpacked(root);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot unpack the distribution; was it built?", e);
        }
    }

    private static void unpack(Path entry, Path target) throws IOException {
        if (Files.isDirectory(entry)) {
            Files.createDirectories(target);
        } else {
            Files.copy(entry, target);
            Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(entry));
        }
    }

    private static List<Path> tree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.toList();
        }
    }

    /** The folder with bin, lib, system. */
    public Path home() throws IOException {
        try (Stream<Path> inside = Files.list(root)) {
            return inside.filter(Files::isDirectory)
                    .filter(folder -> folder.getFileName().toString().startsWith("mortise-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    boolean has(String bundle) throws IOException {
        return Files.isDirectory(home().resolve("system/io/mortise").resolve(bundle));
    }

    Path newDataFolder() throws IOException {
        return Files.createTempDirectory(root, "data-");
    }

    @Override
    public void close() throws IOException {
        List<Path> files = tree(root).stream().sorted(Comparator.reverseOrder()).toList();
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
