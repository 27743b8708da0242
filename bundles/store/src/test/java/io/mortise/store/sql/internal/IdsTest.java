package io.mortise.store.sql.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static Clock at(String time) {
        return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    }

    @Test
    void idsRiseEvenWhenTheClockStandsStill() {
        Ids ids = new Ids(at("2026-11-01T12:00:00Z"), 5);
        long last = 0;
        for (int i = 0; i < 10_000; i++) {
            long next = ids.next();
            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }

    @Test
    void laterIdsAreGreaterWhateverTheNode() {
        long early = new Ids(at("2026-11-01T12:00:00.000Z"), Ids.NODES - 1).next();
        long late = new Ids(at("2026-11-01T12:00:00.001Z"), 0).next();
        assertThat(late).isGreaterThan(early);
    }

    @Test
    void nodesNeverGiveTheSameAtTheSameTime() {
        Ids one = new Ids(at("2026-11-01T12:00:00Z"), 0);
        Ids other = new Ids(at("2026-11-01T12:00:00Z"), Ids.NODES - 1);
        Set<Long> all = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(one.next());
            all.add(other.next());
        }
        assertThat(all).hasSize(20_000);
    }

    @Test
    void idsStayPositiveForACentury() {
        assertThat(new Ids(at("2100-01-01T00:00:00Z"), Ids.NODES - 1).next()).isPositive();
    }

    @Test
    void whatIsNoIdIsTold() {
        for (String none : new String[] {"", "0", "-1", "+1", "01", "1.0", "x", "99999999999999999999"}) {
            assertThat(Ids.number(none)).isEqualTo(-1);
            assertThatThrownBy(() -> Ids.required(none)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Ids.required("42")).isEqualTo(42);
    }
}
