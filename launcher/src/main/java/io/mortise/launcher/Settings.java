package io.mortise.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The framework's properties: the options under {@code mortise.*}, then those of conf/framework.properties. */
final class Settings {
    private static final String USUAL_FEATURES = "mortise.features.usual";

    private final Map<String, String> properties;
    private final List<String> features;

    private Settings(Map<String, String> properties, List<String> features) {
        this.properties = properties;
        this.features = features;
    }

    static Settings read(Path home, Options options) throws IOException {
        Map<String, String> properties = new LinkedHashMap<>();
        for (Option option : Option.values()) {
            properties.put(option.property(), options.get(option));
        }
        Path data = options.data(home);
        properties.put("mortise.home", home.toString());
        properties.put("mortise.data", data.toString());
        properties.put("mortise.modules", home.resolve("modules").toString());
        Properties file = load(home.resolve("conf/framework.properties"));
        List<String> features = features(options.get(Option.FEATURES), file.getProperty(USUAL_FEATURES, ""));
        properties.put(Option.FEATURES.property(), String.join(",", features));
        Placeholders placeholders = new Placeholders(properties);
        file.stringPropertyNames().forEach(name -> properties.put(name, placeholders.fill(file.getProperty(name))));
        return new Settings(properties, features);
    }

    /** A name with a plus comes on top of the usual features; names without replace them. Core is always there. */
    private static List<String> features(String asked, String usual) {
        List<String> names = words(asked);
        Set<String> features = new LinkedHashSet<>(List.of("core"));
        if (names.stream().allMatch(name -> name.startsWith("+"))) {
            features.addAll(words(usual));
        }
        names.forEach(name -> features.add(name.startsWith("+") ? name.substring(1) : name));
        return new ArrayList<>(features);
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }

    Map<String, String> properties() {
        return properties;
    }

    List<String> features() {
        return features;
    }

    Path home() {
        return Path.of(properties.get("mortise.home"));
    }

    Path data() {
        return Path.of(properties.get("mortise.data"));
    }
}
