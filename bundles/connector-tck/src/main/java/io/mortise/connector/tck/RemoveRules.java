package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Observation;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import java.util.Optional;
import org.junit.jupiter.api.DynamicNode;

/** Links and items that a person takes away. */
record RemoveRules(Tenant tenant, EntityType type, CreateRules.Birth birth) {
    DynamicNode all() {
        return new Rules(type + ": removing")
                .rule("what was removed is found no more, and all else is", this::removed)
                .rule("removed a second time, there is none", this::again)
                .rule("what can be removed is shown as active", this::active)
                .all();
    }

    private void mayRemove() throws Fault {
        assumeTrue(tenant.lane(type).remove().isPresent(), "it removes nothing");
    }

    private Ref made() throws Fault {
        mayRemove();
        assumeTrue(tenant.lane(type).create().isPresent(), "it creates nothing");
        return tenant.create(type, birth.fields().orElseThrow(() -> new AssertionError("the test gives no new record")))
                .ref();
    }

    private void remove(Ref ref) throws Fault {
        tenant.lane(type).remove().orElseThrow().of(ref.id());
    }

    private void removed() throws Fault {
        Ref doomed = made();
        int before = tenant.all(type).size();
        remove(doomed);
        assertThat(tenant.all(type))
                .hasSize(before - 1)
                .extracting(Observation::ref)
                .doesNotContain(doomed);
        assertThat(Rules.fault(() -> tenant.fetch(type, doomed.id())).remedy()).isEqualTo(Remedy.FORGET);
    }

    private void again() throws Fault {
        Ref doomed = made();
        remove(doomed);
        assertThat(Rules.fault(() -> remove(doomed)).remedy()).isEqualTo(Remedy.FORGET);
    }

    private void active() throws Fault {
        mayRemove();
        assertThat(tenant.all(type))
                .isNotEmpty()
                .allSatisfy(
                        seen -> assertThat(seen.fields().get(EntityType.ACTIVE)).isEqualTo(Optional.of(true)));
    }
}
