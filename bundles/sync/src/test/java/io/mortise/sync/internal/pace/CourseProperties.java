package io.mortise.sync.internal.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CourseProperties {
    private static final double UNBOUND = Double.POSITIVE_INFINITY;

    /** Units that come singly or in pages, at a pace that wavers: from a quarter of the way on it comes true within a fifth. */
    @Property(tries = 300)
    void f075_at_a_steady_pace_the_estimate_comes_true_within_a_fifth(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int page) {
        Random random = new Random(seed);
        int all = page * (100 + random.nextInt(1_000));
        long each = page * (20L + random.nextInt(300));
        long end = (long) (all / page) * each;
        Course course = new Course();
        long done = 0;
        for (long now = 0; now < end; now += 1_000) {
            double wavering = now + each * (random.nextDouble() - 0.5);
            done = Math.max(done, Math.min(all - page, (long) (wavering / each) * page));
            course.at(now, all - done);
            double way = (double) now / end;
            if (way < 0.25 || way > 0.9 || now < 40_000) continue;
            OptionalLong gone = course.gone(UNBOUND);
            assertThat(gone).isPresent();
            assertThat((double) (gone.getAsLong() - now) / (end - now)).isBetween(0.8, 1.2);
        }
    }

    @Property(tries = 300)
    void f075_nothing_is_made_up_and_nothing_is_over_before_now(@ForAll long seed) {
        Random random = new Random(seed);
        Course course = new Course();
        long now = 0;
        long left = random.nextInt(2_000);
        for (int i = 0; i < 200; i++) {
            now += random.nextInt(5_000);
            left = random.nextInt(20) == 0 ? random.nextInt(2_000) : Math.max(0, left - random.nextInt(30));
            course.at(now, left);
            OptionalLong gone = course.gone(UNBOUND);
            if (left == 0) assertThat(gone).isEmpty();
            if (gone.isPresent()) assertThat(gone.getAsLong()).isGreaterThan(now);
        }
    }

    @Example
    void f075_what_stands_still_has_no_end() {
        Course course = new Course();
        assertThat(course.gone(UNBOUND)).isEmpty();
        for (long now = 0; now < 60_000; now += 1_000) course.at(now, 1_000);
        assertThat(course.gone(UNBOUND)).isEmpty();
        for (long now = 60_000; now < 90_000; now += 1_000) course.at(now, 1_000 - (now - 60_000) / 100);
        assertThat(course.gone(UNBOUND)).isPresent();
        for (long now = 90_000; now < 200_000; now += 1_000) course.at(now, 700);
        assertThat(course.gone(UNBOUND)).isEmpty();
    }

    /** At first much may leave at once, which doesn't go on. */
    @Example
    void f075_no_faster_than_the_budget_allows() {
        Course course = new Course();
        for (long now = 0; now <= 5_000; now += 1_000) course.at(now, 1_000 - now / 10);
        assertThat(course.gone(0.01)).hasValue(5_000 + 50_000);
    }

    @Example
    void f075_a_heap_that_grows_begins_anew() {
        Course course = new Course();
        for (long now = 0; now <= 20_000; now += 1_000) course.at(now, 500 - now / 100);
        course.at(21_000, 5_000);
        assertThat(course.gone(UNBOUND)).isEmpty();
        for (long now = 22_000; now <= 40_000; now += 1_000) course.at(now, 5_000 - (now - 21_000) / 100);
        assertThat(course.gone(UNBOUND)).hasValue(40_000 + 481_000);
    }

    /** Days of looks cost no more memory than an hour's. */
    @Example
    void f075_a_long_course_is_remembered_in_few_looks() {
        Course course = new Course();
        for (long now = 0; now <= 40_000_000; now += 1_000) course.at(now, 100_000 - now / 1_000);
        assertThat(course.gone(UNBOUND)).hasValue(100_000_000);
    }
}
