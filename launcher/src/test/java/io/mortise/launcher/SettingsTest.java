package io.mortise.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path home;

    @BeforeEach
    void configuration() throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(
                home.resolve("conf/framework.properties"),
                "mortise.features.usual=kaseya,admin\norg.osgi.service.http.port=${mortise.port}\n");
    }

    @Test
    void bundles_read_the_options_as_framework_properties() throws IOException {
        Map<String, String> properties = read("--port", "9000").properties();

        assertThat(properties)
                .containsEntry("mortise.port", "9000")
                .containsEntry("org.osgi.service.http.port", "9000")
                .containsEntry("mortise.sandbox.speed", "60")
                .containsEntry("mortise.data", home.resolve("data").toString())
                .containsEntry("mortise.features", "core,kaseya,admin");
    }

    @Test
    void a_plus_adds_to_the_usual_features() throws IOException {
        assertThat(read("--features", "+sandbox").features()).containsExactly("core", "kaseya", "admin", "sandbox");
    }

    @Test
    void plain_names_replace_them() throws IOException {
        assertThat(read("--features", "admin").features()).containsExactly("core", "admin");
    }

    private Settings read(String... arguments) throws IOException {
        return Settings.read(home, Options.parse(List.of(arguments), Map.of()));
    }
}
