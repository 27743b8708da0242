package io.mortise.itests.desk;

import static io.mortise.itests.desk.ServiceDesk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What new tickets begin with. */
@ExtendWith(DeskExtension.class)
class TicketTemplatesTest {
    private static final String PATH = "/api/ticket-templates";
    private final ServiceDesk desk;

    TicketTemplatesTest(ServiceDesk desk) {
        this.desk = desk;
    }

    private static String wish(String name, String description, Map<String, String> words) {
        return Http.json(Map.of("name", name, "title", "New employee", "description", description, "words", words));
    }

    @Test
    void a_template_is_made_changed_and_removed_by_admins_and_read_by_all() {
        String body = wish("Joiner", "<p>Laptop?</p><script>alert(1)</script>", Map.of("queue", "Level 2"));
        assertThat(desk.tech().post(PATH, body).status()).isEqualTo(403);
        JsonNode made = ok(desk.admin().with("Idempotency-Key", "joiner-1").post(PATH, body))
                .body();
        assertThat(ok(desk.admin().with("Idempotency-Key", "joiner-1").post(PATH, body))
                        .body()
                        .path("id"))
                .isEqualTo(made.path("id"));
        assertThat(made.path("description").asText()).contains("Laptop?").doesNotContain("script");

        String id = made.path("id").asText();
        String other = wish("Joiner", "", Map.of("queue", "Level 1"));
        ok(desk.admin().put(PATH + "/" + id, made.path("version").asLong(), other));
        assertThat(desk.admin()
                        .put(PATH + "/" + id, made.path("version").asLong(), other)
                        .status())
                .isEqualTo(409);
        JsonNode read = ok(desk.tech().get(PATH)).items().get(0);
        assertThat(read.path("title").asText()).isEqualTo("New employee");
        assertThat(read.at("/words/queue").asText()).isEqualTo("Level 1");

        assertThat(desk.admin().delete(PATH + "/" + id).status()).isEqualTo(204);
        assertThat(desk.admin().delete(PATH + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_template_of_what_tickets_have_not_is_refused_with_what_they_have() {
        Reply reply = desk.admin().post(PATH, wish("Odd", "", Map.of("colour", "red")));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().at("/fields/colour").asText()).contains("queue").contains("priority");
        assertThat(desk.admin().post(PATH, wish(" ", "", Map.of())).status()).isBetween(400, 422);
    }
}
