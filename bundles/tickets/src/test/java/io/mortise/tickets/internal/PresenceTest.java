package io.mortise.tickets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.tickets.internal.Presence.State;
import io.mortise.tickets.internal.Presence.Who;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-26T12:00:00Z");

        void pass(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private final Hand clock = new Hand();
    private final Presence presence = new Presence(clock);

    private static Who ann(State state) {
        return new Who("7", "ann", "Ann", state);
    }

    @Test
    void what_is_said_once_more_is_no_news_and_a_change_is() {
        assertThat(presence.is(ann(State.VIEWING))).isTrue();
        assertThat(presence.is(ann(State.VIEWING))).isFalse();
        assertThat(presence.is(ann(State.REPLYING))).isTrue();
        assertThat(presence.at("7")).containsExactly(ann(State.REPLYING));
        assertThat(presence.is(ann(State.GONE))).isTrue();
        assertThat(presence.is(ann(State.GONE))).isFalse();
        assertThat(presence.at("7")).isEmpty();
    }

    @Test
    void who_is_not_heard_of_for_45_seconds_is_gone() {
        presence.is(ann(State.VIEWING));
        clock.pass(44);
        assertThat(presence.at("7")).hasSize(1);
        assertThat(presence.gone()).isEmpty();
        clock.pass(1);
        assertThat(presence.at("7")).isEmpty();
        assertThat(presence.gone()).containsExactly(ann(State.GONE));
        assertThat(presence.gone()).isEmpty();
        assertThat(presence.is(ann(State.VIEWING))).isTrue();
    }
}
