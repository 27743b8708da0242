package io.mortise.sync.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Part;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One system's list calls it "DELL", where others say "Dell". */
class DeclaredLossTest {
    private static final String FIELD = "latest";
    private static final Side.Shows CASE_APART =
            (field, given) -> given.toString().toLowerCase(Locale.ROOT);

    @Test
    void s05_what_a_system_cannot_tell_apart_is_not_written_to_it() {
        Side side = side("DELL", Map.of(FIELD, Pair.superseded("DELL")), Map.of());
        Plan plan = plan("Dell", side);
        assertThat(plan.writes()).isEmpty();
        assertThat(plan.agreed().get("docs").get(FIELD)).isEqualTo(Pair.of("Dell", "DELL"));
    }

    @Test
    void s04_an_echo_in_the_systems_own_words_is_not_an_edit() {
        Side side = side("DELL", Map.of(FIELD, Pair.of("HP", "HP")), Map.of(FIELD, Set.of("Dell")));
        Plan plan = plan("Dell", side);
        assertThat(plan.decisions()).isEmpty();
        assertThat(plan.hub().value(FIELD)).isEqualTo("Dell");
    }

    @Test
    void a_real_difference_is_written() {
        Side side = side("HP", Map.of(FIELD, Pair.of("HP", "HP")), Map.of());
        assertThat(plan("Dell", side).writes()).isEqualTo(Map.of("docs", Map.of(FIELD, "Dell")));
    }

    private static Plan plan(String here, Side side) {
        Cell cell = new Cell(here, new Evidence(0, 0), Cell.HERE, "Ann");
        return new Reconcile(Worlds.TYPE, of -> Optional.empty())
                .plan(new Hub(Map.of(FIELD, cell), Map.of()), List.of(side));
    }

    private static Side side(Object shown, Map<String, Pair> agreed, Map<String, Set<Object>> pending) {
        return new Side(
                "docs",
                Part.DOCS,
                true,
                Map.of(FIELD, shown),
                agreed,
                Map.of(),
                pending,
                Set.of(FIELD),
                CASE_APART,
                "");
    }
}
