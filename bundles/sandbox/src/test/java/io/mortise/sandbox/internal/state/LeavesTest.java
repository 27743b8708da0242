package io.mortise.sandbox.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeavesTest {
    private final Store store = new Store(Clock.systemUTC());

    private static ObjectNode machine() {
        ObjectNode fields = Json.object().put("model", new String("OptiPlex")).put("site", 4_862_001L);
        fields.putArray("tags").addObject().put("name", new String("OptiPlex"));
        return fields.put("ram", 2.5);
    }

    @Test
    void equalValuesOfAGeneratedWorldAreKeptOnceAndReadAsBefore() {
        store.define("machines", "1");
        List<Row> rows = List.of(store.insert("machines", machine()), store.insert("machines", machine()));
        store.generated();
        Row one = rows.get(0);
        Row other = rows.get(1);
        assertThat(one.get("model"))
                .isSameAs(other.get("model"))
                .isSameAs(other.get("tags").get(0).get("name"));
        assertThat(one.get("site")).isSameAs(other.get("site"));
        assertThat(one.fields()).isEqualTo(machine());
    }

    @Test
    void anEditOfOneLeavesTheOther() {
        store.define("machines", "1");
        Row one = store.insert("machines", machine());
        Row other = store.insert("machines", machine());
        store.generated();
        store.update("machines", one, Json.object().put("model", "Latitude"));
        assertThat(store.table("machines").find(other.id()).orElseThrow().text("model"))
                .isEqualTo("OptiPlex");
    }
}
