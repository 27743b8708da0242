package io.mortise.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    private final Placeholders placeholders = new Placeholders(Map.of("mortise.sandbox.port", "9411", "a", "$1"));

    @Test
    void fills_names_and_counts_on() {
        assertThat(placeholders.fill("http://127.0.0.1:${mortise.sandbox.port+2}/${a}"))
                .isEqualTo("http://127.0.0.1:9413/$1");
    }

    @Test
    void names_what_nothing_fills() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> placeholders.fill("${mortise.nothing}"))
                .withMessageContaining("${mortise.nothing}");
    }
}
