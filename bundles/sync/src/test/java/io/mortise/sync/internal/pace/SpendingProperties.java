package io.mortise.sync.internal.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Descriptor.Rate;
import io.mortise.sync.internal.pace.Budget.Spent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Several types and connections that read at once, others who use the same account, and what people see of it. */
class SpendingProperties {
    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final List<Rate> ROUTES = List.of(Rate.route(200, WINDOW));
    private static final List<Rate> ACCOUNT = List.of(Rate.account(300, WINDOW));
    private static final double SHARE = 0.6;

    /** A vendor that counts in windows of its own choice, as its simulator does: fixed ones. */
    private static final class Fixed {
        private final int limit;
        private final Map<String, Integer> counts = new HashMap<>();
        private long end;

        Fixed(int limit) {
            this.limit = limit;
        }

        /** @return 0, or the milliseconds to wait */
        long take(String route, long now) {
            if (now >= end) {
                counts.clear();
                end = now + WINDOW.toMillis();
            }
            return counts.merge(route, 1, Integer::sum) <= limit ? 0 : end - now;
        }
    }

    @Property(tries = 30)
    void s14_two_connections_of_four_types_hold_every_window_and_no_vendor_ever_says_too_many(@ForAll long seed) {
        Random random = new Random(seed);
        Ticking clock = new Ticking();
        Budget routes = new Budget(ROUTES, SHARE, 1, clock);
        Budget account = new Budget(ACCOUNT, SHARE, 1, clock);
        Fixed bms = new Fixed(200);
        Fixed itGlue = new Fixed(300);
        Map<String, List<Long>> sent = new HashMap<>();
        for (int step = 0; step < 6_000; step++) {
            clock.now += random.nextInt(60);
            String route = "GET /" + random.nextInt(4);
            boolean person = random.nextInt(10) == 0;
            if (routes.take(route, person) == 0) {
                assertThat(bms.take(route, clock.now)).isZero();
                sent.computeIfAbsent("bms " + route, r -> new ArrayList<>()).add(clock.now);
            }
            if (account.take(route, person) == 0) {
                assertThat(itGlue.take("", clock.now)).isZero();
                sent.computeIfAbsent("itglue", r -> new ArrayList<>()).add(clock.now);
            }
        }
        sent.forEach((name, at) -> holds(at, name.equals("itglue") ? 180 : 120));
    }

    /** They take what they like, in bursts; we hold our share, and what we leave them reaches them. */
    @Property(tries = 30)
    void r09_beside_others_our_share_holds_and_refusals_slow_us_down_for_a_while(@ForAll long seed) {
        Random random = new Random(seed);
        Ticking clock = new Ticking();
        Budget budget = new Budget(ROUTES, SHARE, 1, clock);
        Fixed vendor = new Fixed(200);
        List<Long> sent = new ArrayList<>();
        int refused = 0;
        for (int step = 0; step < 30_000; step++) {
            clock.now += 20;
            boolean greedy = clock.now / 120_000 % 2 == 1;
            if (random.nextInt(100) < (greedy ? 60 : 2)) vendor.take("GET /x", clock.now);
            if (budget.take("GET /x", false) != 0) continue;
            sent.add(clock.now);
            long wait = vendor.take("GET /x", clock.now);
            if (wait == 0) continue;
            refused++;
            budget.pause("GET /x", false, Duration.ofMillis(wait));
        }
        holds(sent, 120);
        assertThat(refused).isBetween(1, 20);
    }

    @Example
    void r09_a_refusal_halves_the_pace_and_a_window_brings_it_back() {
        Ticking clock = new Ticking();
        Budget budget = new Budget(ROUTES, SHARE, 1, clock);
        budget.take("GET /x", false);
        double whole = budget.pace(List.of("GET /x"));
        budget.pause("GET /x", false, Duration.ofSeconds(1));
        budget.pause("GET /x", false, Duration.ofSeconds(1)); // of another thread, at the same time
        assertThat(budget.pace(List.of("GET /x"))).isEqualTo(whole / 2);
        assertThat(budget.spent(List.of("GET /x")).get(0).left()).isZero();
        clock.now += 30_000;
        assertThat(budget.pace(List.of("GET /x"))).isBetween(whole * 0.74, whole * 0.76);
        clock.now += 30_000;
        assertThat(budget.pace(List.of("GET /x"))).isEqualTo(whole);
        assertThat(budget.spent(List.of("GET /x")).get(0).left()).isEqualTo(120);
    }

    /** For long, so that a first sync takes little more than the vendor's own limit asks for. */
    @Example
    void s14_whoever_asks_all_the_time_gets_nineteen_of_twenty() {
        Ticking clock = new Ticking();
        Budget budget = new Budget(List.of(Rate.route(1_500, Duration.ofHours(1))), SHARE, 1, clock);
        long start = clock.now;
        for (int sent = 0; sent < 3_000; )
            if (budget.take("GET /x", false) == 0) sent++;
            else clock.now += 100;
        double least = 3_000.0 / (1_500 * SHARE) * 3_600_000;
        assertThat((clock.now - start) / least).isBetween(1.0, 1.06);
    }

    @Property(tries = 50)
    void e14_used_and_left_are_what_left_in_the_last_window_to_a_sixtieth_of_it(@ForAll long seed) {
        Random random = new Random(seed);
        Ticking clock = new Ticking();
        Budget budget = new Budget(ROUTES, SHARE, 1, clock);
        List<Long> sent = new ArrayList<>();
        for (int step = 0; step < 500; step++) {
            clock.now += random.nextInt(400);
            if (random.nextInt(50) == 0) clock.now += 40_000;
            if (budget.take("GET /x", false) == 0) sent.add(clock.now);
            Spent spent = budget.spent(List.of("GET /x", "GET /never")).get(0);
            assertThat(spent.used()).isBetween(since(sent, clock.now - 58_000), since(sent, clock.now - 60_000));
            assertThat(spent.left()).isEqualTo(120 - spent.used());
        }
    }

    private static long since(List<Long> sent, long from) {
        return sent.stream().filter(at -> at > from).count();
    }

    private static void holds(List<Long> sent, int limit) {
        for (int last = 0, first = 0; last < sent.size(); last++) {
            while (sent.get(last) - sent.get(first) >= WINDOW.toMillis()) first++;
            assertThat(last - first + 1).isLessThanOrEqualTo(limit);
        }
    }
}
