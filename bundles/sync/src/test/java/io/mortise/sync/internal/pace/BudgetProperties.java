package io.mortise.sync.internal.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Descriptor.Rate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class BudgetProperties {
    private static final int LIMIT = 60;
    private static final long WINDOW = 1_000;

    @Provide
    Arbitrary<List<Integer>> gaps() {
        return Arbitraries.frequency(Tuple.of(20, 1), Tuple.of(5, 3), Tuple.of(1, 700))
                .list()
                .ofMinSize(50)
                .ofMaxSize(400);
    }

    @Property(tries = 1_000)
    void s14_r09_no_window_ever_sees_more_than_the_limit(@ForAll("gaps") List<Integer> gaps) {
        Ticking clock = new Ticking();
        Budget budget = new Budget(List.of(Rate.account(LIMIT, Duration.ofMillis(WINDOW))), 1, 1, clock);
        List<Long> sent = new ArrayList<>();
        for (int gap : gaps) {
            clock.now += gap;
            if (budget.take("GET /x", true) == 0) sent.add(clock.now);
        }
        for (int last = 0, first = 0; last < sent.size(); last++) {
            while (sent.get(last) - sent.get(first) >= WINDOW) first++;
            assertThat(last - first + 1).isLessThanOrEqualTo(LIMIT);
        }
    }

    @Property(tries = 200)
    void s13_a_person_finds_room_after_bulk_has_taken_all_it_may(@ForAll("gaps") List<Integer> gaps) {
        Ticking clock = new Ticking();
        Budget budget = new Budget(List.of(Rate.account(LIMIT, Duration.ofMillis(WINDOW))), 1, 1, clock);
        for (int gap : gaps) {
            clock.now += Math.min(gap, 3);
            while (budget.take("GET /x", false) == 0)
                assertThat(budget.left()[0]).isNotNegative();
        }
        assertThat(budget.take("GET /x", true)).isZero();
    }

    @Property(tries = 100)
    void r09_a_vendors_wait_is_waited_on_that_route_only(@ForAll("gaps") List<Integer> gaps) {
        Ticking clock = new Ticking();
        Budget budget = new Budget(List.of(Rate.route(LIMIT, Duration.ofMillis(WINDOW))), 1, 1, clock);
        budget.pause("GET /x", false, Duration.ofMillis(500));
        assertThat(budget.take("GET /x", true)).isEqualTo(500);
        assertThat(budget.take("GET /y", true)).isZero();
        clock.now += 500 + gaps.get(0);
        assertThat(budget.take("GET /x", true)).isZero();
    }

    private static final class Ticking extends Clock {
        private long now = 1_000;

        @Override
        public long millis() {
            return now;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
