package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.sync.internal.HandClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private final HandClock clock = new HandClock();
    private final Allowance allowance = new Allowance(clock, 3, Duration.ofSeconds(10));

    private long taken(String who, int tries) {
        return IntStream.range(0, tries).filter(i -> allowance.take(who)).count();
    }

    @Test
    void soManyPassAtOnceThenOneInEachInterval() {
        assertThat(taken("one", 10)).isEqualTo(3);
        clock.pass(Duration.ofMillis(9_999));
        assertThat(taken("one", 10)).isZero();
        clock.pass(Duration.ofMillis(1));
        assertThat(taken("one", 10)).isEqualTo(1);
        clock.pass(Duration.ofHours(1));
        assertThat(taken("one", 10)).isEqualTo(3);
    }

    @Test
    void whatOneUsesUpIsNobodyElses() {
        assertThat(taken("one", 10)).isEqualTo(3);
        assertThat(taken("other", 10)).isEqualTo(3);
    }

    @Test
    void whoAsksFromManyPlacesTakesNoMoreMemoryThanThousands() {
        for (int i = 0; i < 5_000; i++) taken("place " + i, 1);
        assertThat(taken("place 0", 10)).isEqualTo(2);
        for (int i = 5_000; i < 10_000; i++) taken("place " + i, 1);
        assertThat(taken("place 1", 10)).as("forgotten").isEqualTo(3);
    }
}
