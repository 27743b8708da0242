package io.mortise.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

class FactorySettingsTest {
    @TempDir
    Path home;

    private Installed installed;
    private Platform running;

    @BeforeEach
    void startOnce() throws Exception {
        installed = new Installed(home);
        installed.core(
                "\"example.system~bms\": {\"url\": \"http://127.0.0.1:${mortise.sandbox.port+1}\", \"rate\": 7}");
        start();
    }

    @AfterEach
    void stop() throws Exception {
        running.stop();
    }

    @Test
    void are_handed_over_with_the_options_filled_in() throws Exception {
        Dictionary<String, Object> properties = only().getProperties();

        assertThat(properties.get("url")).isEqualTo("http://127.0.0.1:9412");
        assertThat(properties.get("rate")).isEqualTo(7L);
        assertThat(properties.get("service.factoryPid")).isEqualTo("example.system");
    }

    @Test
    void follow_the_options_while_nobody_touched_them() throws Exception {
        restart("--sandbox-port", "9500");

        assertThat(only().getProperties().get("url")).isEqualTo("http://127.0.0.1:9501");
    }

    @Test
    void stay_as_a_person_changed_them() throws Exception {
        only().update(new Hashtable<>(Map.of("url", "https://bms.example")));
        restart("--sandbox-port", "9500");

        assertThat(only().getProperties().get("url")).isEqualTo("https://bms.example");
    }

    @Test
    void stay_away_when_a_person_removed_them() throws Exception {
        only().delete();
        restart();
        restart();

        assertThat(all()).isNull();
    }

    private void start(String... arguments) throws Exception {
        running = installed.platform(arguments);
        running.start();
    }

    private void restart(String... arguments) throws Exception {
        running.stop();
        start(arguments);
    }

    private Configuration only() throws Exception {
        return assertThat(all()).hasSize(1).actual()[0];
    }

    private Configuration[] all() throws Exception {
        BundleContext context = running.framework().getBundleContext();
        return context.getService(context.getServiceReference(ConfigurationAdmin.class))
                .listConfigurations("(service.factoryPid=example.system)");
    }
}
