package io.mortise.sync.internal.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long a file may be on its way. */
class PassageTest {
    private static final Duration QUIET = Duration.ofSeconds(24);
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may overflow
    private final Passage passage = new Passage(QUIET, now::get);

    private void later(long seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void what_goes_on_goes_on_for_as_long_as_its_size_needs() {
        for (int i = 0; i < 100; i++) {
            assertThat(passage.left()).isEqualTo(QUIET);
            later(20);
            passage.moved(20 * 16 * 1_024);
        }
    }

    @Test
    void what_stands_still_is_over_and_whoever_was_busy_meanwhile_begins_anew() {
        passage.moved(1 << 20);
        later(20);
        assertThat(passage.left()).isEqualTo(Duration.ofSeconds(4));
        passage.listen();
        assertThat(passage.left()).isEqualTo(QUIET);
        later(24);
        assertThat(passage.left()).isZero();
        assertThat(passage.why()).isEqualTo("nothing came for 24 seconds");
    }

    @Test
    void what_only_drips_is_over_after_a_minute() {
        for (int i = 0; i < 6; i++) {
            assertThat(passage.left()).isPositive();
            later(10);
            passage.moved(1);
        }
        assertThat(passage.left()).isZero();
        assertThat(passage.why()).isEqualTo("the file came too slowly");
    }

    @Test
    void what_is_read_has_moved() throws IOException {
        later(23);
        assertThat(passage.through(new ByteArrayInputStream(new byte[2])).read())
                .isZero();
        assertThat(passage.left()).isEqualTo(QUIET);
        later(23);
        assertThat(passage.through(new ByteArrayInputStream(new byte[2])).read(new byte[9]))
                .isEqualTo(2);
        assertThat(passage.left().toSeconds()).isEqualTo(14); // the first minute ends
    }

    @Test
    void the_whole_is_known_by_the_size_and_the_largest_is_taken_for_one_that_is_not_told() {
        assertThat(Passage.whole(0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Passage.whole(64L << 20)).isEqualTo(Duration.ofSeconds(60 + 4_096));
        assertThat(Passage.whole(-1)).isEqualTo(Passage.whole(Passage.LARGEST));
    }
}
