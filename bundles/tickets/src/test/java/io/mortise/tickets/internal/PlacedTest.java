package io.mortise.tickets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Refusal;
import io.mortise.api.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlacedTest {
    private static Placed<String> at(long second, String id) {
        return new Placed<>(Instant.ofEpochSecond(second), id, id);
    }

    @Test
    void f103_all_come_once_newest_first_though_new_ones_come_between_the_parts() {
        List<Placed<String>> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) all.add(at(100 + i / 3, "n" + (char) ('a' + i)));
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        int parts = 0;
        do {
            Slice<String> part = Placed.page(all, after, 4);
            seen.addAll(part.items());
            after = part.next();
            all.add(at(1_000 + parts++, "t" + parts));
        } while (after.isPresent());
        assertThat(seen).doesNotHaveDuplicates().hasSize(25);
        assertThat(seen.get(0)).isEqualTo("ny");
        assertThat(seen.get(24)).isEqualTo("na");
    }

    @Test
    void a_place_that_was_not_given_is_refused() {
        assertThatThrownBy(() -> Placed.page(List.of(at(1, "a")), Optional.of("x'; --"), 4))
                .isInstanceOf(Refusal.class);
    }
}
