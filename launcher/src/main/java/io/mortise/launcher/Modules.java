package io.mortise.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.osgi.framework.Constants;

/**
 * What admins added: jars in {@code data/modules} (uploaded) and {@code modules} (dropped in). One with the symbolic
 * name of a bundle of ours takes its place, an uploaded one that of a dropped-in one.
 *
 * @param jars by symbolic name
 * @param stopped symbolic names that an admin stopped, one a line in {@code data/modules/stopped}; they stay so
 */
record Modules(Map<String, Path> jars, Set<String> stopped) {
    static Modules find(Path home, Path data) throws IOException {
        Map<String, Path> jars = new LinkedHashMap<>();
        for (Path folder : List.of(home.resolve("modules"), data.resolve("modules"))) {
            for (Path jar : jarsIn(folder)) {
                symbolicName(jar).ifPresent(name -> jars.put(name, jar));
            }
        }
        return new Modules(jars, stoppedIn(data.resolve("modules/stopped")));
    }

    static Optional<String> symbolicName(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Optional<String> name = Optional.ofNullable(file.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME))
                    .map(value -> value.split(";", 2)[0].strip());
            if (name.isEmpty()) {
                System.err.println(jar + " is not an OSGi bundle (no Bundle-SymbolicName); it is left out.");
            }
            return name;
        } catch (IOException e) {
            System.err.println(jar + " cannot be read (" + e.getMessage() + "); it is left out.");
            return Optional.empty();
        }
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> stoppedIn(Path file) throws IOException {
        return Files.exists(file) ? new HashSet<>(Files.readAllLines(file)) : Set.of();
    }
}
