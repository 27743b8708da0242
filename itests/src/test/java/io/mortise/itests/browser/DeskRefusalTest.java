package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Vendor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** BMS takes a value not: its reason stands at the field, and what the person wanted stays there. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 300, threadMode = SEPARATE_THREAD)
class DeskRefusalTest {
    private final OpenTickets tickets;
    private final Vendor bms;

    DeskRefusalTest(Product product, Browser browser) {
        tickets = new OpenTickets(product, browser);
        bms = Vendor.bms(product);
    }

    @Test
    void an_entry_that_bms_has_just_switched_off_is_refused_with_its_reason_and_stays_chosen() {
        JsonNode ticket = tickets.one(24);
        String there = tickets.there(ticket);
        String before = ticket.at("/fields/queue/label").asText();
        String wanted = before.equals("Billing") ? "Projects" : "Billing";
        String queue = bms.holding("queues", wanted).get(0).path("id").asText();
        try (Visit visit = tickets.at("tech", ticket)) {
            TicketScreen screen = new TicketScreen(visit);
            screen.begin("queue");
            bms.change("queues", queue, Http.json(Map.of("isActive", false)));
            screen.choose(wanted);
            assertThat(screen.detail("queue").getByRole(AriaRole.ALERT)).containsText("BMS refused it");
            assertThat(screen.detail("queue").getByRole(AriaRole.ALERT)).containsText("is not active");
            assertThat(screen.box("queue")).hasValue(wanted);
            visit.picture("desk-refused");
            assertThat(bms.record("tickets", there).at("/fields/queueId").asText())
                    .isNotEqualTo(queue);
            assertThat(tickets.read(OpenTickets.id(ticket))
                            .at("/fields/queue/label")
                            .asText())
                    .isEqualTo(before);

            bms.change("queues", queue, Http.json(Map.of("isActive", true)));
            screen.box("queue").click();
            screen.choose(wanted);
            assertThat(screen.box("queue")).hasCount(0);
            assertThat(screen.detail("queue")).containsText(wanted);
            assertThat(bms.record("tickets", there).at("/fields/queueId").asText())
                    .isEqualTo(queue);
        } finally {
            bms.change("queues", queue, Http.json(Map.of("isActive", true)));
        }
    }

    @Test
    void a_title_that_bms_takes_no_more_stays_in_its_field_beside_the_reason() {
        JsonNode ticket = tickets.one(25);
        String there = tickets.there(ticket);
        String title = bms.record("tickets", there).at("/fields/title").asText();
        String mine = "Typed for nothing " + System.nanoTime();
        try (Visit visit = tickets.at("tech", ticket)) {
            TicketScreen screen = new TicketScreen(visit);
            screen.write(mine);
            bms.change("tickets", there, Http.json(Map.of("isReadOnly", true)));
            screen.saveTitle();
            assertThat(screen.titleSays()).containsText("read-only");
            assertThat(screen.title()).hasValue(mine);
            assertThat(bms.record("tickets", there).at("/fields/title").asText())
                    .isEqualTo(title);
        } finally {
            bms.change("tickets", there, Http.json(Map.of("isReadOnly", false)));
        }
    }
}
