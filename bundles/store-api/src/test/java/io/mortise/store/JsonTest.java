package io.mortise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonTest {
    private final Json json = new Json();

    @Test
    void valuesAtPathsAreTexts() {
        String fields = "{\"a\":\"x\",\"b\":1.50,\"c\":true,\"d\":null,\"e\":{\"key\":\"k\",\"deep\":{\"key\":\"no\"}},"
                + "\"f\":[{\"key\":\"no\"}],\"g.h\":7,\"i\":\"unasked\"}";
        assertThat(json.texts(fields, Set.of("a", "b", "c", "d", "e", "e.key", "e.deep", "f", "f.key", "g.h", "z")))
                .isEqualTo(Map.of("a", "x", "b", "1.50", "c", "true", "e.key", "k", "g.h", "7"));
    }

    @Test
    void aFieldOfThatWholeNameComesFirst() {
        assertThat(json.texts("{\"a\":{\"b\":\"part\"},\"a.b\":\"whole\"}", Set.of("a.b")))
                .isEqualTo(Map.of("a.b", "whole"));
        assertThat(json.texts("{\"a.b\":null,\"a\":{\"b\":\"part\"}}", Set.of("a.b")))
                .isEqualTo(Map.of("a.b", "part"));
    }

    @Test
    void whatIsNoObjectIsRefused() {
        for (String bad : new String[] {"", "[]", "7", "{\"a\":", "{\"a\":{\"b\""})
            assertThatThrownBy(() -> json.texts(bad, Set.of("a"))).isInstanceOf(IllegalArgumentException.class);
    }
}
