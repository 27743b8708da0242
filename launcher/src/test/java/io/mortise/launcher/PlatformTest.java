package io.mortise.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class PlatformTest {
    @TempDir
    Path home;

    private Installed installed;
    private Platform running;

    @BeforeEach
    void install() throws Exception {
        installed = new Installed(home);
    }

    @AfterEach
    void stop() throws Exception {
        if (running != null) {
            running.stop();
        }
    }

    @Test
    void the_bundles_of_the_features_run() throws Exception {
        start();

        assertThat(bundle("example.own")).hasValueSatisfying(this::isActive);
    }

    @Test
    void an_uploaded_module_takes_the_place_of_a_dropped_in_one_and_of_ours() throws Exception {
        Map<String, String> own = Map.of("Bundle-SymbolicName", "example.own;singleton:=true");
        Installed.jar(installed.droppedIn("own.jar"), with(own, "2.0.0"));
        Installed.jar(installed.uploaded("own.jar"), with(own, "3.0.0"));
        start();

        assertThat(bundle("example.own")).hasValueSatisfying(own3 -> {
            assertThat(own3.getVersion()).hasToString("3.0.0");
            isActive(own3);
        });
    }

    @Test
    void a_module_comes_back_after_the_cache_was_wiped_and_goes_when_its_file_goes() throws Exception {
        Path jar = installed.uploaded("vendor.jar");
        Installed.jar(jar, Map.of("Bundle-SymbolicName", "example.vendor"));
        start();
        running.stop();
        Files.move(home.resolve("data/cache"), home.resolve("wiped"));
        start();
        assertThat(bundle("example.vendor")).hasValueSatisfying(this::isActive);

        running.stop();
        Files.delete(jar);
        start();
        assertThat(bundle("example.vendor")).isEmpty();
    }

    @Test
    void a_module_that_an_admin_stopped_stays_stopped() throws Exception {
        Installed.jar(installed.uploaded("vendor.jar"), Map.of("Bundle-SymbolicName", "example.vendor"));
        Files.writeString(installed.uploaded("stopped"), "example.vendor\n");
        start();

        assertThat(bundle("example.vendor"))
                .hasValueSatisfying(b -> assertThat(b.getState()).isNotEqualTo(Bundle.ACTIVE));
    }

    @Test
    void bad_modules_do_not_keep_the_product_from_starting() throws Exception {
        Files.writeString(installed.uploaded("junk.jar"), "no jar");
        Installed.jar(installed.uploaded("plain.jar"), Map.of());
        Installed.jar(
                installed.uploaded("unresolved.jar"),
                Map.of("Bundle-SymbolicName", "example.unresolved", "Import-Package", "example.nowhere"));
        start();

        assertThat(bundle("example.own")).hasValueSatisfying(this::isActive);
        assertThat(bundle("example.unresolved"))
                .hasValueSatisfying(b -> assertThat(b.getState()).isEqualTo(Bundle.INSTALLED));
    }

    @Test
    void a_missing_jar_of_ours_is_named() throws Exception {
        Files.delete(installed.system("own"));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> installed.platform())
                .withMessageContaining("own-1.jar is missing");
    }

    private void start() throws Exception {
        running = installed.platform();
        running.start();
    }

    private void isActive(Bundle bundle) {
        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
    }

    private static Map<String, String> with(Map<String, String> headers, String version) {
        return Map.of("Bundle-SymbolicName", headers.get("Bundle-SymbolicName"), "Bundle-Version", version);
    }

    private Optional<Bundle> bundle(String name) {
        return Arrays.stream(running.framework().getBundleContext().getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(name))
                .findFirst();
    }
}
