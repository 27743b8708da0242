package io.mortise.benchmarks.product;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The assembled product, unpacked into a folder of its own that goes when this is closed. */
public final class Home implements AutoCloseable {
    private final Path root;
    private final Path folder;

    private Home(Path root) throws IOException {
        this.root = root;
        try (Stream<Path> inside = Files.list(root)) {
            this.folder = inside.findFirst().orElseThrow();
        }
    }

    /** From the zip that was built with this program. */
    public static Home unpacked() throws IOException {
        Path root = Files.createTempDirectory("mortise-bench");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(zip()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = root.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (!entry.isDirectory()) Files.copy(zip, target);
            }
        }
        return new Home(root);
    }

    private static Path zip() throws IOException {
        Path built = benchmarks().resolve("../../../distribution/target").normalize();
        if (Files.isDirectory(built)) {
            try (Stream<Path> files = Files.list(built)) {
                var zip = files.filter(f -> f.getFileName().toString().matches("mortise-.*\\.zip"))
                        .findFirst();
                if (zip.isPresent()) return zip.get();
            }
        }
        throw new IllegalStateException("There is no mortise-*.zip in " + built + "; build it as the README says");
    }

    private static Path benchmarks() {
        try {
            return Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With bin, features, system. */
    public Path folder() {
        return folder;
    }

    /** The jar of a bundle of ours, such as {@code crm}. */
    public Path jar(String bundle) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("system/io/mortise").resolve(bundle))) {
            return files.filter(f -> f.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
    }

    /** An empty folder for the data of one product. */
    public Path newData() throws IOException {
        return Files.createTempDirectory(root, "data");
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
