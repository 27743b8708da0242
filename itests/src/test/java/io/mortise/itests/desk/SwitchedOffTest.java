package io.mortise.itests.desk;

import static io.mortise.itests.desk.ServiceDesk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A PSA whose tickets are switched off. */
@ExtendWith(ProductExtension.class)
class SwitchedOffTest {
    private final Product product;

    SwitchedOffTest(Unpacked unpacked) throws IOException {
        product = Product.of(unpacked, "--sandbox-scale", "0.02");
    }

    @Test
    void f026_with_ticket_integration_off_none_is_shown_or_written_and_it_is_said_why() throws Exception {
        try (ServiceDesk desk = ServiceDesk.begin(product)) {
            String id = desk.open();
            JsonNode before = ok(desk.admin().get("/api/connections/bms")).body();
            ok(desk.admin()
                    .put(
                            "/api/connections/bms",
                            before.path("version").asLong(),
                            Http.json(Map.of("settings", before.path("settings"), "without", List.of("ticket")))));
            assertThat(desk.list("state=all")).isEmpty();
            JsonNode settings = ok(desk.tech().get("/api/ticket-settings")).body();
            assertThat(settings.path("integration").asText()).isEqualTo("off");
            assertThat(settings.path("why").asText()).contains("switched off");
            Reply gone = desk.tech().get("/api/tickets/" + id);
            assertThat(gone.status()).isEqualTo(404);
            assertThat(gone.detail()).contains("switched off");
            assertThat(desk.tech()
                            .post("/api/tickets", Http.json(Map.of("fields", Map.of("title", "x"))))
                            .status())
                    .isEqualTo(403);
            JsonNode counts =
                    ok(desk.tech().get("/api/ticket-views/counts")).body().path("counts");
            assertThat(counts.path("all-open").path("count").asLong()).isZero();
        }
    }
}
