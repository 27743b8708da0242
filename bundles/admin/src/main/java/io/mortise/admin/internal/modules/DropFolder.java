package io.mortise.admin.internal.modules;

import io.mortise.api.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder into which a person copies jars. A file counts once it has stayed the same between two looks, so that
 * one still being copied isn't taken. Each look is made by one thread at a time.
 */
final class DropFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);

    /** What is done about a file. */
    interface Taker {
        void takeIn(ModuleFile file) throws IOException;

        void takeOut(String id) throws IOException;
    }

    /** @param id "" when it is no bundle */
    private record Taken(Look look, String id) {}

    private record Look(long size, long modified) {}

    private final Path folder;
    private final Taker taker;
    private final Map<Path, Taken> taken = new HashMap<>();
    private final Map<Path, Look> before = new HashMap<>();

    /** What lies there now was put in at the start. */
    DropFolder(Path folder, Taker taker) throws IOException {
        this.folder = folder;
        this.taker = taker;
        for (Path jar : jars(folder)) taken.put(jar, new Taken(look(jar), id(jar)));
    }

    void look() {
        try {
            List<Path> jars = jars(folder);
            Set<Path> gone = new HashSet<>(taken.keySet());
            jars.forEach(gone::remove);
            gone.forEach(this::takeOut);
            for (Path jar : jars) consider(jar, look(jar));
        } catch (IOException e) {
            LOG.warn("The folder {} can't be read: {}", folder, e.toString());
        }
    }

    private void consider(Path jar, Look now) {
        Taken known = taken.get(jar);
        if (known != null && known.look().equals(now)) return;
        if (!now.equals(before.put(jar, now))) return;
        before.remove(jar);
        String id = "";
        try {
            ModuleFile file = Inspection.of(jar);
            id = file.id();
            taker.takeIn(file);
            LOG.info("{} is in: {} {}", jar, file.id(), file.version());
        } catch (IOException | RuntimeException e) {
            told(jar, e);
        }
        taken.put(jar, new Taken(now, id));
    }

    private void takeOut(Path jar) {
        String id = taken.remove(jar).id();
        before.remove(jar);
        try {
            if (!id.isEmpty() && find(folder, id).isEmpty()) taker.takeOut(id);
        } catch (IOException | RuntimeException e) {
            told(jar, e);
        }
    }

    private static void told(Path jar, Exception e) {
        if (e instanceof Refusal) LOG.error("{} is left alone: {}", jar, e.getMessage());
        else LOG.error("{} is left alone", jar, e);
    }

    /** The jar with this symbolic name; of several the last, as at the start. */
    static Optional<Path> find(Path folder, String id) throws IOException {
        return jars(folder).stream().filter(jar -> id(jar).equals(id)).reduce((first, last) -> last);
    }

    private static String id(Path jar) {
        try {
            return Inspection.of(jar).id();
        } catch (Refusal e) {
            return "";
        }
    }

    private static Look look(Path jar) throws IOException {
        return new Look(Files.size(jar), Files.getLastModifiedTime(jar).toMillis());
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
