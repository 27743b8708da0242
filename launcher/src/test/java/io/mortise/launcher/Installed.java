package io.mortise.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.cm.impl.ConfigurationManager;

/** A small installation on disk: Configuration Admin, the bundle {@code example.own}, and what a test adds. */
final class Installed {
    private final Path home;

    Installed(Path home) throws Exception {
        this.home = home;
        Files.createDirectories(home.resolve("conf"));
        Files.createDirectories(home.resolve("features"));
        Files.writeString(home.resolve("conf/framework.properties"), """
                org.osgi.framework.storage=${mortise.data}/cache/felix
                org.osgi.framework.storage.clean=onFirstInit
                felix.cm.dir=${mortise.data}/config
                org.osgi.framework.system.packages.extra=org.osgi.service.cm;version="1.6.1"
                org.osgi.framework.startlevel.beginning=2
                felix.log.level=0
                """);
        Path configurationAdmin = Path.of(ConfigurationManager.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.copy(configurationAdmin, system("configadmin"));
        jar(system("own"), Map.of("Bundle-SymbolicName", "example.own", "Bundle-Version", "1.0.0"));
        core("");
    }

    Path system(String artifact) throws IOException {
        Path folder = Files.createDirectories(home.resolve("system/example/" + artifact + "/1"));
        return folder.resolve(artifact + "-1.jar");
    }

    void core(String configurations) throws IOException {
        Files.writeString(home.resolve("features/core.json"), """
                {"feature-resource-version": "1.0", "id": "example:core:1", "bundles": [
                  {"id": "example:configadmin:1", "start-order": 2}, {"id": "example:own:1"}],
                 "configurations": {%s}}
                """.formatted(configurations));
    }

    Path uploaded(String file) throws IOException {
        return Files.createDirectories(home.resolve("data/modules")).resolve(file);
    }

    Path droppedIn(String file) throws IOException {
        return Files.createDirectories(home.resolve("modules")).resolve(file);
    }

    static void jar(Path file, Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        headers.forEach(main::putValue);
        try (OutputStream out = Files.newOutputStream(file)) {
            new JarOutputStream(out, manifest).close();
        }
    }

    Platform platform(String... arguments) throws IOException {
        Settings settings = Settings.read(home, Options.parse(List.of(arguments), Map.of()));
        Files.createDirectories(settings.data());
        return new Platform(settings, Features.read(home, settings.features()));
    }
}
