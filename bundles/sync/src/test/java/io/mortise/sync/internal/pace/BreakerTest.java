package io.mortise.sync.internal.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.sync.internal.HandClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private final HandClock clock = new HandClock();
    private final Breaker breaker = new Breaker(clock, Duration.ofSeconds(30));

    private void open() {
        for (int i = 0; i < 20; i++) {
            assertThat(breaker.closedFor()).isEmpty();
            breaker.silent("no answer");
        }
        assertThat(breaker.closedFor()).isPresent();
        clock.pass(Duration.ofSeconds(31));
    }

    @Test
    void whoWasntAskedTellsNothing() {
        for (int i = 0; i < 19; i++) breaker.silent("no answer");
        for (int i = 0; i < 40; i++) breaker.notAsked();
        assertThat(breaker.trouble()).isEmpty();
        breaker.silent("no answer");
        assertThat(breaker.trouble()).isEqualTo("no answer");
    }

    @Test
    void aTryThatNeverGotThereLeavesItOpenForTheNext() {
        open();
        assertThat(breaker.closedFor()).isEmpty();
        assertThat(breaker.closedFor()).isPresent();
        breaker.notAsked();
        assertThat(breaker.trouble()).isEqualTo("no answer");
        assertThat(breaker.closedFor()).isEmpty();
    }

    @Test
    void anAnswerClosesIt() {
        open();
        assertThat(breaker.closedFor()).isEmpty();
        breaker.answered();
        assertThat(breaker.trouble()).isEmpty();
        assertThat(breaker.closedFor()).isEmpty();
    }

    @Test
    void itIsKnownSinceWhenItAnswersAgain() {
        long known = clock.millis();
        breaker.silent("no answer");
        clock.pass(Duration.ofMinutes(1));
        breaker.answered();
        assertThat(breaker.answersSince()).as("one call says nothing").isEqualTo(known);
        for (int i = 0; i < 3; i++) breaker.silent("no answer");
        assertThat(breaker.answersSince()).isEqualTo(Long.MAX_VALUE);
        clock.pass(Duration.ofHours(1));
        breaker.answered();
        assertThat(breaker.answersSince()).isEqualTo(clock.millis());
    }
}
