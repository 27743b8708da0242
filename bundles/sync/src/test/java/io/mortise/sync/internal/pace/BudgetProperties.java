package io.mortise.sync.internal.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Descriptor.Rate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
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
        holds(sent, LIMIT);
    }

    /**
     * What happens after a gap: a request, a killed process, a connector that is replaced, a share that is changed, a
     * clock that is set back by a little and by an hour.
     */
    @Provide
    Arbitrary<List<Integer>> lives() {
        return Arbitraries.frequency(
                        Tuple.of(400, 0),
                        Tuple.of(100, 3),
                        Tuple.of(20, 700),
                        Tuple.of(12, -1),
                        Tuple.of(6, -2),
                        Tuple.of(3, -3),
                        Tuple.of(6, -4),
                        Tuple.of(2, -5))
                .list()
                .ofMinSize(200)
                .ofMaxSize(900);
    }

    @Property(tries = 1_000)
    void s14_no_window_sees_more_than_our_share_across_kills_swaps_shares_and_clocks_set_back(
            @ForAll("lives") List<Integer> lives) {
        Ticking clock = new Ticking();
        Kept ledger = new Kept();
        double share = 0.5;
        Budget budget = budget(ledger, share, clock);
        List<Long> sent = new ArrayList<>();
        List<Long> onRoute = new ArrayList<>();
        boolean other = false;
        for (int next : lives) {
            if (next >= 0) clock.now += next;
            if (next == -4) clock.back(300);
            if (next == -5) clock.back(3_600_000);
            if (next == -1) budget = budget(ledger, share, clock);
            if (next == -2) budget.on(terms(share));
            if (next == -3) budget.on(terms(share = 0.75 - share));
            other = !other && sent.size() % 3 == 0;
            if (budget.take(other ? "GET /y" : "GET /x", true) != 0) continue;
            sent.add(clock.passed());
            if (!other) onRoute.add(clock.passed());
        }
        holds(sent, LIMIT / 2);
        holds(onRoute, LIMIT / 4);
    }

    private static Budget budget(Ledger ledger, double share, Clock clock) {
        Budget budget = new Budget(ledger, clock);
        budget.on(terms(share));
        return budget;
    }

    /** Half of the limits, or a quarter. */
    private static Terms terms(double share) {
        Duration window = Duration.ofMillis(WINDOW);
        return new Terms(List.of(Rate.account(LIMIT, window), Rate.route(LIMIT / 2, window)), share, 1);
    }

    @Example
    void s14_a_first_start_is_quick_and_a_killed_process_waits_for_a_request_or_two() {
        Ticking clock = new Ticking();
        Kept ledger = new Kept();
        List<Rate> bms = List.of(Rate.route(1_500, Duration.ofHours(1)));
        Budget first = new Budget(ledger, clock);
        first.on(new Terms(bms, 0.6, 1));
        int quick = 0;
        while (first.take("GET /x", false) == 0) quick++;
        assertThat(quick).isGreaterThan(20);
        Budget second = new Budget(ledger, clock);
        second.on(new Terms(bms, 0.6, 1));
        assertThat(second.take("GET /y", false)).isZero();
        assertThat(second.take("GET /x", false)).isBetween(1L, 20_000L);
    }

    @Example
    void a_clock_that_is_set_back_stops_nothing() {
        Ticking clock = new Ticking();
        Budget budget = new Budget(List.of(Rate.account(LIMIT, Duration.ofMillis(WINDOW))), 1, 1, clock);
        while (budget.take("GET /x", true) == 0) clock.now++;
        budget.pause("GET /x", true, Duration.ofMillis(500));
        clock.back(3_600_000);
        assertThat(budget.take("GET /x", true)).isBetween(1L, 500L);
        clock.now += 500;
        assertThat(budget.take("GET /x", true)).isZero();
    }

    /** With the terms as they were, and with others. */
    @Example
    void a_clock_that_once_stood_far_ahead_stops_nothing_after_a_restart() {
        for (double share : new double[] {0.5, 0.25}) {
            Ticking clock = new Ticking();
            Kept ledger = new Kept();
            clock.now += Duration.ofDays(3_650).toMillis();
            Budget ahead = budget(ledger, 0.5, clock);
            while (ahead.take("GET /x", true) == 0) clock.now++;
            clock.back(Duration.ofDays(3_650).toMillis());
            Budget next = budget(ledger, share, clock);
            next.take("GET /x", true);
            clock.now += WINDOW;
            assertThat(next.take("GET /x", true)).isZero();
            Budget last = budget(ledger, share, clock);
            last.take("GET /x", true);
            clock.now += WINDOW;
            assertThat(last.take("GET /x", true)).isZero();
        }
    }

    private static long left(Budget budget) {
        return budget.spent(List.of()).get(0).left();
    }

    private static void holds(List<Long> sent, int limit) {
        for (int last = 0, first = 0; last < sent.size(); last++) {
            while (sent.get(last) - sent.get(first) >= WINDOW) first++;
            assertThat(last - first + 1).isLessThanOrEqualTo(limit);
        }
    }

    private static final class Kept implements Ledger {
        private Optional<Lease> lease = Optional.empty();

        @Override
        public Optional<Lease> read() {
            return lease;
        }

        @Override
        public void write(Lease now) {
            lease = Optional.of(now);
        }
    }

    @Property(tries = 200)
    void s13_a_person_finds_room_after_bulk_has_taken_all_it_may(@ForAll("gaps") List<Integer> gaps) {
        Ticking clock = new Ticking();
        Budget budget = new Budget(List.of(Rate.account(LIMIT, Duration.ofMillis(WINDOW))), 1, 1, clock);
        for (int gap : gaps) {
            clock.now += Math.min(gap, 3);
            while (budget.take("GET /x", false) == 0) assertThat(left(budget)).isNotNegative();
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
}
