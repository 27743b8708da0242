package io.mortise.sync.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Kind;
import io.mortise.model.Part;
import io.mortise.model.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyedTest {
    private static final Field<Map<String, Object>> OWN =
            Field.of("own", Kind.JSON).policy(Policy.of(Policy.Rule.UNION));
    private static final EntityType TYPE = EntityType.of("thing", Field.of("title", Kind.TEXT), OWN);
    private static final Map<String, Object> BASE = Map.of("po", "1", "impact", "one");
    private static final Pair AGREED = Pair.of(BASE, BASE);

    private static Hub hub(Map<String, Object> value, long at) {
        return new Hub(Map.of("own", new Cell(value, new Evidence(at, at), Cell.HERE, "Ann")), Map.of());
    }

    private static Side side(Map<String, Object> shown, Pair agreed) {
        Map<String, Object> observed = new HashMap<>();
        observed.put("own", shown);
        return new Side(
                "psa",
                Part.PSA,
                true,
                observed,
                agreed == null ? Map.of() : Map.of("own", agreed),
                Map.of("own", new Evidence(5, 5)),
                Map.of(),
                Set.of("own"),
                Side.Shows.EXACTLY,
                "");
    }

    private static Plan plan(Hub hub, Side... sides) {
        return new Reconcile(TYPE, ref -> Optional.empty()).plan(hub, List.of(sides));
    }

    @Test
    void twoValuesChangedAtOnceAreBothKept() {
        Plan plan = plan(
                hub(Map.of("po", "2", "impact", "one"), 9),
                side(Map.of("po", "1", "impact", "all", "due", "today"), AGREED));
        Map<String, Object> both = Map.of("po", "2", "impact", "all", "due", "today");
        assertThat(plan.hub().value("own")).isEqualTo(both);
        assertThat(plan.writes()).isEqualTo(Map.of("psa", Map.of("own", both)));
    }

    @Test
    void whatIsClearedThereIsClearedHere() {
        Plan plan = plan(hub(BASE, 1), side(Map.of("po", "1"), AGREED));
        assertThat(plan.hub().value("own")).isEqualTo(Map.of("po", "1"));
        assertThat(plan.writes()).isEmpty();
        assertThat(plan(hub(BASE, 1), side(null, AGREED)).hub().value("own")).isNull();
    }

    @Test
    void ofOneValueChangedOnBothSidesOursStandsUnlessTheirsIsProvablyLater() {
        Map<String, Object> here = Map.of("po", "here", "impact", "one");
        Map<String, Object> there = Map.of("po", "there", "impact", "one");
        assertThat(plan(hub(here, 9), side(there, AGREED)).hub().value("own")).isEqualTo(here);
        assertThat(plan(hub(here, 1), side(there, AGREED)).hub().value("own")).isEqualTo(there);
    }

    @Test
    void atFirstSightWhatEitherHasIsKept() {
        Plan plan = plan(hub(Map.of("po", "2"), 1), side(Map.of("impact", "all"), null));
        assertThat(plan.hub().value("own")).isEqualTo(Map.of("po", "2", "impact", "all"));
    }
}
