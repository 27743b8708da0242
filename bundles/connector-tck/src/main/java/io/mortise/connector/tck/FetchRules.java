package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Observation;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicNode;

/** One record by its id. */
record FetchRules(Tenant tenant, EntityType type, String unknown) {
    private static final int SAMPLES = 12;

    DynamicNode all() {
        return new Rules(type + ": fetching")
                .rule("a fetch shows what the sweep shows", this::same)
                .rule("what isn't shown in part is shown whole", this::whole)
                .rule("a date that can't be read takes no other field along", this::spoiled)
                .rule("an unknown id is FORGET", this::forget)
                .all();
    }

    private List<Observation> samples() throws Fault {
        assumeTrue(tenant.lane(type).fetch().isPresent(), "it fetches nothing");
        assumeTrue(tenant.sweep(type).isPresent(), "it has no sweep");
        List<Observation> all = tenant.all(type);
        int step = Math.max(1, all.size() / SAMPLES);
        return java.util.stream.IntStream.iterate(0, i -> i < all.size(), i -> i + step)
                .mapToObj(all::get)
                .toList();
    }

    private void same() throws Fault {
        for (Observation row : samples()) {
            Observation one = tenant.fetch(type, row.ref().id());
            assertThat(one.ref()).isEqualTo(row.ref());
            assertThat(one.fields().names()).containsAll(row.fields().names());
            assertThat(one.page()).isEqualTo(row.page());
            assertThat(one.locked()).isEqualTo(row.locked());
            assertThat(one.isPartial()).isFalse();
            Rules.agree(type, row, one);
        }
    }

    private void whole() throws Fault {
        Set<String> alone = alone();
        for (Observation row : samples()) {
            if (row.isPartial()) continue;
            Set<String> names =
                    new HashSet<>(tenant.fetch(type, row.ref().id()).fields().names());
            names.removeAll(alone);
            assertThat(names).isEqualTo(row.fields().names());
        }
    }

    private Set<String> alone() throws Fault {
        return tenant.lane(type).alone().stream().map(Field::name).collect(Collectors.toSet());
    }

    private void spoiled() throws Fault {
        String id = samples().get(0).ref().id();
        Observation sound = tenant.fetch(type, id);
        tenant.wire().spoilNext();
        Observation seen = tenant.fetch(type, id);
        assumeTrue(tenant.wire().spoiled(), "it shows no dates");
        Rules.spared(type, sound, seen);
    }

    private void forget() throws Fault {
        assumeTrue(tenant.lane(type).fetch().isPresent(), "it fetches nothing");
        Fault fault = Rules.fault(() -> tenant.fetch(type, unknown));
        assertThat(fault.remedy()).isEqualTo(Remedy.FORGET);
    }
}
