package io.mortise.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.feature.impl.FeatureServiceImpl;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureBundle;
import org.osgi.service.feature.FeatureConfiguration;
import org.osgi.service.feature.ID;

/** The chosen feature files, read: which jars of {@code system/} start in which order, and their settings. */
record Features(List<Jar> jars, List<FeatureConfiguration> configurations) {
    /** The level of bundles for which the feature file names none. */
    private static final int USUAL_LEVEL = 7;

    /** @param level lower starts earlier */
    record Jar(Path file, int level) {}

    /** @throws Refused when there is no such feature, or a jar of it is missing */
    static Features read(Path home, List<String> names) throws IOException {
        Map<Path, Jar> jars = new LinkedHashMap<>();
        List<FeatureConfiguration> configurations = new ArrayList<>();
        for (String name : names) {
            Feature feature = read(home.resolve("features"), name);
            for (FeatureBundle bundle : feature.getBundles()) {
                Path file = file(home, bundle.getID());
                jars.putIfAbsent(file, new Jar(file, level(bundle)));
            }
            configurations.addAll(feature.getConfigurations().values());
        }
        return new Features(List.copyOf(jars.values()), configurations);
    }

    private static Feature read(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ".json").normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            throw Refused.option("There is no feature \"" + name + "\". There are: " + names(folder) + ".");
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            return new FeatureServiceImpl().readFeature(reader);
        }
    }

    private static String names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }

    private static int level(FeatureBundle bundle) {
        Object level = bundle.getMetadata().getOrDefault("start-order", USUAL_LEVEL);
        return Integer.parseInt(level.toString());
    }

    private static Path file(Path home, ID id) {
        Path file = home.resolve("system")
                .resolve(id.getGroupId().replace('.', '/'))
                .resolve(id.getArtifactId())
                .resolve(id.getVersion())
                .resolve(id.getArtifactId() + "-" + id.getVersion() + ".jar");
        if (!Files.isRegularFile(file)) {
            throw Refused.start("This installation is damaged: " + file + " is missing. Unpack it again.");
        }
        return file;
    }
}
