package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.model.Setting;
import org.junit.jupiter.api.DynamicNode;

/** What a product says of itself. */
record DescriptorRules(Connector connector) {
    DynamicNode all() {
        return new Rules("the descriptor")
                .rule("it has an id, a name and a part", this::named)
                .rule("its settings have different names and labels", this::settings)
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
        assertThat(connector.descriptor().settings())
                .extracting(Setting::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][A-Za-z0-9]*"));
        assertThat(connector.descriptor().settings())
                .extracting(Setting::label)
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
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
