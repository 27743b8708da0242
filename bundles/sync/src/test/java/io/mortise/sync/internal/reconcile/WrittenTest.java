package io.mortise.sync.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Kind;
import io.mortise.model.Part;
import io.mortise.model.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WrittenTest {
    private static final Policy ONCE = Policy.of(Policy.Rule.APPEND);
    private static final Field<String> DETAILS = Field.of("details", Kind.TEXT).policy(ONCE);
    private static final Field<Boolean> INTERNAL =
            Field.of("internal", Kind.FLAG).policy(ONCE);
    private static final EntityType TYPE = EntityType.of("note", Field.of("title", Kind.TEXT), DETAILS, INTERNAL);

    private static Side side(String id, Map<String, Object> observed, Map<String, Object> agreed) {
        Map<String, Pair> pairs = new java.util.TreeMap<>();
        agreed.forEach((field, value) -> pairs.put(field, Pair.of(value, value)));
        Part part = id.equals("psa") ? Part.PSA : Part.DOCS;
        Set<String> writable = Set.of("details", "internal");
        return new Side(id, part, true, observed, pairs, Map.of(), Map.of(), writable, Side.Shows.EXACTLY, "");
    }

    private static Hub hub(String source, String details, boolean internal) {
        Evidence then = new Evidence(1, 1);
        return new Hub(
                Map.of(
                        "details", new Cell(details, then, source, ""),
                        "internal", new Cell(internal, then, source, "")),
                Map.of());
    }

    private static Plan plan(Hub hub, Side... sides) {
        return new Reconcile(TYPE, ref -> Optional.empty()).plan(hub, new ArrayList<>(List.of(sides)));
    }

    @Test
    void itsAuthorsSystemMayCorrectIt() {
        Plan plan = plan(
                hub("psa", "old", false),
                side("psa", Map.of("details", "new"), Map.of("details", "old")),
                side("docs", Map.of("details", "old"), Map.of("details", "old")));
        assertThat(plan.hub().value("details")).isEqualTo("new");
        assertThat(plan.writes()).isEqualTo(Map.of("docs", Map.of("details", "new")));
    }

    @Test
    void whatOthersMadeOfItIsPutBack() {
        Plan plan = plan(
                hub("psa", "old", false),
                side("psa", Map.of("details", "old"), Map.of("details", "old")),
                side("docs", Map.of("details", "forged"), Map.of("details", "old")));
        assertThat(plan.hub().value("details")).isEqualTo("old");
        assertThat(plan.writes()).isEqualTo(Map.of("docs", Map.of("details", "old")));
    }

    @Test
    void whatWasInternalIsNeverMadePublicByAnySystem() {
        Plan plan = plan(hub("psa", "x", true), side("psa", Map.of("internal", false), Map.of("internal", true)));
        assertThat(plan.hub().value("internal")).isEqualTo(true);
        assertThat(plan.writes()).isEqualTo(Map.of("psa", Map.of("internal", true)));
    }

    @Test
    void whatWasPublicCanBeMadeInternal() {
        Plan plan = plan(hub("psa", "x", false), side("psa", Map.of("internal", true), Map.of("internal", false)));
        assertThat(plan.hub().value("internal")).isEqualTo(true);
    }
}
