package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicNode;

/** What the lanes say of themselves. */
record LaneRules(Tenant tenant) {
    DynamicNode all() {
        return new Rules("the lanes")
                .rule("there is one for each type, parents first", this::order)
                .rule("every feed of a lane has a name of its own", this::feeds)
                .rule("their fields are fields of their types", this::fields)
                .rule("what a create needs, it takes", this::needs)
                .rule("fields come with the function that writes them", this::functions)
                .all();
    }

    private void order() throws Fault {
        List<String> seen = new ArrayList<>();
        for (Lane lane : tenant.lanes()) {
            assertThat(seen).doesNotContain(lane.type().name());
            lane.type().within().ifPresent(parent -> assertThat(seen).containsAnyElementsOf(parent.targets()));
            seen.add(lane.type().name());
        }
    }

    private void feeds() throws Fault {
        for (Lane lane : tenant.lanes())
            assertThat(lane.feeds()).extracting(Feed::name).doesNotHaveDuplicates();
    }

    private void fields() throws Fault {
        for (Lane lane : tenant.lanes())
            for (Set<Field<?>> fields : List.of(lane.creatable(), lane.updatable(), lane.findable()))
                assertThat(lane.type().fields()).containsAll(fields);
    }

    private void needs() throws Fault {
        for (Lane lane : tenant.lanes()) assertThat(lane.creatable()).containsAll(lane.needed());
    }

    private void functions() throws Fault {
        for (Lane lane : tenant.lanes()) {
            assertThat(lane.creatable().isEmpty()).isEqualTo(lane.create().isEmpty());
            assertThat(lane.updatable().isEmpty()).isEqualTo(lane.update().isEmpty());
            assertThat(lane.findable().isEmpty()).isEqualTo(lane.find().isEmpty());
        }
    }
}
