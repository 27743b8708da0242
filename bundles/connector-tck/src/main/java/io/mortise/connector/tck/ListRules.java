package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicNode;

/** Lists of choices, and finding by values. */
record ListRules(Tenant tenant, EntityType type) {
    DynamicNode all() {
        return new Rules(type + ": lists")
                .rule("a written choice has a list, with keys and labels", this::choices)
                .rule("records show choices of the list", this::members)
                .rule("find finds what is there", this::finds)
                .rule("find finds nothing that isn't there", this::findsNothing)
                .all();
    }

    @SuppressWarnings("unchecked") // by its kind it is a field of choices
    private List<Field<Choice>> written() throws Fault {
        Lane lane = tenant.lane(type);
        List<Field<Choice>> written = new ArrayList<>();
        for (Field<?> field : type.fields())
            if (field.kind() == (Kind<?>) Kind.CHOICE
                    && (lane.updatable().contains(field) || lane.creatable().contains(field)))
                written.add((Field<Choice>) field);
        assumeTrue(!written.isEmpty(), "it writes no choices");
        return written;
    }

    /** @param of the record whose it is to be: some lists are each customer's own */
    private List<Choice> list(Field<Choice> field, Fields of) throws Fault {
        var choices = tenant.lane(type).choices(field);
        assertThat(choices).as("the list of %s", field).isPresent();
        return choices.get().of(of.only(field.listedIn().stream().toList()));
    }

    private void choices() throws Fault {
        for (Field<Choice> field : written())
            assertThat(list(field, some(field)))
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .noneMatch(c -> c.key().isBlank() || c.label().isBlank());
    }

    private Fields some(Field<Choice> field) throws Fault {
        for (Observation seen : tenant.all(type)) if (seen.fields().get(field).isPresent()) return seen.fields();
        return Fields.NONE;
    }

    private void members() throws Fault {
        for (Field<Choice> field : written())
            for (Observation seen : tenant.all(type)) {
                Optional<Choice> choice = seen.fields().get(field);
                if (choice.isPresent()) assertThat(list(field, seen.fields())).contains(choice.get());
            }
    }

    private Lane finder() throws Fault {
        Lane lane = tenant.lane(type);
        assumeTrue(lane.find().isPresent(), "it finds nothing");
        return lane;
    }

    private void finds() throws Fault {
        Lane lane = finder();
        Observation one = tenant.all(type).get(0);
        Fields.Builder like = Fields.with();
        for (Field<?> field : lane.findable()) if (one.fields().get(field).isPresent()) like.copy(field, one.fields());
        assertThat(lane.find().orElseThrow().of(like.build()))
                .extracting(Observation::ref)
                .contains(one.ref());
    }

    private void findsNothing() throws Fault {
        Lane lane = finder();
        for (Field<?> field : lane.findable())
            if (field.kind() == (Kind<?>) Kind.TEXT)
                assertThat(lane.find().orElseThrow().of(like(field))).isEmpty();
        Optional<Observation> none =
                lane.find().orElseThrow().of(Fields.NONE).stream().findFirst();
        assertThat(none).isEmpty();
    }

    @SuppressWarnings("unchecked") // by its kind it is a field of texts
    private static Fields like(Field<?> field) {
        return Fields.of((Field<String>) field, "Nobody is called that");
    }
}
