package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.model.Setting;
import java.util.List;
import org.junit.jupiter.api.DynamicNode;

/** What a product says of itself. */
record DescriptorRules(Connector connector) {
    DynamicNode all() {
        return new Rules("the descriptor")
                .rule("it has an id, a name and a part", this::named)
                .rule("its settings have different names and labels", this::settings)
                .rule("so have its personal settings", this::personal)
                .rule("what says which system it is are settings of it, and no secrets", this::addressed)
                .rule("its rates and its settling time are positive", this::numbers)
                .rule("it is always the same", this::constant)
                .all();
    }

    private void named() {
        assertThat(connector.descriptor().id()).matches("[a-z][a-z0-9-]*");
        assertThat(connector.descriptor().name()).isNotBlank();
        assertThat(connector.descriptor().part().name()).isNotBlank();
    }

    private void settings() {
        assertThat(connector.descriptor().settings()).isNotEmpty();
        different(connector.descriptor().settings());
    }

    private void personal() {
        assumeTrue(!connector.descriptor().personal().isEmpty(), "people don't connect to it");
        different(connector.descriptor().personal());
        assertThat(connector.descriptor().personal()).anyMatch(s -> s.form() == Setting.Form.SECRET);
    }

    private static void different(List<Setting> settings) {
        assertThat(settings)
                .extracting(Setting::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][A-Za-z0-9]*"));
        assertThat(settings).extracting(Setting::label).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }

    private void addressed() {
        assertThat(connector.descriptor().settings().stream()
                        .filter(setting -> setting.form() != Setting.Form.SECRET)
                        .map(Setting::name))
                .containsAll(connector.descriptor().addressed());
    }

    private void numbers() {
        Descriptor descriptor = connector.descriptor();
        assertThat(descriptor.rates())
                .isNotEmpty()
                .allMatch(r -> r.limit() > 0 && r.window().toMillis() > 0);
        assertThat(descriptor.settles()).isPositive();
        assertThat(descriptor.mapping()).isPositive();
    }

    private void constant() {
        assertThat(connector.descriptor().id()).isEqualTo(connector.descriptor().id());
        assertThat(connector.descriptor().settings())
                .extracting(Setting::name)
                .isEqualTo(connector.descriptor().settings().stream()
                        .map(Setting::name)
                        .toList());
    }
}
