package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Lane;
import io.mortise.connector.Lane.Call;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DynamicNode;

/** Another product's records that a system hands through: live, whole, and no copy. */
record RouteRules(Tenant tenant, Routed routed) {
    DynamicNode all() {
        return new Rules("the records of another product that it hands through")
                .rule("they are live: no feeds, no creates, no searches", this::live)
                .rule("one is fetched, and one that isn't there is FORGET", this::fetched)
                .rule("an edit reads back", this::edited)
                .rule("a failure after sending is LOOK, and nothing is sent twice", this::unclear)
                .rule("a secret is shown, and one that isn't there is FORGET", this::revealed)
                .rule("what lies below a record is shown once, with its name", this::listed)
                .rule("for a product that it knows nothing of, there is nothing", this::others)
                .all();
    }

    private List<Lane> lanes() throws Fault {
        return tenant.session().routes(routed.product());
    }

    private void live() throws Fault {
        Set<String> types = new HashSet<>();
        for (Lane lane : lanes()) {
            assertThat(types.add(lane.type().name()))
                    .as("%s twice", lane.type())
                    .isTrue();
            assertThat(lane.feeds()).isEmpty();
            assertThat(lane.create()).isEmpty();
            assertThat(lane.find()).isEmpty();
            assertThat(lane.findByKey()).isEmpty();
            assertThat(lane.update().isEmpty()).isEqualTo(lane.updatable().isEmpty());
            assertThat(lane.type().fields()).containsAll(lane.updatable());
        }
        assertThat(types).isNotEmpty();
    }

    private String id(Lane lane) throws Fault {
        return routed.id(lane.type()).orElseThrow(() -> new AssertionError("the test knows no " + lane.type()));
    }

    private void fetched() throws Fault {
        for (Lane lane : lanes()) {
            if (lane.fetch().isEmpty()) continue;
            String id = id(lane);
            Observation seen = lane.fetch().get().of(id);
            assertThat(seen.ref()).isEqualTo(Ref.to(lane.type(), id));
            assertThat(seen.isPartial() || seen.isHint()).isFalse();
            forget(lane.fetch().get(), id.replaceFirst("\\d+$", "999999"));
            forget(lane.fetch().get(), "of-another-form");
        }
    }

    private static <R> void forget(Call<String, R> call, String id) {
        assertThat(Rules.fault(() -> call.of(id)).remedy()).as(id).isEqualTo(Remedy.FORGET);
    }

    private void edited() throws Fault {
        for (Lane lane : lanes()) {
            if (lane.update().isEmpty()) continue;
            String id = id(lane);
            Fields edit = routed.edit(lane.type());
            lane.update().get().of(write(id, edit));
            same(lane, edit, lane.fetch().orElseThrow().of(id).fields());
        }
    }

    private void unclear() throws Fault {
        for (Lane lane : lanes()) {
            if (lane.update().isEmpty()) continue;
            Write write = write(id(lane), routed.edit(lane.type()));
            int before = tenant.wire().sent().size();
            tenant.wire().breakNextWrite(502);
            Fault fault = Rules.fault(() -> lane.update().get().of(write));
            assertThat(fault.remedy()).isEqualTo(Remedy.LOOK);
            assertThat(tenant.wire().sent()).hasSize(before + 1);
        }
    }

    private static Write write(String id, Fields fields) {
        String key = UUID.randomUUID().toString();
        return new Write(Optional.of(id), fields, Optional.empty(), key, Optional.empty(), Optional.empty());
    }

    private static void same(Lane lane, Fields edit, Fields now) {
        for (Field<?> field : lane.updatable())
            if (edit.mentions(field)) assertThat(now.get(field)).as("%s", field).isEqualTo(edit.get(field));
    }

    private void revealed() throws Fault {
        boolean any = false;
        for (Lane lane : lanes())
            for (Field<?> field : lane.type().fields()) any |= field.isSecret() && reveals(lane, field);
        assumeTrue(any, "it reveals nothing");
    }

    @SuppressWarnings("unchecked") // by its kind it is a secret
    private boolean reveals(Lane lane, Field<?> field) throws Fault {
        var reveal = lane.reveal((Field<io.mortise.model.Secret>) field);
        if (reveal.isEmpty()) return false;
        assertThat(reveal.get().of(id(lane)).reveal()).isNotBlank();
        forget(reveal.get(), "999999");
        return true;
    }

    private void listed() throws Fault {
        for (Lane lane : lanes()) {
            if (lane.below().isEmpty()) continue;
            Ref above = routed.above(lane.type()).orElseThrow(() -> new AssertionError("below what? " + lane.type()));
            List<Observation> seen = lane.below().get().of(above);
            assertThat(seen).as("%s below %s", lane.type(), above).isNotEmpty();
            assertThat(seen).extracting(Observation::ref).doesNotHaveDuplicates();
            for (Observation one : seen) {
                assertThat(one.ref().type()).isEqualTo(lane.type().name());
                assertThat(one.fields().get(lane.type().title())).isPresent();
            }
        }
    }

    private void others() throws Fault {
        assertThat(tenant.session().routes("nobody-knows-it")).isEmpty();
    }
}
