package io.mortise.admin.internal.modules;

import io.mortise.api.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code data/modules}, what is put in place again at the next start: a jar per uploaded module, and {@code stopped}
 * with the names of those that stay stopped. A file is there wholly or not at all.
 */
final class ModuleFolder {
    private static final long LARGEST = 64L << 20;

    private final Path folder;
    private final Path incoming;
    private final Path before;

    ModuleFolder(Path folder) throws IOException {
        this.folder = folder;
        this.incoming = Files.createDirectories(folder.resolve("incoming"));
        this.before = Files.createDirectories(folder.resolve("before"));
        try (Stream<Path> left = Files.list(incoming)) {
            for (Path file : left.toList()) Files.delete(file);
        }
    }

    /** A new file for work in progress; what is left of it is deleted at the next start. */
    Path scratch() throws IOException {
        return Files.createTempFile(incoming, "module", ".tmp");
    }

    /** Reads and closes {@code in}. */
    Path receive(InputStream in) throws IOException {
        Path file = scratch();
        try (in;
                FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            byte[] some = new byte[64 * 1024];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                if (channel.position() + n > LARGEST) throw tooLarge();
                out.write(some, 0, n);
            }
            channel.force(true);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static Refusal tooLarge() {
        return new Refusal(Refusal.Reason.INVALID, "A module has at most " + (LARGEST >> 20) + " MB.");
    }

    Optional<Path> uploaded(String id) {
        return Optional.of(jar(folder, id)).filter(Files::exists);
    }

    Optional<Path> before(String id) {
        return Optional.of(jar(before, id)).filter(Files::exists);
    }

    void keep(ModuleFile file) throws IOException {
        move(file.path(), jar(folder, file.id()));
    }

    /** @param file the version that is replaced; it is copied */
    void keepBefore(String id, Path file) throws IOException {
        Path copy = scratch();
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        move(copy, jar(before, id));
    }

    void forget(String id) throws IOException {
        Files.deleteIfExists(jar(folder, id));
    }

    private static Path jar(Path folder, String id) {
        return folder.resolve(id + ".jar");
    }

    Set<String> stopped() throws IOException {
        Path file = folder.resolve("stopped");
        return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : new TreeSet<>();
    }

    void mark(String id, boolean stopped) throws IOException {
        Set<String> names = stopped();
        if (stopped ? !names.add(id) : !names.remove(id)) return;
        Path file = scratch();
        Files.write(file, List.copyOf(names));
        move(file, folder.resolve("stopped"));
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
