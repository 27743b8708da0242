package io.mortise.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.feature.FeatureConfiguration;

/**
 * Hands the features' configurations to Configuration Admin, each once: what a person changed or removed since stays
 * so. One that nobody touched follows its feature file, and the ports in it follow the options.
 */
final class FactorySettings {
    private final BundleContext context;
    private final Placeholders placeholders;
    private final Path handedFile;

    FactorySettings(BundleContext context, Placeholders placeholders, Path data) {
        this.context = context;
        this.placeholders = placeholders;
        this.handedFile = data.resolve("factory-settings");
    }

    void apply(List<FeatureConfiguration> configurations) throws Exception {
        if (configurations.isEmpty()) {
            return;
        }
        ServiceReference<ConfigurationAdmin> reference = context.getServiceReference(ConfigurationAdmin.class);
        if (reference == null) {
            throw new IllegalStateException("Configuration Admin did not start");
        }
        ConfigurationAdmin admin = context.getService(reference);
        Properties handed = handed();
        for (FeatureConfiguration configuration : configurations) {
            hand(admin, configuration, handed);
        }
        remember(handed);
        context.ungetService(reference);
    }

    private void hand(ConfigurationAdmin admin, FeatureConfiguration given, Properties handed) throws IOException {
        Configuration current = current(admin, given);
        Dictionary<String, Object> present = current.getProperties();
        String last = handed.getProperty(given.getPid());
        boolean untouched = last == null ? present == null : present != null && last.equals(Fingerprint.of(present));
        if (untouched) {
            Dictionary<String, Object> wanted = filled(given.getValues());
            current.updateIfDifferent(wanted);
            handed.setProperty(given.getPid(), Fingerprint.of(wanted));
        } else if (present == null) {
            current.delete();
        }
    }

    private static Configuration current(ConfigurationAdmin admin, FeatureConfiguration given) throws IOException {
        if (given.getFactoryPid().isEmpty()) {
            return admin.getConfiguration(given.getPid(), "?");
        }
        String factory = given.getFactoryPid().get();
        return admin.getFactoryConfiguration(factory, given.getPid().substring(factory.length() + 1), "?");
    }

    private Dictionary<String, Object> filled(Map<String, Object> values) {
        Dictionary<String, Object> filled = new Hashtable<>();
        values.forEach((name, value) -> filled.put(name, value instanceof String s ? placeholders.fill(s) : value));
        return filled;
    }

    private Properties handed() throws IOException {
        Properties handed = new Properties();
        if (Files.exists(handedFile)) {
            try (InputStream in = Files.newInputStream(handedFile)) {
                handed.load(in);
            }
        }
        return handed;
    }

    private void remember(Properties handed) throws IOException {
        Path fresh = handedFile.resolveSibling(handedFile.getFileName() + ".new");
        try (OutputStream out = Files.newOutputStream(fresh)) {
            handed.store(out, "Factory settings that were handed over, with a fingerprint of what they said");
        }
        Files.move(fresh, handedFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
