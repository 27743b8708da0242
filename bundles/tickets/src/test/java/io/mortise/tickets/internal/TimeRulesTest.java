package io.mortise.tickets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private static Map<String, String> wrong(String start, String end, String committed, TimeRules.Other... others) {
        return TimeRules.wrong(
                DAY,
                LocalTime.parse(start),
                LocalTime.parse(end),
                Optional.ofNullable(committed).map(Duration::parse),
                List.of(others),
                DAY.atTime(18, 0),
                false);
    }

    private static TimeRules.Other other(String start, String end) {
        return new TimeRules.Other(LocalTime.parse(start), LocalTime.parse(end), "\"Printer\"");
    }

    @ParameterizedTest
    @CsvSource({
        "10:00, 09:00, , end, before the start",
        "09:00, 10:00, PT-5M, committed, less than nothing",
        "09:00, 09:00, , committed, is nothing",
        "09:00, 10:00, PT0S, committed, is nothing",
        "09:00, 10:00, PT61M, committed, longer than",
        "09:00, 10:00, PT25H, committed, more than a day",
        "17:00, 18:01, , date, future"
    })
    void f080_what_cannot_be_is_told_at_its_field(
            String start, String end, String committed, String field, String why) {
        assertThat(wrong(start, end, committed))
                .hasEntrySatisfying(field, said -> assertThat(said).contains(why));
    }

    @Test
    void f080_a_break_makes_the_committed_time_less() {
        assertThat(wrong("09:00", "12:00", "PT2H30M")).isEmpty();
        assertThat(wrong("09:00", "12:00", null)).isEmpty();
        assertThat(wrong("17:00", "18:00", null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "08:00, 09:00, false",
        "08:00, 09:01, true",
        "09:15, 09:45, true",
        "09:59, 11:00, true",
        "10:00, 11:00, false"
    })
    void f080_two_times_of_one_person_do_not_lie_over_each_other(String start, String end, boolean over) {
        Map<String, String> wrong = wrong("09:00", "10:00", null, other(start, end));
        assertThat(wrong.containsKey("start")).isEqualTo(over);
        if (over)
            assertThat(wrong.get("start")).contains(start).contains("Printer").contains("\"overlap\": true");
    }

    @Test
    void f080_who_says_that_both_are_right_is_believed() {
        assertThat(TimeRules.wrong(
                        DAY,
                        LocalTime.of(9, 0),
                        LocalTime.of(10, 0),
                        Optional.empty(),
                        List.of(other("09:00", "10:00")),
                        DAY.atTime(18, 0),
                        true))
                .isEmpty();
    }
}
