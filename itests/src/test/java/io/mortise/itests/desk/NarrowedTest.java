package io.mortise.itests.desk;

import static io.mortise.itests.desk.ServiceDesk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.api.Hub;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the pickers of a ticket are given to narrow each other down with. */
@ExtendWith(DeskExtension.class)
class NarrowedTest {
    private final ServiceDesk desk;

    NarrowedTest(ServiceDesk desk) {
        this.desk = desk;
    }

    private List<JsonNode> all(String path) {
        return Hub.all(desk.tech(), path, 100);
    }

    private static String to(JsonNode record, String field) {
        return record.at("/fields/" + field + "/id").asText();
    }

    private void isNarrowed(String type, String by) {
        List<JsonNode> all = all("/api/" + type + "?sort=name");
        JsonNode some =
                all.stream().filter(one -> !to(one, by).isEmpty()).findFirst().orElseThrow();
        List<String> theirs = all.stream()
                .filter(one -> to(one, by).equals(to(some, by)))
                .map(one -> one.path("id").asText())
                .toList();
        assertThat(theirs).hasSizeLessThan(all.size());
        assertThat(all("/api/" + type + "?" + by + "=" + to(some, by)))
                .extracting(one -> one.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(theirs);
        assertThat(ok(desk.tech().get("/api/" + type + "/count?" + by + "=" + to(some, by)))
                        .body()
                        .path("count")
                        .asLong())
                .isEqualTo(theirs.size());
        assertThat(all("/api/" + type + "?" + by + "=0")).isEmpty();
    }

    @Test
    void f036_people_are_narrowed_to_a_location_and_machines_to_a_location_and_a_person() {
        isNarrowed("contacts", "location");
        isNarrowed("configurations", "location");
        isNarrowed("configurations", "contact");
    }
}
