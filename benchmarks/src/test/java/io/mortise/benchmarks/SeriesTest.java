package io.mortise.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private final Series series = new Series();

    @Test
    void values_come_in_any_order_and_more_than_once() {
        for (double value : new double[] {3, 1, 2, 1}) series.add(value);
        assertThat(series.count()).isEqualTo(4);
        assertThat(series.min()).isEqualTo(1);
        assertThat(series.max()).isEqualTo(3);
    }

    @Test
    void a_percentile_is_a_value_that_was_measured() {
        IntStream.rangeClosed(1, 200).forEach(series::add);
        assertThat(series.median()).isEqualTo(100);
        assertThat(series.percentile(99)).isEqualTo(198);
        assertThat(series.percentile(100)).isEqualTo(200);
    }

    @Test
    void of_one_value_everything_is_that_value() {
        series.add(7);
        assertThat(series.median()).isEqualTo(7);
        assertThat(series.percentile(99)).isEqualTo(7);
    }
}
