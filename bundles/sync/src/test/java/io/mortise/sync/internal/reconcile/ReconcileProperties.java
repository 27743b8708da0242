package io.mortise.sync.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.sync.internal.reconcile.Plan.Decision;
import io.mortise.sync.internal.reconcile.Worlds.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the pure heart promises, for whatever the sides show. */
class ReconcileProperties {
    @Provide
    Arbitrary<World> worlds() {
        return Worlds.any();
    }

    @Property(tries = 5_000)
    void s01_one_round_converges(@ForAll("worlds") World world) {
        Plan first = world.plan();
        World next = world.after(first);
        Plan second = next.plan();
        assertThat(second.writes()).isEmpty();
        assertThat(second.decisions()).isEmpty();
        for (String field : Worlds.FIELDS)
            if (!first.hub().frozen().containsKey(field))
                for (Side side : next.sides())
                    assertThat(folded(side.observed().get(field)))
                            .isEqualTo(folded(first.hub().value(field)));
    }

    @Property(tries = 5_000)
    void s02_no_edit_is_lost_silently(@ForAll("worlds") World world) {
        Plan plan = world.plan();
        for (Side side : world.sides())
            for (String field : Worlds.SCALARS) {
                Object shown = side.observed().get(field);
                if (side.agreed().get(field).shows(shown)) continue;
                boolean kept = Objects.equals(shown, plan.hub().value(field));
                boolean asked = plan.hub().frozen().containsKey(field);
                boolean told = plan.decisions().stream().anyMatch(d -> tells(d, field, shown));
                assertThat(kept || asked || told)
                        .as("%s of %s", field, side.id())
                        .isTrue();
            }
    }

    private static boolean tells(Decision decision, String field, Object value) {
        return decision.field().equals(field)
                && (Objects.equals(decision.lost(), value) || Objects.equals(decision.before(), value));
    }

    @Property(tries = 5_000)
    void s02_a_persons_edit_here_is_never_lost_silently(@ForAll("worlds") World world) {
        Plan plan = world.plan();
        for (String field : Worlds.SCALARS) {
            Object here = world.hub().value(field);
            boolean kept = Objects.equals(here, plan.hub().value(field));
            boolean told = plan.decisions().stream().anyMatch(d -> tells(d, field, here));
            assertThat(kept || told || plan.hub().frozen().containsKey(field)).isTrue();
        }
    }

    @Property(tries = 5_000)
    void no_value_is_invented(@ForAll("worlds") World world) {
        Plan plan = world.plan();
        for (String field : Worlds.SCALARS) {
            Set<Object> known = new HashSet<>();
            known.add(world.hub().value(field));
            world.sides().forEach(side -> known.add(side.observed().get(field)));
            assertThat(known).contains(plan.hub().value(field));
        }
    }

    @Property(tries = 5_000)
    void s21_r08_the_order_of_the_sides_does_not_matter(@ForAll("worlds") World world, @ForAll Random random) {
        List<Side> shuffled = new ArrayList<>(world.sides());
        Collections.shuffle(shuffled, random);
        Plan one = world.plan();
        Plan other = new World(world.hub(), shuffled, world.lossy()).plan();
        assertThat(other.hub()).isEqualTo(one.hub());
        assertThat(other.writes()).isEqualTo(one.writes());
    }

    @Property(tries = 5_000)
    void s08_the_owner_is_obeyed(@ForAll("worlds") World world) {
        Side owner = world.sides().get(0);
        Object shown = owner.observed().get("owned");
        boolean moved = !owner.agreed().get("owned").shows(shown);
        Object expected = moved ? shown : world.hub().value("owned");
        assertThat(world.plan().hub().value("owned")).isEqualTo(expected);
    }

    @Property(tries = 2_000)
    void s05_what_nobody_touched_costs_nothing(@ForAll("worlds") World world) {
        List<Side> still = new ArrayList<>();
        Map<String, Cell> cells = new TreeMap<>();
        for (Side side : world.sides()) {
            Map<String, Object> observed = new TreeMap<>();
            side.agreed().forEach((field, pair) -> {
                observed.put(field, pair.remote());
                cells.put(field, new Cell(pair.hub(), new Evidence(0, 0), "psa", ""));
            });
            still.add(Worlds.side(side.id(), side.part(), observed, side.agreed(), Map.of()));
        }
        Plan plan = new World(new Hub(cells, Map.of()), still, false).plan();
        assertThat(plan.writes()).isEmpty();
        assertThat(plan.decisions()).isEmpty();
    }

    @Property(tries = 5_000)
    void union_keeps_every_addition(@ForAll("worlds") World world) {
        Set<?> merged = set(world.plan().hub().value("union"));
        for (Side side : world.sides())
            for (Object member : set(side.observed().get("union"))) {
                boolean added = !set(side.agreed().get("union").remote()).contains(member);
                boolean removedElsewhere = world.sides().stream()
                        .anyMatch(s -> set(s.agreed().get("union").remote()).contains(member)
                                && !set(s.observed().get("union")).contains(member));
                if (added && !removedElsewhere)
                    assertThat(merged.contains(member)).isTrue();
            }
    }

    @Property(tries = 5_000)
    void text_keeps_every_paragraph_that_somebody_wrote(@ForAll("worlds") World world) {
        List<String> merged = Paragraphs.of(world.plan().hub().value("text"));
        for (Side side : world.sides()) {
            List<String> written = new ArrayList<>(Paragraphs.of(side.observed().get("text")));
            written.removeAll(Paragraphs.of(side.agreed().get("text").remote()));
            assertThat(merged).containsAll(written);
        }
    }

    private static Set<?> set(Object value) {
        return value == null ? Set.of() : (Set<?>) value;
    }

    private static Object folded(Object value) {
        return value instanceof String s ? s.toLowerCase(java.util.Locale.ROOT) : value;
    }
}
