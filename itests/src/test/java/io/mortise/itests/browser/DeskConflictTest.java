package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Until;
import io.mortise.itests.api.Vendor;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two change the same field of a ticket: neither's value is lost, and the person decides who sees both. */
@ExtendWith({ProductExtension.class, BrowserExtension.class})
@Timeout(value = 400, threadMode = SEPARATE_THREAD)
class DeskConflictTest {
    private static final Duration ARRIVES = Duration.ofMinutes(3);

    private final OpenTickets tickets;
    private final Vendor bms;

    DeskConflictTest(Product product, Browser browser) {
        tickets = new OpenTickets(product, browser);
        bms = Vendor.bms(product);
    }

    @Test
    void what_somebody_saved_meanwhile_stands_beside_what_one_wanted_and_one_s_own_is_kept() {
        JsonNode ticket = tickets.one(20);
        String theirs = unique("The admin's title");
        String mine = unique("The technician's title");
        try (Visit visit = tickets.at("tech", ticket)) {
            TicketScreen screen = new TicketScreen(visit);
            screen.write(mine);
            tickets.edit(OpenTickets.id(ticket), Map.of("title", theirs));
            assertThat(visit.heading(theirs)).isAttached(); // the page has heard of it, below the open field
            screen.saveTitle();
            assertThat(screen.titleSays()).containsText(theirs);
            assertThat(screen.titleSays()).containsText(mine);
            assertThat(screen.title()).hasValue(mine);
            assertThat(title(ticket)).isEqualTo(theirs);
            visit.picture("desk-conflict");

            visit.button("Keep mine").click();
            assertThat(visit.heading(mine)).isVisible();
            assertThat(screen.title()).hasCount(0);
            assertThat(title(ticket)).isEqualTo(mine);
            assertThat(screen.lines("Title changed")
                            .filter(new Locator.FilterOptions().setHasText(theirs))
                            .filter(new Locator.FilterOptions().setHasText(mine)))
                    .isVisible();
        }
        String there = tickets.there(ticket);
        Until.is(() -> titleThere(there).equals(mine), ARRIVES, () -> titleThere(there));
    }

    @Test
    void who_takes_the_other_s_value_changes_nothing() {
        JsonNode ticket = tickets.one(21);
        try (Visit visit = tickets.at("tech", ticket)) {
            TicketScreen screen = new TicketScreen(visit);
            String before = ticket.at("/fields/priority/label").asText();
            String mine = before.equals("Low") ? "High" : "Low";
            String theirs = before.equals("Critical") ? "Medium" : "Critical";
            screen.begin("priority");
            tickets.edit(OpenTickets.id(ticket), Map.of("priority", Map.of("key", "", "label", theirs)));
            assertThat(screen.head()).containsText(theirs);
            screen.choose(mine);
            assertThat(screen.detail("priority")).containsText("Somebody set it to");
            assertThat(screen.detail("priority")).containsText(theirs);
            assertThat(screen.detail("priority")).containsText(mine);
            assertThat(tickets.read(OpenTickets.id(ticket))
                            .at("/fields/priority/label")
                            .asText())
                    .isEqualTo(theirs);

            visit.button("Take theirs").click();
            assertThat(screen.box("priority")).hasCount(0);
            assertThat(screen.detail("priority")).hasText(Pattern.compile(theirs));
        }
    }

    @Test
    void another_field_that_somebody_saved_meanwhile_is_no_conflict() {
        JsonNode ticket = tickets.one(22);
        String mine = unique("Only the title");
        String other = ticket.at("/fields/priority/label").asText().equals("High") ? "Low" : "High";
        try (Visit visit = tickets.at("tech", ticket)) {
            TicketScreen screen = new TicketScreen(visit);
            screen.write(mine);
            tickets.edit(OpenTickets.id(ticket), Map.of("priority", Map.of("key", "", "label", other)));
            assertThat(screen.head()).containsText(other);
            screen.saveTitle();
            assertThat(visit.heading(mine)).isVisible();
            assertThat(screen.title()).hasCount(0);
            JsonNode now = tickets.read(OpenTickets.id(ticket));
            assertThat(now.at("/fields/title").asText()).isEqualTo(mine);
            assertThat(now.at("/fields/priority/label").asText()).isEqualTo(other);
        }
    }

    /** BMS can't be asked at that moment, so neither side knows of the other. */
    @Test
    void a_value_given_here_and_another_given_at_bms_at_once_end_as_one_of_them_and_the_log_has_both() {
        JsonNode ticket = tickets.one(23);
        String there = tickets.there(ticket);
        String theirs = unique("Written at BMS");
        String mine = unique("Written here");
        try (Visit visit = tickets.at("tech", ticket)) {
            TicketScreen screen = new TicketScreen(visit);
            screen.write(mine);
            bms.fails("timeout-before", 1);
            bms.change("tickets", there, Http.json(Map.of("title", theirs)));
            screen.saveTitle();
            assertThat(visit.heading(mine)).isVisible();
            assertThat(screen.title()).hasCount(0);
            bms.recovers();
            Until.is(
                    () -> titleThere(there).equals(title(ticket)),
                    ARRIVES,
                    () -> titleThere(there) + ", here " + title(ticket));
            Until.quiet(() -> titleThere(there) + title(ticket), Duration.ofSeconds(6), ARRIVES);
            assertThat(titleThere(there)).isEqualTo(title(ticket)).isIn(mine, theirs);
            assertThat(screen.lines(theirs).first()).isVisible();
            assertThat(screen.lines(mine).first()).isVisible();
            visit.picture("desk-conflict-decided");
        } finally {
            bms.recovers();
        }
    }

    private String title(JsonNode ticket) {
        return tickets.read(OpenTickets.id(ticket)).at("/fields/title").asText();
    }

    private String titleThere(String there) {
        return bms.record("tickets", there).at("/fields/title").asText();
    }

    private static String unique(String words) {
        return words + " " + System.nanoTime() % 1_000_000_000;
    }
}
