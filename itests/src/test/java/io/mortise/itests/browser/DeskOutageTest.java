package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.api.Until;
import io.mortise.itests.api.Vendor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** BMS is away while somebody works on a ticket: nothing is lost, nothing done twice. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 900, threadMode = SEPARATE_THREAD)
class DeskOutageTest {
    private static final Duration ARRIVES = Duration.ofMinutes(8);
    /** Whoever saves is answered once it is clear that a system doesn't. */
    private static final LocatorAssertions.IsVisibleOptions LATE =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

    private final OpenTickets tickets;
    private final Vendor bms;
    private final String said = "Said while it was away " + System.nanoTime();
    /** One that the ticket doesn't have. */
    private String status;

    private final String worked = "Worked while it was away " + System.nanoTime();

    DeskOutageTest(Product product, Browser browser) {
        tickets = new OpenTickets(product, browser);
        bms = Vendor.bms(product);
    }

    @Test
    void a_note_time_and_a_status_are_kept_shown_as_on_their_way_and_sent_once_each_when_it_is_back() {
        JsonNode ticket = tickets.one(26);
        String there = tickets.there(ticket);
        status = ticket.at("/fields/status/label").asText().equals("Waiting Vendor")
                ? "Waiting Customer"
                : "Waiting Vendor";
        long before = bms.writes();
        try (Visit visit = tickets.at("tech", ticket)) {
            TicketScreen screen = new TicketScreen(visit);
            workWhileItGoesAway(screen, there);

            visit.page.reload();
            assertThat(screen.lines(said)).hasCount(1);
            assertThat(screen.lines(worked)).hasCount(1);
            assertThat(screen.lines(worked)).containsText("Kaseya BMS: ");
            assertThat(screen.detail("status")).containsText(status);
            assertThat(screen.underway()).isVisible();
            visit.picture("desk-outage");
            assertThat(bms.holding("timelogs", worked)).isEmpty();
            assertThat(statusThere(there)).isNotEqualTo(statusId());

            bms.recovers();
            Until.is(() -> !bms.holding("timelogs", worked).isEmpty(), ARRIVES, () -> sent(there, before));
            Until.is(() -> statusThere(there).equals(statusId()), ARRIVES, () -> sent(there, before));
            assertThat(screen.underway())
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(ARRIVES.toMillis()));
            assertThat(screen.lines(said)).hasCount(1);
            assertThat(screen.lines(worked)).hasCount(1);
            assertThat(screen.lines(worked)).not().containsText("Kaseya BMS: ");
        } finally {
            bms.recovers();
        }
        Until.quiet(() -> sent(there, before), Duration.ofSeconds(8), ARRIVES);
        assertThat(bms.holding("ticketnotes", said)).hasSize(1);
        assertThat(bms.holding("timelogs", worked)).hasSize(1);
        assertThat(sent(there, before)).as("in the order of the work").containsExactly("notes", "timelogs", "ticket");
    }

    /** The note still reaches it, its answer is the first thing that is lost. */
    private void workWhileItGoesAway(TicketScreen screen, String there) {
        screen.beginNote(said);
        bms.failsOnce("timeout-after", "POST", "/tickets/" + there + "/notes$");
        screen.addNote();
        assertThat(screen.told("The note is here;")).isVisible(LATE);
        bms.fails("timeout-before", 1);
        screen.beginTime(worked);
        screen.commitTime();
        assertThat(screen.told("logged here;")).isVisible(LATE);
        screen.begin("status");
        screen.choose(status);
        assertThat(screen.underway()).isVisible(LATE);
    }

    /** What has been written of the ticket there since, by its kind. */
    private List<String> sent(String there, long before) {
        String own = "/servicedesk/tickets/" + there;
        return bms.writesAfter(before).stream()
                .map(write -> write.path("path").asText())
                .filter(path -> path.endsWith(own) || path.contains(own + "/"))
                .map(path -> path.endsWith(own) ? "ticket" : path.replaceFirst(".*" + own + "/([a-z]+).*", "$1"))
                .toList();
    }

    private String statusThere(String there) {
        return bms.record("tickets", there).at("/fields/statusId").asText();
    }

    private String statusId() {
        return bms.holding("statuses", status).get(0).path("id").asText();
    }
}
