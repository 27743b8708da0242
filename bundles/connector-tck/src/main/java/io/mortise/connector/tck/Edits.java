package io.mortise.connector.tck;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.model.Choice;
import io.mortise.model.Constraint;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Kind;
import io.mortise.model.Labelled;
import io.mortise.model.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Draws edits of a vendor's records. */
final class Edits {
    private static final int RECORDS = 8;
    private static final int FIELDS = 4;
    private static final double NONE = 0.15;

    /** Some fields of a record and their new values. */
    record Edit(EntityType type, String id, Fields fields) {
        @Override
        public String toString() {
            return type + " " + id + " " + fields.plain(type);
        }
    }

    private record Drawn<T>(Field<T> field, Optional<T> value) {
        void into(Fields.Builder fields) {
            fields.set(field, value);
        }
    }

    private final Tenant tenant;
    private final LensLaws laws;

    Edits(Tenant tenant, LensLaws laws) {
        this.tenant = tenant;
        this.laws = laws;
    }

    /** Of each type that can be changed, some records that nothing locks. */
    Arbitrary<Edit> all() throws Fault {
        List<Arbitrary<Edit>> all = new ArrayList<>();
        for (Lane lane : tenant.lanes())
            if (lane.update().isPresent()) for (Observation record : samples(lane)) all.add(edits(lane, record));
        return Arbitraries.oneOf(all);
    }

    private List<Observation> samples(Lane lane) throws Fault {
        return tenant.all(lane.type()).stream()
                .filter(seen -> seen.locked().isEmpty())
                .limit(RECORDS)
                .toList();
    }

    private Arbitrary<Edit> edits(Lane lane, Observation record) throws Fault {
        EntityType type = lane.type();
        String id = record.ref().id();
        Fields now = tenant.fetch(type, id).fields();
        List<Arbitrary<List<Drawn<?>>>> each = new ArrayList<>();
        for (Field<?> field : lane.updatable()) values(lane, field, now).ifPresent(each::add);
        return Arbitraries.of(each)
                .set()
                .ofMinSize(1)
                .ofMaxSize(FIELDS)
                .flatMap(Edits::joined)
                .map(drawn -> new Edit(type, id, fields(drawn)));
    }

    private static Arbitrary<List<Drawn<?>>> joined(Set<Arbitrary<List<Drawn<?>>>> parts) {
        Arbitrary<List<Drawn<?>>> joined = Arbitraries.just(List.of());
        for (Arbitrary<List<Drawn<?>>> part : parts)
            joined = joined.flatMap(before -> part.map(more -> {
                List<Drawn<?>> both = new ArrayList<>(before);
                both.addAll(more);
                return both;
            }));
        return joined;
    }

    private static Fields fields(List<Drawn<?>> drawn) {
        Fields.Builder fields = Fields.with();
        drawn.forEach(each -> each.into(fields));
        return fields.build();
    }

    /** A default is drawn with the set that it is a member of. */
    private Optional<Arbitrary<List<Drawn<?>>>> values(Lane lane, Field<?> field, Fields now) throws Fault {
        List<Constraint> constraints = lane.type().constraints();
        boolean isDefault =
                constraints.stream().anyMatch(c -> isMember(c) && c.field().equals(field));
        boolean depends = field.listedUnder().isPresent(); // on what may be drawn beside it
        if (isDefault || depends) return Optional.empty();
        Optional<Constraint> chosen = constraints.stream()
                .filter(c ->
                        isMember(c) && c.of().equals(field) && lane.updatable().contains(c.field()))
                .findFirst();
        Optional<Arbitrary<Drawn<?>>> value = value(lane, field, now);
        return value.map(any ->
                any.map(drawn -> chosen.map(c -> withDefault(drawn, c)).orElse(List.of(drawn))));
    }

    private static boolean isMember(Constraint constraint) {
        return constraint.rule() == Constraint.Rule.MEMBER;
    }

    @SuppressWarnings("unchecked") // a set with a default is one of labelled values, the default a text
    private static List<Drawn<?>> withDefault(Drawn<?> set, Constraint constraint) {
        Optional<String> last = set.value()
                .map(all -> ((Set<Labelled>) all)
                        .stream().reduce((one, next) -> next).orElseThrow().value());
        return List.of(set, new Drawn<>((Field<String>) constraint.field(), last));
    }

    private <T> Optional<Arbitrary<Drawn<?>>> value(Lane lane, Field<T> field, Fields now) throws Fault {
        Optional<Arbitrary<T>> values = legal(lane, field, now);
        boolean canBeNone = !lane.needed().contains(field)
                && field.kind() != (Kind<?>) Kind.FLAG
                && laws.canBeNone(lane.type(), field);
        return values.map(any -> any.map(field::canonical)
                .filter(v -> !field.kind().isNone(v))
                .optional(canBeNone ? 1 - NONE : 1)
                .map(v -> new Drawn<>(field, v)));
    }

    @SuppressWarnings("unchecked") // each is of the field's own kind
    private <T> Optional<Arbitrary<T>> legal(Lane lane, Field<T> field, Fields now) throws Fault {
        Optional<List<T>> theirs = laws.only(lane.type(), field);
        if (theirs.isPresent()) return theirs.filter(all -> !all.isEmpty()).map(Arbitraries::of);
        if (field.kind() == (Kind<?>) Kind.CHOICE)
            return (Optional<Arbitrary<T>>) (Optional<?>) choices(lane, field, now);
        if (field.kind() == (Kind<?>) Kind.REF) return (Optional<Arbitrary<T>>) (Optional<?>) refs(lane, field, now);
        return (Optional<Arbitrary<T>>) (Optional<?>) Values.of(field);
    }

    private Optional<Arbitrary<Choice>> choices(Lane lane, Field<?> field, Fields now) throws Fault {
        Field<Choice> chosen = field.ofChoices().orElseThrow();
        var asked = lane.choices(chosen);
        if (asked.isEmpty()) return Optional.empty();
        Fields whose = now.only(chosen.listedIn().stream().toList());
        List<Choice> all = asked.get().of(whose);
        return all.isEmpty() ? Optional.empty() : Optional.of(Arbitraries.of(all));
    }

    /** Records of the same organization, where the field must name one of those. */
    private Optional<Arbitrary<Ref>> refs(Lane lane, Field<?> field, Fields now) throws Fault {
        Optional<Constraint> same = lane.type().constraints().stream()
                .filter(c ->
                        c.rule() == Constraint.Rule.SAME_WITHIN && c.field().equals(field))
                .findFirst();
        List<Ref> all = new ArrayList<>();
        for (Lane target : tenant.lanes())
            if (field.targets().contains(target.type().name()))
                for (Observation seen : tenant.all(target.type()))
                    if (same.isEmpty()
                            || within(seen, target)
                                    .equals(now.get((Field<?>) same.get().of()))) all.add(seen.ref());
        return all.isEmpty() ? Optional.empty() : Optional.of(Arbitraries.of(all));
    }

    private static Optional<Ref> within(Observation seen, Lane target) {
        return target.type().within().flatMap(seen.fields()::get);
    }
}
