package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.model.Constraint;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Policy;
import java.util.Optional;
import org.junit.jupiter.api.DynamicNode;

/** Changes of one record. */
record UpdateRules(Tenant tenant, EntityType type, Lane.Call<Observation, Optional<Fields>> edit) {
    DynamicNode all() {
        return new Rules(type + ": updating")
                .rule("it changes the fields mentioned and nothing else", this::only)
                .rule("each field by itself can be changed", this::singly)
                .rule("its answer is what a fetch shows", this::answer)
                .rule("the same again changes nothing", this::again)
                .rule("a field that the lane doesn't declare is refused before anything is sent", this::undeclared)
                .rule("a failure after sending is LOOK, and nothing is sent twice", this::unclear)
                .rule("an unknown id is FORGET", this::forget)
                .all();
    }

    private Observation sample() throws Fault {
        assumeTrue(tenant.lane(type).update().isPresent(), "it updates nothing");
        for (Observation seen : tenant.all(type))
            if (seen.locked().isEmpty()) return tenant.fetch(type, seen.ref().id());
        throw new AssertionError("all records are locked");
    }

    private Fields edit(Observation record) throws Fault {
        return edit.of(record).orElseThrow(() -> new AssertionError("the test gives no edit"));
    }

    private void only() throws Fault {
        Observation before = sample();
        check(before, edit(before));
    }

    private void singly() throws Fault {
        for (Field<?> field : type.fields()) {
            Observation before = sample();
            Fields all = edit(before);
            if (all.mentions(field)) check(before, just(field, all));
        }
    }

    /** A default comes with the set that it must be a member of. */
    private Fields just(Field<?> field, Fields all) {
        Fields.Builder just = Fields.with();
        just.copy(field, all);
        type.constraints().stream()
                .filter(c -> c.rule() == Constraint.Rule.MEMBER && c.field().equals(field))
                .forEach(c -> just.copy(c.of(), all));
        return just.build();
    }

    private void check(Observation before, Fields edit) throws Fault {
        tenant.update(type, before.ref().id(), edit);
        Observation after = tenant.fetch(type, before.ref().id());
        Lane lane = tenant.lane(type);
        for (Field<?> field : type.fields())
            if (after.fields().mentions(field) && !field.isFleeting() && !isTheVendors(field))
                assertThat(left(lane, field, after.fields()))
                        .as("%s after a change of %s", field, edit.names())
                        .isEqualTo(left(lane, field, edit.mentions(field) ? edit : before.fields()));
    }

    /** It follows from what the vendor does, a change among it. */
    private static boolean isTheVendors(Field<?> field) {
        return field.policy().rule() == Policy.Rule.DERIVED;
    }

    private static <T> Optional<T> left(Lane lane, Field<T> field, Fields given) {
        return given.get(field).map(value -> lane.shown(field, value));
    }

    private void answer() throws Fault {
        Observation before = sample();
        Observation answer = tenant.update(type, before.ref().id(), edit(before));
        assertThat(answer.ref()).isEqualTo(before.ref());
        if (!answer.isHint()) Rules.agree(type, tenant.fetch(type, before.ref().id()), answer);
    }

    private void again() throws Fault {
        Observation before = sample();
        Fields edit = edit(before);
        tenant.update(type, before.ref().id(), edit);
        Observation once = tenant.fetch(type, before.ref().id());
        tenant.update(type, before.ref().id(), edit);
        Observation twice = tenant.fetch(type, before.ref().id());
        for (Field<?> field : type.fields())
            if (!isTheVendors(field))
                assertThat(twice.fields().get(field))
                        .as(field.name())
                        .isEqualTo(once.fields().get(field));
    }

    private void undeclared() throws Fault {
        Observation record = sample();
        Lane lane = tenant.lane(type);
        Optional<Field<?>> other = type.fields().stream()
                .filter(f -> !lane.updatable().contains(f))
                .findFirst();
        assumeTrue(other.isPresent(), "it declares every field");
        int before = tenant.wire().sent().size();
        Fields fields = Fields.with().clear(other.get()).build();
        Fault fault = Rules.fault(() -> tenant.update(type, record.ref().id(), fields));
        assertThat(fault.remedy()).isEqualTo(Remedy.CORRECT);
        assertThat(fault.fields()).containsKey(other.get());
        assertThat(tenant.wire().sent()).hasSize(before);
    }

    private void unclear() throws Fault {
        Observation record = sample();
        Fields edit = edit(record);
        tenant.wire().breakNextWrite(502);
        Fault fault = Rules.fault(() -> tenant.update(type, record.ref().id(), edit));
        assertThat(fault.remedy()).isEqualTo(Remedy.LOOK);
        var sent = tenant.wire().sent();
        assertThat(sent.get(sent.size() - 1).status()).isEqualTo(502);
    }

    private void forget() throws Fault {
        Fields edit = edit(sample());
        assertThat(Rules.fault(() -> tenant.update(type, "999999", edit)).remedy())
                .isEqualTo(Remedy.FORGET);
    }
}
