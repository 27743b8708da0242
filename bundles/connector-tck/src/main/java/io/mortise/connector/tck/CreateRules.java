package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicNode;

/** New records. */
record CreateRules(Tenant tenant, EntityType type, Birth birth) {
    interface Birth {
        Optional<Fields> fields() throws Fault;
    }

    DynamicNode all() {
        return new Rules(type + ": creating")
                .rule("it makes one record of the fields given", this::made)
                .rule("its answer is what a fetch shows", this::answer)
                .rule("what is needed is enough", this::needed)
                .rule("what was made is found", this::found)
                .rule("a field that the lane doesn't declare is refused before anything is sent", this::undeclared)
                .all();
    }

    private Fields sample() throws Fault {
        assumeTrue(tenant.lane(type).create().isPresent(), "it creates nothing");
        return birth.fields().orElseThrow(() -> new AssertionError("the test gives no new record"));
    }

    private void made() throws Fault {
        Fields fields = sample();
        int before = tenant.all(type).size();
        Observation made = tenant.create(type, fields);
        assertThat(tenant.all(type)).hasSize(before + 1);
        Observation now = tenant.fetch(type, made.ref().id());
        Lane lane = tenant.lane(type);
        for (Field<?> field : type.fields())
            if (fields.mentions(field) && now.fields().mentions(field))
                assertThat(left(lane, field, now.fields())).as("%s", field).isEqualTo(left(lane, field, fields));
    }

    private static <T> Optional<T> left(Lane lane, Field<T> field, Fields given) {
        return given.get(field).map(value -> lane.shown(field, value));
    }

    private void answer() throws Fault {
        Observation made = tenant.create(type, sample());
        if (!made.isHint()) Rules.agree(type, tenant.fetch(type, made.ref().id()), made);
    }

    private void needed() throws Fault {
        Fields all = sample();
        Fields.Builder least = Fields.with();
        for (Field<?> field : tenant.lane(type).needed()) {
            assertThat(all.get(field)).as("the test's %s", field).isPresent();
            least.copy(field, all);
        }
        Observation made = tenant.create(type, least.build());
        assertThat(tenant.fetch(type, made.ref().id()).ref()).isEqualTo(made.ref());
    }

    private void found() throws Fault {
        Lane lane = tenant.lane(type);
        Fields fields = sample();
        assumeTrue(lane.find().isPresent(), "it finds nothing");
        Observation made = tenant.create(type, fields);
        Fields.Builder like = Fields.with();
        for (Field<?> field : lane.findable()) if (fields.get(field).isPresent()) like.copy(field, fields);
        List<Observation> found = lane.find().orElseThrow().of(like.build());
        assertThat(found).extracting(Observation::ref).contains(made.ref());
    }

    private void undeclared() throws Fault {
        Fields fields = sample();
        Lane lane = tenant.lane(type);
        Optional<Field<?>> other = type.fields().stream()
                .filter(f -> !lane.creatable().contains(f))
                .findFirst();
        assumeTrue(other.isPresent(), "it declares every field");
        int before = tenant.wire().sent().size();
        Fault fault = Rules.fault(
                () -> tenant.create(type, fields.but().clear(other.get()).build()));
        assertThat(fault.remedy()).isEqualTo(Remedy.CORRECT);
        assertThat(tenant.wire().sent()).hasSize(before);
    }
}
