package io.mortise.connector.bms.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.http.Json;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hours with decimals, there and back. */
class HoursTest {
    private static Optional<Duration> read(String json) {
        return Hours.read(Json.read(json.getBytes()));
    }

    @Test
    void every_whole_minute_of_a_day_comes_back_as_it_was_sent() {
        for (int minute = 0; minute <= 24 * 60; minute++) {
            Duration span = Duration.ofMinutes(minute);
            assertThat(read(Hours.write(span).toPlainString())).contains(span);
        }
    }

    @Test
    void what_has_more_decimals_is_taken_to_the_second() {
        assertThat(read("0.2208")).contains(Duration.ofSeconds(794));
        assertThat(read("0.220")).contains(Duration.ofMinutes(13));
        assertThat(read("1")).contains(Duration.ofHours(1));
        assertThat(read("null")).isEmpty();
    }

    @Test
    void a_sum_of_rounded_ones_stays_what_it_is() {
        assertThat(Hours.sum(Json.read("0.66".getBytes()))).contains(Duration.ofSeconds(2376));
    }
}
