package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class HintsTest {
    private final Hints hints = new Hints();

    @Test
    void whatIsToldOftenIsLookedAtOnce() {
        for (int i = 0; i < 100; i++) hints.tell(Set.of("ticket"), Hints.PROVEN);
        assertThat(hints.take("ticket", 50_000)).isTrue();
        assertThat(hints.take("ticket", 60_000)).isFalse();
        assertThat(hints.isAny()).isFalse();
    }

    @Test
    void whatIsToldAfterALookIsLookedAtWhenTheTimeBetweenTwoIsOver() {
        hints.tell(Set.of("ticket"), Hints.PROVEN);
        assertThat(hints.take("ticket", 50_000)).isTrue();
        hints.tell(Set.of("ticket"), Hints.PROVEN);
        assertThat(hints.take("ticket", 50_999)).isFalse();
        assertThat(hints.isAny()).isTrue();
        assertThat(hints.take("ticket", 51_000)).isTrue();
    }

    @Test
    void callsThatProveNothingAreHeededLessOftenButDontHoldUpOnesThatDo() {
        hints.tell(Set.of("ticket"), Hints.UNPROVEN);
        assertThat(hints.take("ticket", 50_000)).isTrue();
        hints.tell(Set.of("ticket"), Hints.UNPROVEN);
        assertThat(hints.take("ticket", 59_999)).isFalse();
        hints.tell(Set.of("ticket"), Hints.PROVEN);
        hints.tell(Set.of("ticket"), Hints.UNPROVEN);
        assertThat(hints.take("ticket", 59_999)).isTrue();
    }

    @Test
    void typesAreToldOfOneByOne() {
        hints.tell(Set.of("ticket", "contact"), Hints.PROVEN);
        assertThat(hints.take("location", 50_000)).isFalse();
        assertThat(hints.take("ticket", 50_000)).isTrue();
        assertThat(hints.take("contact", 50_000)).isTrue();
    }
}
