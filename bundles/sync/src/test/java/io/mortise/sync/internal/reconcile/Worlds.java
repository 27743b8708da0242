package io.mortise.sync.internal.reconcile;

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
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** One agreed state, then each replica disturbed a little: independent worlds would never collide. */
final class Worlds {
    static final List<Part> PARTS = List.of(Part.PSA, Part.DOCS, Part.RMM);
    static final List<String> SCALARS = List.of("owned", "latest", "manual");
    static final List<String> FIELDS = List.of("owned", "latest", "manual", "union", "text");
    private static final Part[] RANK = PARTS.toArray(new Part[0]);
    private static final Field<String> TITLE = Field.of("title", Kind.TEXT);
    static final EntityType TYPE = EntityType.of(
            "thing",
            TITLE,
            Field.of("owned", Kind.TEXT).policy(Policy.owner(RANK)),
            Field.of("latest", Kind.TEXT).policy(Policy.latest(RANK)),
            Field.of("manual", Kind.TEXT).policy(Policy.of(Policy.Rule.MANUAL)),
            Field.of("union", Kind.setOf(Kind.TEXT)).policy(Policy.of(Policy.Rule.UNION)),
            Field.of("text", Kind.TEXT).policy(Policy.of(Policy.Rule.TEXT)));

    /** @param lossy the second side shows capitals */
    record World(Hub hub, List<Side> sides, boolean lossy) {
        Plan plan() {
            return new Reconcile(TYPE, ref -> Optional.empty()).plan(hub, sides);
        }

        /** As if every write had been taken and every answer read. */
        World after(Plan plan) {
            List<Side> next = new ArrayList<>();
            for (Side side : sides) {
                Map<String, Object> observed = new TreeMap<>(side.observed());
                Map<String, Pair> agreed = new TreeMap<>(plan.agreed().get(side.id()));
                plan.writes().getOrDefault(side.id(), Map.of()).forEach((field, value) -> {
                    Object shown = shown(side, value);
                    observed.put(field, shown);
                    agreed.put(field, Pair.of(value, shown));
                });
                next.add(side(side.id(), side.part(), observed, agreed, side.evidence()));
            }
            return new World(plan.hub(), next, lossy);
        }

        private Object shown(Side side, Object value) {
            boolean shouts = lossy && side.part().equals(Part.DOCS) && value instanceof String;
            return shouts ? value.toString().toUpperCase(java.util.Locale.ROOT) : value;
        }
    }

    private record Edit(String text, Set<String> set, Evidence evidence) {
        Object of(String field) {
            if (!field.equals("union")) return text;
            return set.isEmpty() ? null : Set.copyOf(set);
        }
    }

    private Worlds() {}

    static Arbitrary<World> any() {
        Arbitrary<Map<Integer, Edit>> edits =
                Arbitraries.maps(Arbitraries.integers().between(0, 14), edit()).ofMaxSize(8);
        Arbitrary<Map<Integer, Edit>> here =
                Arbitraries.maps(Arbitraries.integers().between(0, 4), edit()).ofMaxSize(2);
        return Combinators.combine(edit(), edits, here, Arbitraries.of(true, false))
                .as(Worlds::world);
    }

    private static Arbitrary<Edit> edit() {
        Arbitrary<Long> time = Arbitraries.longs().between(0, 6);
        Arbitrary<Set<String>> sets = Arbitraries.of("x", "y", "z").set().ofMaxSize(3);
        return Combinators.combine(Arbitraries.of("a", "b", "c", "a\nb", "a\nc\nb"), sets, time, time)
                .as((text, set, t, u) -> new Edit(text, set, new Evidence(Math.min(t, u), Math.max(t, u))));
    }

    private static World world(Edit base, Map<Integer, Edit> edits, Map<Integer, Edit> here, boolean lossy) {
        Map<String, Cell> cells = new TreeMap<>();
        for (String field : FIELDS) cells.put(field, new Cell(base.of(field), new Evidence(0, 0), "psa", ""));
        List<Side> sides = new ArrayList<>();
        for (int s = 0; s < 3; s++) {
            Map<String, Object> observed = new TreeMap<>();
            Map<String, Pair> agreed = new TreeMap<>();
            Map<String, Evidence> evidence = new TreeMap<>();
            for (int f = 0; f < FIELDS.size(); f++) {
                String field = FIELDS.get(f);
                agreed.put(field, Pair.of(base.of(field), base.of(field)));
                Edit edit = edits.get(s * FIELDS.size() + f);
                observed.put(field, edit == null ? base.of(field) : edit.of(field));
                if (edit != null) evidence.put(field, edit.evidence);
            }
            sides.add(side(PARTS.get(s).name(), PARTS.get(s), observed, agreed, evidence));
        }
        here.forEach((f, edit) ->
                cells.put(FIELDS.get(f), new Cell(edit.of(FIELDS.get(f)), edit.evidence, Cell.HERE, "Ann")));
        return new World(new Hub(cells, Map.of()), sides, lossy);
    }

    static Side side(
            String id,
            Part part,
            Map<String, Object> observed,
            Map<String, Pair> agreed,
            Map<String, Evidence> evidence) {
        return new Side(
                id, part, true, observed, agreed, evidence, Map.of(), Set.copyOf(FIELDS), Side.Shows.EXACTLY, "");
    }
}
