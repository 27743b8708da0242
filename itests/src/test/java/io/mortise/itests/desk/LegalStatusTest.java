package io.mortise.itests.desk;

import static io.mortise.itests.desk.ServiceDesk.ARRIVES;
import static io.mortise.itests.desk.ServiceDesk.ok;
import static io.mortise.itests.desk.ServiceDesk.unique;
import static io.mortise.itests.desk.ServiceDesk.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Until;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is offered as a status is what is taken. */
@ExtendWith(DeskExtension.class)
class LegalStatusTest {
    private final ServiceDesk desk;

    LegalStatusTest(ServiceDesk desk) {
        this.desk = desk;
    }

    private JsonNode legal(Http who, String tickets) {
        return ok(who.get("/api/tickets/options/status?tickets=" + tickets)).items();
    }

    private String locked() {
        String id = desk.made(unique("Locked ")).path("id").asText();
        Until.is(() -> desk.arrived(id), ARRIVES, () -> desk.ticket(id));
        desk.bms().change("tickets", desk.there(id), "{\"isReadOnly\":true}");
        Until.is(
                () -> !desk.tech()
                        .post("/api/tickets/" + id + "/refresh", "")
                        .body()
                        .at("/can/edit")
                        .asBoolean(true),
                ARRIVES,
                () -> desk.ticket(id));
        return id;
    }

    @Test
    void f093_statuses_are_offered_for_tickets_that_can_take_them_and_enforced_all_the_same() {
        String open = desk.made(unique("Open ")).path("id").asText();
        String locked = locked();
        JsonNode all = ok(desk.tech().get("/api/tickets/options/status")).items();
        assertThat(legal(desk.tech(), open).findValuesAsText("label"))
                .isEqualTo(all.findValuesAsText("label"))
                .contains("In Progress", "Completed");
        assertThat(legal(desk.tech(), locked)).isEmpty();
        assertThat(legal(desk.tech(), open + "," + locked)).hasSameSizeAs(all);
        for (JsonNode status : legal(desk.tech(), open + "," + locked))
            assertThat(status.path("fits").asInt()).isEqualTo(1);
        assertThat(legal(desk.reader(), open)).as("who may change nothing").isEmpty();
        assertThat(desk.edit(desk.tech(), locked, Map.of("status", word("Completed")))
                        .status())
                .isEqualTo(403);
        assertThat(desk.tech().get("/api/tickets/options/status?tickets=x").status())
                .isEqualTo(422);
    }

    @Test
    void f107_a_macro_leaves_out_a_status_that_its_ticket_cannot_take() {
        String macro = ok(desk.admin()
                        .post(
                                "/api/note-macros",
                                Http.json(Map.of(
                                        "name", unique("Close "), "text", "<p>Done</p>", "status", "Completed"))))
                .body()
                .path("id")
                .asText();
        String open = desk.made(unique("Open ")).path("id").asText();
        assertThat(ok(desk.tech().post("/api/tickets/" + open + "/macros/" + macro, ""))
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("Completed");
        JsonNode without = ok(desk.tech().post("/api/tickets/" + locked() + "/macros/" + macro, ""))
                .body();
        assertThat(without.path("status").asText("")).isEmpty();
        assertThat(without.path("without").asText()).contains("locked");
        assertThat(desk.admin().delete("/api/note-macros/" + macro).status()).isEqualTo(204);
    }
}
